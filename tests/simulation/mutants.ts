import type { TenantWriter } from "../../server/storage/sync-storage.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import type { Replica } from "../../shared/sync/ports.ts";
import type { Group } from "../../shared/sync/protocol.ts";
import type { Seams } from "./seams.ts";
import type { Swarm } from "./swarm.ts";
import { tenantTables } from "./world.ts";

/** A fault that was put between two real parts: the simulation must find it, or it finds nothing. */
export interface Mutant {
  readonly name: string;
  /** It must be found within the first so many seeds. */
  readonly within: number;
  /** Worlds in which it has a chance to show. */
  readonly swarm?: Partial<Swarm>;
  readonly seams: () => Seams;
}

/** Three laptops with wrong clocks on one card, which send little at a time. */
const CROWDED: Partial<Swarm> = {
  ...{ skewMs: 86_400_000, crowd: 1, batch: 3, devices: 3, documents: 1 },
  ...{ wipe: 0, steps: 200 },
};

const ELEMENTS_ONLY: Swarm["habits"] = {
  ...{ set: 0.1, item: 0, element: 1, create: 0, delete: 0, visit: 0 },
  ...{ undo: 0, task: 0, interaction: 0, text: 0, opportunity: 0 },
};

/** Several people write into one long text. */
const WRITTEN: Partial<Swarm> = {
  ...{ devices: 3, documents: 1, crowd: 1, wipe: 0 },
  habits: { ...ELEMENTS_ONLY, element: 0, text: 1 },
};

/** Answers get lost, exchanges are given up and begun again. */
const IMPATIENT: Swarm["weights"] = {
  ...{ edit: 1, perform: 4, network: 3, giveUp: 0.3, crash: 0, boot: 0 },
  ...{ partition: 0, time: 0.3, nudge: 1, serverCrash: 0, clock: 0 },
  ...{ backup: 0, restore: 0, copy: 0, reconnect: 0 },
};

/** Several cards, so that a batch does not answer for what the next one says. */
const SCATTERED: Partial<Swarm> = {
  ...{ ...CROWDED, documents: 3, crowd: 0.3, weights: IMPATIENT, drop: 0.3 },
  ...{ staleForms: 0.8, double: 0, paceMs: 20 },
  habits: { ...ELEMENTS_ONLY, set: 1, element: 0 },
};

/** A laptop is copied now and then, and everybody works on. */
const COPIED: Swarm["weights"] = {
  ...{ edit: 1, perform: 4, network: 3, giveUp: 0, crash: 0.1, boot: 1 },
  ...{ partition: 0.1, time: 0.3, nudge: 1, serverCrash: 0, clock: 0 },
  ...{ backup: 0, restore: 0, copy: 0.2, reconnect: 0 },
};

/** Much is deleted while some are away. */
const DELETED: Partial<Swarm> = {
  weights: { ...COPIED, copy: 0, partition: 0.3 },
  habits: { ...ELEMENTS_ONLY, create: 0.5, delete: 1 },
};

/** The server is put back now and then; there is time for files, for little is written. */
const RESTORED: Partial<Swarm> = {
  ...{ stranger: 0, arrange: 0, drop: 0, double: 0, slowDatabase: 0 },
  ...{ slowReads: 0, batch: 200, page: 500, devices: 2, steps: 250 },
  weights: {
    ...{ ...COPIED, copy: 0, edit: 0.05, crash: 0.02, partition: 0 },
    ...{ perform: 8, network: 6, backup: 0.1, restore: 0.1 },
  },
};

/** People attach much, and lines are bad. */
const FILED: Partial<Swarm> = {
  ...{ attach: 0.5, revoke: 0, drop: 0.3, failingStore: 0 },
};

