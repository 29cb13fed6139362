import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import { rebase } from "../../shared/sync/rebase.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { Row } from "./stored-document.ts";

/**
 * What was saved (the journal has answered) and is not yet in RxDB: operations, by document. Every read lays them
 * over what RxDB holds; repeating one that is already in there changes nothing.
 */
export interface OwnWrites {
  /** `d` 0 = written on this device only, never sent. */
  add(d: number, ops: readonly Op[]): void;
  /** The operations on one document now, in order of saving; empty when there are none. */
  of(c: CollectionName, id: string): readonly OwnWrite[];
  /** Ids of the documents of a collection that have operations. */
  idsOf(c: CollectionName): readonly string[];
  keys(): readonly DocumentKey[];
  /** RxDB holds these now, or nobody wants them any more. */
  drop(key: DocumentKey, writes: readonly OwnWrite[]): void;
}

export interface OwnWrite {
  readonly d: number;
  readonly op: Op;
}

export function createOwnWrites(): OwnWrites {
  const writesByIdByCollection = new Map<
    string,
    Map<string, readonly OwnWrite[]>
  >();

  function of(c: CollectionName, id: string): readonly OwnWrite[] {
    return writesByIdByCollection.get(c)?.get(id) ?? [];
  }
  return {
    of,
    add(d, ops) {
      for (const op of ops) {
        const byId = writesByIdByCollection.get(op.c) ?? new Map();
        writesByIdByCollection.set(op.c, byId);
        byId.set(op.id, [...of(op.c as CollectionName, op.id), { d, op }]);
      }
    },
    idsOf: (c) => [...(writesByIdByCollection.get(c)?.keys() ?? [])],
    keys: () =>
      [...writesByIdByCollection].flatMap(([c, byId]) =>
        [...byId.keys()].map((id) => ({ c: c as CollectionName, id })),
      ),
    drop({ c, id }, writes) {
      const left = of(c, id).filter((write) => !writes.includes(write));
      if (left.length > 0) writesByIdByCollection.get(c)?.set(id, left);
      else writesByIdByCollection.get(c)?.delete(id);
    },
  };
}

/**
 * A document as the person has to see it. `before` are the operations that were open when the read began: RxDB's
 * answer may be older than a write that ended while the answer was on its way, and that write must not vanish.
 */
export function withOwnWrites(
  stored: Row | null,
  before: readonly OwnWrite[],
  now: readonly OwnWrite[],
): Row | null {
  const writes = [...before, ...now.filter((write) => !before.includes(write))];
  if (writes.length === 0) return stored;
  return rebase(
    stored,
    writes.map(({ op }) => op),
  );
}
