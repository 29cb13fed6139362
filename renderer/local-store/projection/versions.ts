/** From the store worker: what RxDB holds of one document. `value` null = deleted, or nothing that is kept here. */
export interface StoredValue<T> {
  readonly id: string;
  /** RxDB's write time: an older version never replaces a newer one, whichever arrives first. */
  readonly lwt: number;
  /** Newest own journal entry inside it. */
  readonly applied: number;
  readonly value: T | null;
  /** It is stored and not deleted, and the disk does not give it back; `value` is null. */
  readonly unreadable?: true;
  /** Made on this device, and in the store for the first time. */
  readonly own?: true;
}

/** From the page: saved in the journal, not yet in RxDB. `d` is its entry. */
export interface OwnValue<T> {
  readonly id: string;
  readonly d: number;
  readonly value: T | null;
}

/** How one document looked and looks; null = it was not, or is no longer, to be seen. */
export interface Shown<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** The right version of each document: RxDB's newest, with own saves over it until RxDB's contains them. */
export interface Versions<T> {
  applyStored(rows: readonly StoredValue<T>[]): readonly Shown<T>[];
  applyOwn(rows: readonly OwnValue<T>[]): readonly Shown<T>[];
  get(id: string): T | null;
  readonly size: number;
  values(): IterableIterator<T>;
  entries(): IterableIterator<readonly [string, T]>;
}

export function createVersions<T extends object>(): Versions<T> {
  const stored = new Map<string, Omit<StoredValue<T>, "id" | "applied">>();
  const own = new Map<string, Omit<OwnValue<T>, "id">>();
  const shown = new Map<string, T>();

  function show(ids: readonly string[]): readonly Shown<T>[] {
    return ids.flatMap((id) => {
      const before = shown.get(id) ?? null;
      const after = (own.get(id) ?? stored.get(id))?.value ?? null;
      if (before === after) return [];
      if (after) shown.set(id, after);
      else shown.delete(id);
      return [{ before, after }];
    });
  }
  return {
    applyStored(rows) {
      const fresh = rows.filter(
        ({ id, lwt }) => lwt > (stored.get(id)?.lwt ?? -1),
      );
      for (const { id, lwt, applied, value } of fresh) {
        stored.set(id, { lwt, value });
        const mine = own.get(id);
        if (mine && applied >= mine.d) own.delete(id);
      }
      return show(fresh.map(({ id }) => id));
    },
    applyOwn(rows) {
      for (const { id, d, value } of rows) own.set(id, { d, value });
      return show(rows.map(({ id }) => id));
    },
    get: (id) => shown.get(id) ?? null,
    get size() {
      return shown.size;
    },
    values: () => shown.values(),
    entries: () => shown.entries(),
  };
}
