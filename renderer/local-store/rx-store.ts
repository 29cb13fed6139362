import {
  entityOf,
  collectionNames,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { Tables } from "./background-writer.ts";
import type { Listeners } from "./listeners.ts";
import { shownOf } from "./next-version.ts";
import { withOwnWrites, type OwnWrites } from "./own-writes.ts";
import type { PendingEntries } from "./pending-entries.ts";
import type { Row } from "./stored-document.ts";
import type { DocumentMarks, Store } from "./store.ts";

/** `Store` over RxDB: each read is what RxDB holds with this device's own saved writes on top. */
export function createRxStore(deps: {
  readonly tables: Tables;
  readonly ownWrites: OwnWrites;
  readonly pending: Pick<PendingEntries, "pendingOpsOf">;
  readonly changes: Listeners<[readonly DocumentKey[]]>;
}): Store {
  const { tables, ownWrites, pending, changes } = deps;

  async function getMany(
    c: CollectionName,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    const before = new Map(ids.map((id) => [id, ownWrites.of(c, id)]));
    const stored = await tables[c].load(ids);
    return new Map(
      ids.flatMap((id) => {
        const shown = withOwnWrites(
          shownOf(stored.get(id)),
          before.get(id) ?? [],
          ownWrites.of(c, id),
        );
        return shown ? [[id, shown]] : [];
      }),
    );
  }

  /** `found` by RxDB, corrected by own writes that change a document or make it belong (or no longer) to the answer. */
  async function withOwn(
    c: CollectionName,
    find: () => Promise<readonly { readonly id: string; readonly v: Row }[]>,
    belongs: (v: Row) => boolean,
    limit: number,
    order = inOrderOf(c),
  ): Promise<readonly Row[]> {
    const before = ownWrites.idsOf(c);
    const found = await find();
    const ids = [...new Set([...before, ...ownWrites.idsOf(c)])];
    if (ids.length === 0) return found.map(({ v }) => v);
    const own = await getMany(c, ids);
    const others = found.filter(({ id }) => !ids.includes(id));
    return [...others.map(({ v }) => v), ...own.values()]
      .filter(belongs)
      .toSorted(order)
      .slice(0, limit);
  }

  const store = {
    getMany,
    get: async (c: CollectionName, id: string) =>
      (await getMany(c, [id])).get(id) ?? null,
    byContact: (c: CollectionName, contactId: string, limit: number) =>
      withOwn(
        c,
        () => tables[c].byContact(contactId, limit),
        (v) => v["contactId"] === contactId,
        limit,
      ),
    all: (c: CollectionName, limit: number) =>
      withOwn(
        c,
        () => tables[c].all(limit),
        () => true,
        limit,
      ),
    page: (c: CollectionName, after: string, limit: number) =>
      withOwn(
        c,
        () => tables[c].page(after, limit),
        (v) => String(v["id"]) > after,
        limit,
        byId,
      ),
    async marks(c: CollectionName, id: string): Promise<DocumentMarks | null> {
      const own = ownWrites.of(c, id);
      const stored = (await tables[c].load([id])).get(id);
      if (withOwnWrites(shownOf(stored), own, ownWrites.of(c, id)) === null)
        return null;
      const waits = pending.pendingOpsOf(c, id).length > 0;
      return {
        rev: stored?.rev ?? null,
        seq: stored?.seq ?? null,
        pending: waits,
      };
    },
    subscribe: (listener: (changed: readonly DocumentKey[]) => void) =>
      changes.add(listener),
    async counts() {
      const counted = await Promise.all(
        collectionNames.map(async (c) => [c, await countOf(c)] as const),
      );
      return Object.fromEntries(counted) as Record<CollectionName, number>;
    },
  };

  async function countOf(c: CollectionName): Promise<number> {
    const ids = ownWrites.idsOf(c);
    if (ids.length === 0) return tables[c].count();
    const inStore = async () => {
      const stored = await tables[c].load(ids);
      return ids.filter((id) => shownOf(stored.get(id)) !== null).length;
    };
    let alive = await inStore();
    for (;;) {
      const inRxDb = await tables[c].count();
      const after = await inStore();
      // Some were written meanwhile: nobody knows on which side of the count.
      if (after !== alive) {
        alive = after;
        continue;
      }
      const shown = await getMany(c, ids);
      return inRxDb - alive + shown.size;
    }
  }

  // The values are typed by their collection's entity file; RxDB knows them only as rows.
  return store as unknown as Store;
}

function byId(a: Row, b: Row): number {
  return String(a["id"]) < String(b["id"]) ? -1 : 1;
}

/** Newest first where the entity has an instant, else by id: the order in which RxDB's index gives them. */
function inOrderOf(c: CollectionName): (a: Row, b: Row) => number {
  const { indexed } = entityOf(c);
  return (a, b) =>
    (indexed(a as never).atDesc ?? 0) - (indexed(b as never).atDesc ?? 0) ||
    byId(a, b);
}
