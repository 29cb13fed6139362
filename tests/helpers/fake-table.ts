import { Subject } from "rxjs";
import {
  BY_WRITE_TIME,
  type DexieTable,
} from "../../renderer/local-store/dexie-layout.ts";
import { clearCodec } from "../../renderer/local-store/seal.ts";
import {
  closeDocument,
  type SealedDocument,
} from "../../renderer/local-store/sealed-document.ts";
import type { Stored } from "../../renderer/local-store/stored-document.ts";

type Raw = Omit<SealedDocument, "_deleted"> & { readonly _deleted: "0" | "1" };

/** A collection as the store worker sees it, without RxDB and Dexie: tens of thousands can be opened. */
export interface FakeTable {
  readonly instance: { changeStream(): unknown; internals: unknown };
  write(document: Stored): Promise<void>;
  /** As when a table is read for what it holds. */
  living(): readonly Raw[];
}

export function createFakeTable(rows = new Map<string, Raw>()): FakeTable {
  const changes = new Subject<unknown>();
  const sorted = (by: (raw: Raw) => readonly (string | number)[]) =>
    [...rows.values()].sort((a, b) => compare(by(a), by(b)));
  const answer = (found: readonly Raw[]) => ({
    limit: (count: number) => ({
      toArray: async () => found.slice(0, count).map((raw) => ({ ...raw })),
    }),
    count: async () => found.length,
    primaryKeys: async () => found.map(({ id }) => id),
  });
  const table = {
    db: { tables: [] },
    where: (index: string) => ({
      above: (id: string) =>
        answer(sorted((raw) => [raw.id]).filter((raw) => raw.id > id)),
      between(
        lower: readonly (string | number)[],
        upper: readonly (string | number)[],
        ...[withLower, withUpper]: readonly boolean[]
      ) {
        if (index !== BY_WRITE_TIME) throw new Error(`There is no ${index}.`);
        const key = (raw: Raw) => [raw._deleted, raw._meta.lwt];
        const isAbove = (raw: Raw) => compareKeys(key(raw), lower);
        const isBelow = (raw: Raw) => compareKeys(upper, key(raw));
        return answer(
          sorted((raw) => [...key(raw), raw.id])
            .filter((raw) => isAbove(raw) > (withLower ? -1 : 0))
            .filter((raw) => isBelow(raw) > (withUpper ? -1 : 0)),
        );
      },
    }),
    bulkGet: async (ids: readonly string[]) => ids.map((id) => rows.get(id)),
  } as unknown as DexieTable;
  return {
    instance: { changeStream: () => changes, internals: { dexieTable: table } },
    async write(document) {
      const sealed = await closeDocument(document as never, clearCodec);
      rows.set(document.id, {
        ...sealed,
        _deleted: document._deleted ? "1" : "0",
      } as Raw);
      changes.next({ events: [{ documentData: structuredClone(document) }] });
    },
    living: () => [...rows.values()].filter((raw) => raw._deleted === "0"),
  };
}

/** As IndexedDB compares keys that are arrays: a beginning comes first. */
function compareKeys(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  const both = Math.min(a.length, b.length);
  return compare(a.slice(0, both), b.slice(0, both)) || a.length - b.length;
}

function compare(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i] ?? 0;
    const right = b[i] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
