import type { Tables } from "../../renderer/local-store/background-writer.ts";
import type { CheckpointStore } from "../../renderer/local-store/checkpoint-store.ts";
import type { DocumentTable } from "../../renderer/local-store/document-table.ts";
import {
  withReady,
  type PlainTable,
} from "../../renderer/local-store/make-ready.ts";
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
  /** Deleted ones too. */
  stored(c: CollectionName): readonly Stored[];
  /** Is told what is written from now on, in the place of whoever listened before. */
  listen(listener: Listener): void;
}

type Listener = (c: CollectionName, written: readonly Stored[]) => void;

export function createMemoryDisk(): MemoryDisk {
  let checkpoint: Checkpoint = { epoch: null, cursors: {} };
  const rows = new Map(
    collectionNames.map((c) => [c, new Map<string, Stored>()]),
  );
  let lwt = 0;
  let listener: Listener = () => {};
  const write = (c: CollectionName, written: readonly Written[]) => {
    const stored = written.map(({ document, deleted }) => ({
      ...(structuredClone(document) as Stored),
      ...{ _deleted: deleted, _rev: "2-x", _attachments: {} },
      _meta: { lwt: ++lwt },
    }));
    for (const one of stored) rows.get(c)?.set(one.id, one);
    listener(c, stored);
  };
  return {
    lose: (c, id) => void rows.get(c)?.delete(id),
    stored: (c) => [...(rows.get(c)?.values() ?? [])],
    listen(next) {
      listener = next;
    },
    tables: Object.fromEntries(
      [...rows].map(([c, own]) => [
        c,
        memoryTable(own, (written) => write(c, written)),
      ]),
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

interface Written {
  readonly document: object;
  readonly deleted: boolean;
}

function memoryTable(
  rows: ReadonlyMap<string, Stored>,
  put: (written: readonly Written[]) => void,
): DocumentTable {
  const alive = () =>
    [...rows.values()]
      .filter((row) => !row._deleted)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const load: DocumentTable["load"] = async (ids) =>
    new Map(
      ids.flatMap((id) => {
        const row = rows.get(id);
        return row ? [[id, row] as const] : [];
      }),
    );
  const table: PlainTable = {
    load,
    async write(writes) {
      for (const { previous, document } of writes)
        if (rows.get(document.id) !== previous)
          throw new Error(`${document.id} was written by somebody else`);
      put(writes);
    },
    prepareNew: (writes) => ({
      async insert() {
        const present = writes.filter(({ document }) => rows.has(document.id));
        put(writes.filter(({ document }) => !rows.has(document.id)));
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
  return withReady(table, load);
}