export const MUTANTS: readonly Mutant[] = [
  {
    name: "the server acknowledges more than the request contained",
    within: 20,
    swarm: SCATTERED,
    seams: () => ({
      answer: (path, answer, body, world) => {
        const device = tenantTables(world).devices.get(String(body["device"]));
        return path === "/v1/sync/push"
          ? { ...answer, upto: device?.lastD ?? 0 }
          : answer;
      },
    }),
  },
  {
    name: "a push is answered without documents",
    within: 1_000,
    swarm: CROWDED,
    seams: () => ({
      answer: (path, answer) =>
        path === "/v1/sync/push" ? { ...answer, docs: [] } : answer,
    }),
  },
  {
    name: "the checkpoint is written before its documents",
    within: 1_000,
    seams: () => ({ replica: checkpointFirst }),
  },
  {
    name: "a group that comes again is applied again",
    within: 100,
    seams: noDedupe,
  },
  {
    name: "a pull overwrites what was not sent yet",
    within: 50,
    seams: () => ({
      pending: (pending) => ({ ...pending, pendingOpsOf: () => [] }),
    }),
  },
  {
    name: "the journal is not replayed",
    within: 50,
    seams: () => ({ journal: (state) => ({ ...state, pending: [] }) }),
  },
  {
    name: "what lost a conflict is not recorded",
    within: 50,
    seams: () =>
      writing((writer) => ({
        save: (documents) =>
          writer.save(
            documents.filter(({ doc }) => doc.v["kind"] !== "conflict"),
          ),
      })),
  },
  {
    name: "a stale deletion wins over an edit",
    within: 300,
    seams: () =>
      groups((group) => ({
        ...group,
        ops: group.ops.map((op) =>
          op.k === "del" ? { ...op, rev: 1_000_000 } : op,
        ),
      })),
  },
  {
    name: "removing an element wins a tie",
    within: 300,
    swarm: { ...CROWDED, skewMs: 0, paceMs: 0, habits: ELEMENTS_ONLY },
    seams: () =>
      groups((group) => {
        const [ms = "0", count = "0"] = group.hlc.split(".");
        return group.ops.some((op) => op.k === "rem")
          ? { ...group, hlc: `${ms}.${Number(count) + 1}` }
          : group;
      }),
  },
  {
    name: "the fence between companies is down",
    within: 20,
    swarm: { stranger: 0.5 },
    seams: () => ({
      storage: (storage, world) => ({
        ...storage,
        head: () => storage.head(world.tenantId),
        changedCollections: (_id, ...args) =>
          storage.changedCollections(world.tenantId, ...args),
        feed: (_id, page) => storage.feed(world.tenantId, page),
      }),
    }),
  },
  {
    name: "a push of another company is taken as one's own",
    within: 20,
    swarm: { stranger: 0.5 },
    seams: () => ({
      storage: (storage, world) => ({
        ...storage,
        write: (_id, ...args) => storage.write(world.tenantId, ...args),
      }),
    }),
  },
  {
    name: "a text of two loses its last line",
    within: 50,
    swarm: WRITTEN,
    seams: () =>
      writing((writer) => ({
        save: (documents) =>
          writer.save(
            documents.map(({ doc, ...saved }) => ({
              ...saved,
              doc: doc.stamps["comment"]?.d === "" ? cut(doc) : doc,
            })),
          ),
      })),
  },
  {
    name: "a lease is handed out twice",
    within: 50,
    seams: () =>
      writing((writer) => ({
        addLease: (series, lease, _next, atMs) =>
          writer.addLease(series, lease, lease.lo, atMs),
      })),
  },
  {
    name: "nobody notices that the server was restored",
    within: 300,
    seams: () => {
      let first: unknown;
      return {
        request: (_path, body) =>
          "epoch" in body ? { ...body, epoch: null } : body,
        answer: (_path, answer) => {
          first ??= answer["epoch"];
          return { ...answer, epoch: first };
        },
      };
    },
  },
  {
    name: "a copied profile is taken for the original",
    within: 100,
    swarm: { devices: 2, weights: COPIED, double: 0 },
    seams: () =>
      writing((writer) => ({
        ledger: async (device, ds) =>
          (await writer.ledger(device, ds)).map((entry) => ({
            ...entry,
            mutationId: null,
          })),
      })),
  },
  {
    name: "a device is not told that deletions were forgotten",
    within: 200,
    swarm: {
      ...DELETED,
      doubtful: false,
      forgetful: 0.3,
      dayAfter: false,
      wipe: 0,
      forget: 0,
    },
    seams: () => ({
      storage: (storage) => ({
        ...storage,
        head: async (tenantId) => ({
          ...(await storage.head(tenantId)),
          gcSeq: 0,
        }),
      }),
    }),
  },
  {
    name: "everybody is sent everybody's own documents",
    within: 500,
    seams: () => ({
      storage: (storage, world) => {
        const everything = () => [
          "all",
          ...[...tenantTables(world).users.keys()].map((id) => `private:${id}`),
        ];
        return {
          ...storage,
          changedCollections: (id, _buckets, cursors, upTo) =>
            storage.changedCollections(id, everything(), cursors, upTo),
          feed: (id, page) =>
            storage.feed(id, { ...page, buckets: everything() }),
        };
      },
    }),
  },
  {
    name: "files do not wait for the text",
    within: 50,
    swarm: FILED,
    seams: () => ({
      uploads: (deps) => ({ ...deps, textWaits: async () => false }),
    }),
  },
  {
    name: "a file whose answer was lost is taken for sent",
    within: 50,
    swarm: FILED,
    seams: () => ({
      uploads: (deps) => ({
        ...deps,
        async send(file) {
          const answer = await deps.send(file);
          const body = { bytes: 0, received: 0, stored: true };
          return answer.status === "unreachable"
            ? { status: "ok", body }
            : answer;
        },
      }),
    }),
  },
  {
    name: "a piece of a file is taken for the whole",
    within: 50,
    swarm: FILED,
    seams: () => ({
      files: (files) => ({
        ...files,
        async append(...args) {
          const kept = await files.append(...args);
          return kept && { ...kept, stored: true, untilMs: null };
        },
      }),
    }),
  },
  {
    name: "nobody asks a restored server for the files that it had",
    within: 100,
    swarm: { ...FILED, ...RESTORED },
    seams: () => ({
      uploads: (deps) => ({
        ...deps,
        shelf: { ...deps.shelf, sentSince: async () => [] },
      }),
    }),
  },
];

