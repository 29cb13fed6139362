import type { Replica } from "../../shared/sync/ports.ts";
import type { Envelope, Group, Op } from "../../shared/sync/protocol.ts";
import { rebase } from "../../shared/sync/rebase.ts";

type Row = Record<string, unknown>;

/** A store in memory that keeps the engine's promises: never a lower `seq`, unsent operations always on top. */
export interface MemoryReplica {
  readonly port: Replica;
  rev(c: string, id: string): number;
  shown(c: string, id: string): Row | null;
  ids(c: string): readonly string[];
  /** Documents as the server's answers left them, deleted ones too. */
  envelopes(): readonly Envelope[];
}

export function memoryReplica(pending: () => readonly Group[]): MemoryReplica {
  const server = new Map<string, Envelope>();
  const keyOf = (c: string, id: string) => `${c}/${id}`;
  let checkpoint: Awaited<ReturnType<Replica["readCheckpoint"]>> = {
    epoch: null,
    cursors: {},
  };
  const opsOf = (c: string, id: string): Op[] =>
    pending().flatMap((group) =>
      group.ops.filter((op) => op.c === c && op.id === id),
    );
  const port: Replica = {
    async applyServer(_epoch, docs) {
      for (const doc of docs) {
        const known = server.get(keyOf(doc.c, doc.id));
        if (!known || known.seq < doc.seq)
          server.set(keyOf(doc.c, doc.id), doc);
      }
    },
    marksFrom: async (c, from, limit) =>
      [...server.values()]
        .filter((doc) => doc.c === c && doc.id >= from)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id, seq, rev, deleted }) => ({
          ...{ id, seq, rev, deleted, epoch: checkpoint.epoch },
          unsent: opsOf(c, id).length > 0,
        })),
    applySnapshot: (epoch, docs, upto) => port.applyServer(epoch, docs, upto),
    barrier: async () => {},
    oldestConfirmed: async () =>
      Math.min(...[...server.values()].map(({ seq }) => seq)),
    readCheckpoint: async () => checkpoint,
    async writeCheckpoint(next) {
      checkpoint = next;
    },
    heldBeside: async () => [],
    removeUnknown: async () => {},
  };
  return {
    port,
    rev: (c, id) => server.get(keyOf(c, id))?.rev ?? 0,
    shown: (c, id) => rebase(server.get(keyOf(c, id))?.v ?? null, opsOf(c, id)),
    ids: (c) => [
      ...new Set([
        ...[...server.values()]
          .filter((doc) => doc.c === c)
          .map((doc) => doc.id),
        ...pending().flatMap((group) =>
          group.ops.filter((op) => op.c === c).map((op) => op.id),
        ),
      ]),
    ],
    envelopes: () => [...server.values()],
  };
}
