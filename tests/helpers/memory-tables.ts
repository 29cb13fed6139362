import type { Tables } from "../../renderer/local-store/background-writer.ts";
import type { CheckpointStore } from "../../renderer/local-store/checkpoint-store.ts";
import type { DocumentTable } from "../../renderer/local-store/document-table.ts";
import type { Stored } from "../../renderer/local-store/stored-document.ts";
import {
  collectionNames,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import type { Checkpoint } from "../../shared/sync/ports.ts";

/** The readable copy of a device that outlives its starts: what RxDB would hold, without RxDB (which opens 13 only). */
export interface MemoryDisk {
  readonly tables: Tables;
  readonly checkpoint: CheckpointStore;
  /** As when the disk has lost a record. */
  lose(c: CollectionName, id: string): void;
}

export function createMemoryDisk(): MemoryDisk {
  let checkpoint: Checkpoint = { epoch: null, cursors: {} };
  const rows = new Map(
    collectionNames.map((c) => [c, new Map<string, Stored>()]),
  );
  return {
    lose: (c, id) => void rows.get(c)?.delete(id),
    tables: Object.fromEntries(
      [...rows].map(([c, own]) => [c, memoryTable(own)]),
    ) as unknown as Tables,
    checkpoint: {
      read: async () => checkpoint,
      async write(next) {
        checkpoint = next;
      },
      close() {},
    },
  };
}

function memoryTable(rows: Map<string, Stored>): DocumentTable {
  const alive = () =>
    [...rows.values()]
      .filter((row) => !row._deleted)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    load: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const row = rows.get(id);
          return row ? [[id, row] as const] : [];
        }),
      ),
    async write(writes) {
      for (const { previous, document } of writes)
        if (rows.get(document.id) !== previous)
          throw new Error(`${document.id} was written by somebody else`);
      for (const { document, deleted } of writes)
        rows.set(document.id, {
          ...structuredClone(document),
          _deleted: deleted,
        } as Stored);
    },
    prepareNew: (writes) => ({
      async insert() {
        const present = writes.filter(({ document }) => rows.has(document.id));
        for (const { document, deleted } of writes)
          if (!rows.has(document.id))
            rows.set(document.id, {
              ...structuredClone(document),
              _deleted: deleted,
            } as Stored);
        return present.map(({ document }) => document.id);
      },
      drop() {},
    }),
    barrier: async () => {},
    byContact: async (contactId, limit) =>
      alive()
        .filter((row) => row.contactId === contactId)
        .slice(0, limit),
    all: async (limit) => alive().slice(0, limit),
    page: async (after, limit) =>
      alive()
        .filter(({ id }) => id > after)
        .slice(0, limit),
    marksFrom: async (from, limit) =>
      [...rows.values()]
        .filter(({ id }) => id >= from)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id, seq, rev, epoch, _deleted: deleted }) => ({
          ...{ id, seq, rev, epoch, deleted },
        })),
    count: async () => alive().length,
  };
}