function cut(doc: StoredDocument): StoredDocument {
  const comment = String(doc.v["comment"]).split("\n").slice(0, -1).join("\n");
  return { ...doc, v: { ...doc.v, comment } };
}

/** Changes what one transaction of the server can do. */
function writing(
  change: (writer: TenantWriter) => Partial<TenantWriter>,
): Seams {
  return {
    storage: (storage) => ({
      ...storage,
      write: (tenantId, reserve, work) =>
        storage.write(tenantId, reserve, (writer) =>
          work({ ...writer, ...change(writer) }),
        ),
    }),
  };
}

/** Changes the groups of each push on their way. */
function groups(change: (group: Group) => Group): Seams {
  return {
    request: (path, body) =>
      path === "/v1/sync/push"
        ? { ...body, groups: (body["groups"] as Group[]).map(change) }
        : body,
  };
}

function noDedupe(): Seams {
  const firstOf = new Map<string, number>();
  const fresh = writing((writer) => ({
    lastD: async (device) => (firstOf.get(device) ?? 1) - 1,
    ledger: async () => [],
    async appendLedger(device, rows, lastD, atMs) {
      const known = await writer.ledger(
        device,
        rows.map(({ d }) => d),
      );
      const fresh = rows.filter((row) => !known.some(({ d }) => d === row.d));
      await writer.appendLedger(device, fresh, lastD, atMs);
    },
  }));
  return {
    ...fresh,
    request: (path, body) => {
      const [first] = (body["groups"] ?? []) as Group[];
      if (path === "/v1/sync/push" && first)
        firstOf.set(String(body["device"]), first.d);
      return body;
    },
  };
}

function checkpointFirst(replica: Replica): Replica {
  let held: (() => Promise<void>) | null = null;
  const release = async () => {
    const apply = held;
    held = null;
    await apply?.();
  };
  return {
    ...replica,
    async applyServer(...args) {
      await release();
      held = () => replica.applyServer(...args);
    },
    async removeUnknown(...args) {
      await release();
      await replica.removeUnknown(...args);
    },
    async writeCheckpoint(checkpoint) {
      await replica.writeCheckpoint(checkpoint);
      await release();
    },
  };
}
