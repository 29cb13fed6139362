import type { ContactRow } from "../store.ts";

export interface Ranked {
  readonly row: ContactRow;
}

/** Entries in the order of one language, kept sorted while they come and go. */
export interface Ranking<E extends Ranked> {
  readonly entries: readonly E[];
  /** Takes out `gone` and puts in `come`; an entry that changed is in both, as it was and as it is. */
  update(gone: readonly E[], come: readonly E[]): void;
}

/** Below this, single insertions into the sorted list; above, one new sort of two sorted runs is cheaper. */
const FEW = 50;

export function createRanking<E extends Ranked>(
  locale: string,
  all: readonly E[],
): Ranking<E> {
  const collator = new Intl.Collator(locale, { numeric: true });
  const byName = (a: E, b: E): number =>
    collator.compare(a.row.name, b.row.name) ||
    (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0);
  let entries = all.toSorted(byName);

  /** Where `entry` is, or belongs. */
  function placeOf(entry: E): number {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = entries[middle];
      if (other && byName(other, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  return {
    get entries() {
      return entries;
    },
    update(gone, come) {
      if (gone.length + come.length > FEW) {
        const leaving = new Set(gone);
        const staying = entries.filter((entry) => !leaving.has(entry));
        entries = [...staying, ...come.toSorted(byName)].sort(byName);
        return;
      }
      // A new array for every change: a query answered from the old one stays what it was.
      entries = [...entries];
      for (const entry of gone) {
        const place = placeOf(entry);
        if (entries[place] === entry) entries.splice(place, 1);
      }
      for (const entry of come) entries.splice(placeOf(entry), 0, entry);
    },
  };
}
