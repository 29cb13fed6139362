import type { DocumentTable } from "./document-table.ts";
import type { Stored } from "./stored-document.ts";

/** A table as it is without it. */
export type PlainTable = Omit<DocumentTable, "makeReady" | "loadReady">;
type Loaded = ReadonlyMap<string, Stored>;

/**
 * A table whose reads for a write can begin before it is known that there will be one: while the journal takes a save to
 * the disk, the store finds what will be written over. It is used once, and only if nothing was written to the table
 * since, by whom this table is the only way; what was not there is looked for again.
 *
 * @param early reads, and changes nothing that anybody could read
 */
export function withReady(
  table: PlainTable,
  early: (ids: readonly string[]) => Promise<Loaded>,
): DocumentTable {
  const ready = new Map<string, Promise<Stored | undefined>>();

  /** Writers take turns; what somebody else reads while one writes may be older than what is written. */
  async function writing<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } finally {
      ready.clear();
    }
  }
  async function loadEarly(ids: readonly string[]): Promise<Loaded> {
    try {
      return await early(ids);
    } catch {
      return new Map();
    }
  }
  return {
    ...table,
    makeReady(ids) {
      const found = loadEarly(ids);
      for (const id of ids) ready.set(id, readOne(found, id));
    },
    async loadReady(ids) {
      const taken = ids.map(async (id) => ready.get(id));
      for (const id of ids) ready.delete(id);
      const found = await Promise.all(taken);
      const loaded = new Map(
        found.flatMap((one) => (one ? [[one.id, one] as const] : [])),
      );
      const others = ids.filter((id) => !loaded.has(id));
      if (others.length === 0) return loaded;
      return new Map([...loaded, ...(await table.load(others))]);
    },
    write: (rows) => writing(() => table.write(rows)),
    prepareNew(rows, packed) {
      const prepared = table.prepareNew(rows, packed);
      return {
        insert: (durability) => writing(() => prepared.insert(durability)),
        drop: () => prepared.drop(),
      };
    },
  };
}

async function readOne(
  found: Promise<Loaded>,
  id: string,
): Promise<Stored | undefined> {
  return (await found).get(id);
}
