import type { Tables } from "../../../renderer/local-store/background-writer.ts";
import type {
  DocumentTable,
  TableWrite,
} from "../../../renderer/local-store/document-table.ts";
import type { CheckpointStore } from "../../../renderer/local-store/checkpoint-store.ts";
import {
  withReady,
  type PlainTable,
} from "../../../renderer/local-store/make-ready.ts";
import type { Stored } from "../../../renderer/local-store/stored-document.ts";
import {
  collectionNames,
  type CollectionName,
} from "../../../shared/entities/registry.ts";
import type { ModelDisk } from "./model-disk.ts";

/** Carries out one effect on the store of a device, when its time comes. */
export type StoreEffect = <T>(what: string, effect: () => T) => Promise<T>;

/**
 * IndexedDB behind RxDB's storage: reads and writes take their time, a write is durable when it is answered, whole or
 * not at all, and is refused when the document is not the one that the writer had read.
 */
export function createModelTables(
  disk: ModelDisk,
  read: StoreEffect,
  write: StoreEffect,
  onWrite: (c: CollectionName, before: Stored | undefined, now: Stored) => void,
): Tables {
  return Object.fromEntries(
    collectionNames.map((c) => [c, createTable(c)]),
  ) as unknown as Tables;

  function createTable(c: CollectionName): DocumentTable {
    const table = () => {
      const found = disk.tables.get(c);
      if (!found) throw new Error(`No table ${c}`);
      return found;
    };
    const alive = () => [...table().values()].filter((d) => !d._deleted);
    const load: DocumentTable["load"] = (ids) =>
      read(`load ${c}`, () => {
        const rows = table();
        return new Map(
          ids.flatMap((id) => {
            const row = rows.get(id);
            return row ? [[id, row] as const] : [];
          }),
        );
      });
    const plain: PlainTable = {
      load,
      write: (rows) =>
        write(`write ${c}`, () => {
          for (const row of rows) put(c, table(), row);
        }),
      prepareNew: (rows) => ({
        insert: () =>
          write(`insert ${c}`, () => {
            const there = rows.filter(({ document }) =>
              table().has(document.id),
            );
            for (const row of rows)
              if (!there.includes(row))
                put(c, table(), { ...row, previous: undefined });
            return there.map(({ document }) => document.id);
          }),
        drop() {},
      }),
      barrier: () => write(`barrier ${c}`, () => {}),
      byContact: (contactId, limit) =>
        read(`by contact ${c}`, () =>
          alive()
            .filter((d) => d.contactId === contactId)
            .slice(0, limit),
        ),
      all: (limit) =>
        read(`all ${c}`, () =>
          alive()
            .toSorted((a, b) => (a.id < b.id ? -1 : 1))
            .slice(0, limit),
        ),
      page: (after, limit) =>
        read(`page ${c}`, () =>
          alive()
            .filter(({ id }) => id > after)
            .toSorted((a, b) => (a.id < b.id ? -1 : 1))
            .slice(0, limit),
        ),
      marksFrom: (from, limit) =>
        read(`marks ${c}`, () =>
          [...table().values()]
            .filter(({ id }) => id >= from)
            .toSorted((a, b) => (a.id < b.id ? -1 : 1))
            .slice(0, limit)
            .map(({ id, seq, rev, epoch, _deleted: deleted }) => ({
              ...{ id, seq, rev, epoch, deleted },
            })),
        ),
      count: () => read(`count ${c}`, () => alive().length),
    };
    return withReady(plain, load);
  }

  function put(
    c: CollectionName,
    table: Map<string, Stored>,
    { previous, document, deleted }: TableWrite,
  ): void {
    const before = table.get(document.id);
    if (before?._rev !== previous?._rev)
      throw new Error(`RxDB refused ${c}/${document.id}: 409`);
    const now = {
      ...document,
      _deleted: deleted,
      _rev: String(Number(before?._rev ?? 0) + 1),
      _meta: { lwt: 1 },
      _attachments: {},
    };
    onWrite(c, before, now);
    table.set(document.id, now);
  }
}

export function createModelCheckpoint(
  disk: ModelDisk,
  read: StoreEffect,
  write: StoreEffect,
): CheckpointStore {
  return {
    read: () => read("read checkpoint", () => disk.checkpoint),
    write: (checkpoint) =>
      write("write checkpoint", () => {
        disk.checkpoint = checkpoint;
      }),
    close() {},
  };
}
