import type { Clock } from "../../shared/core/clock.ts";
import { SCHEMA } from "../../shared/sync/protocol.ts";
import type { SnapshotOffer } from "../../shared/sync/snapshot.ts";
import type { Log } from "../deps.ts";
import { HttpError } from "../http/http-error.ts";
import { createWindowLimit } from "../limits/window-limit.ts";
import { PULL_ORDER } from "../pull/pull-page.ts";
import { privateBucket, type Caller } from "../push/caller.ts";
import { toEnvelope } from "../push/envelope.ts";
import type { RequestCounts } from "../storage/request-counts.ts";
import type {
  KeptSnapshot,
  SnapshotStorage,
} from "../storage/snapshot-storage.ts";
import type {
  SavedDocument,
  SyncStorage,
  TenantHead,
} from "../storage/sync-storage.ts";
import { buildSnapshot } from "./build-snapshot.ts";

/** What every person of a company may read; their own few documents go with the offer. */
const SHARED = "all";
const DAY_MS = 86_400_000;
const TEN_MINUTES_MS = 600_000;
/** More documents of one's own than this: page by page. */
const MAX_OWN = 1_000;
/** A device that has a part of the one before can finish it. */
const KEEP = 2;

export interface Snapshots {
  /**
   * The snapshot that a new device should take, made first when there is none.
   *
   * @param known one that the device has a part of
   * @throws HttpError 429 it is being made, or the device has fetched too many
   */
  offer(caller: Caller, known: string | null): Promise<SnapshotOffer>;
  /** One that this caller may read. Throws HttpError. */
  open(caller: Caller, id: string): Promise<SnapshotFile>;
  /** Breaks off what is being made. */
  stop(): Promise<void>;
}

export interface SnapshotFile {
  readonly info: KeptSnapshot;
  /** The packed bytes of one part. */
  part(n: number): Promise<Uint8Array>;
  /** The last byte has been taken. */
  completed(): void;
}

export function createSnapshots(deps: {
  readonly storage: Pick<SyncStorage, "head" | "feed" | "changedCollections">;
  readonly snapshots: SnapshotStorage;
  readonly counts: Pick<RequestCounts, "addDone" | "doneSince">;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly inTenMinutes: number;
  /** Documents from which on there are snapshots. */
  readonly from: number;
  readonly partDocs: number;
  /** How long a caller is kept waiting for one that is being made. */
  readonly waitMs: number;
}): Snapshots {
  const { storage, snapshots, clock, log } = deps;
  const downloads = createWindowLimit(deps, {
    ...{ most: deps.inTenMinutes, windowMs: TEN_MINUTES_MS },
  });
  const stopping = new AbortController();
  const making = new Map<string, Promise<void>>();
  let last: Promise<void> = Promise.resolve();

  /** One at a time in this process, and each company's once. */
  function make(tenantId: string): Promise<void> {
    const known = making.get(tenantId);
    if (known) return known;
    const work = last.then(() => build(tenantId));
    last = work.catch(() => {});
    const done = work.finally(() => making.delete(tenantId));
    making.set(tenantId, done);
    done.catch((error: unknown) => {
      log("snapshot failed", { error: (error as Error).name });
    });
    return done;
  }

  async function build(tenantId: string): Promise<void> {
    const madeMs = clock.now();
    await buildSnapshot({ storage, snapshots }, tenantId, {
      ...{ id: deps.newId(), bucket: SHARED, madeMs },
      ...{ signal: stopping.signal, partDocs: deps.partDocs },
      collections: PULL_ORDER,
    });
    await snapshots.prune(tenantId, SHARED, KEEP, madeMs - TEN_MINUTES_MS * 6);
    log("snapshot made", { ms: clock.now() - madeMs });
  }

  const isUsable = (kept: KeptSnapshot, head: TenantHead) =>
    kept.epoch === head.epoch &&
    kept.seq >= head.gcSeq &&
    kept.schema === SCHEMA;

  /** sync.md §10: rebuilt daily, or when the feed behind it has grown by a fifth. */
  const isStale = (kept: KeptSnapshot, head: TenantHead) =>
    head.seq - kept.seq > kept.docs / 5 || clock.now() - kept.madeMs > DAY_MS;

  async function best(
    tenantId: string,
    head: TenantHead,
    known: string | null,
  ): Promise<KeptSnapshot | null> {
    const { epoch } = head;
    const newest = () =>
      snapshots.newest(tenantId, SHARED, { schema: SCHEMA, epoch });
    const begun = known === null ? null : await snapshots.find(tenantId, known);
    if (begun && isUsable(begun, head)) return begun;
    const current = await newest();
    if (current && isUsable(current, head)) {
      if (isStale(current, head)) make(tenantId).catch(() => {});
      return current;
    }
    const count = await snapshots.count(tenantId, SHARED, deps.from);
    if (count < deps.from) return null;
    const outcome = await atMost(
      deps.waitMs,
      make(tenantId).then(
        () => "made" as const,
        () => "failed" as const,
      ),
    );
    if (outcome === null)
      throw new HttpError("busy", "The snapshot is being made.", 2);
    // Whatever prevents it, the pages are there.
    if (outcome === "failed") return null;
    return newest();
  }

  /** Null: there are too many. */
  async function ownDocuments(caller: Caller, upTo: number) {
    const { tenantId } = caller;
    const buckets = [privateBucket(caller.user.id)];
    const all = new Map(PULL_ORDER.map((name) => [name, 0]));
    const docs: SavedDocument[] = [];
    for (const collection of await storage.changedCollections(
      ...([tenantId, buckets, all, upTo] as const),
    )) {
      const limit = MAX_OWN + 1 - docs.length;
      const page = { collection, buckets, after: 0, upTo, limit };
      docs.push(...(await storage.feed(tenantId, page)));
      if (docs.length > MAX_OWN) return null;
    }
    return docs.map(toEnvelope);
  }

  async function refuseBlocked(caller: Caller): Promise<void> {
    const wait = await downloads.blockedFor(caller);
    if (wait !== null)
      throw new HttpError("too_many", "Too many snapshots.", wait);
  }

  return {
    async offer(caller, known) {
      await refuseBlocked(caller);
      const head = await storage.head(caller.tenantId);
      const { epoch, seq } = head;
      const kept = await best(caller.tenantId, head, known);
      const own = kept && (await ownDocuments(caller, kept.seq));
      const none = { snapshot: null, collections: [], docs: [] };
      if (!kept || !own || kept.epoch !== epoch)
        return { epoch, head: seq, ...none };
      const { id, docs, bytes, sha256, parts } = kept;
      return {
        ...{ epoch, head: Math.max(seq, kept.seq), docs: own },
        snapshot: { ...{ id, docs, bytes, sha256, parts }, seq: kept.seq },
        collections: [...PULL_ORDER],
      };
    },
    async open(caller, id) {
      const info = await snapshots.find(caller.tenantId, id);
      if (!info || info.bucket !== SHARED)
        throw new HttpError("not_found", "No such snapshot.");
      await refuseBlocked(caller);
      return {
        info,
        async part(n) {
          const bytes = await snapshots.part(caller.tenantId, id, n);
          if (!bytes) throw new Error("The snapshot has gone");
          return bytes;
        },
        completed: () => downloads.count(caller),
      };
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(making.values());
    },
  };
}

/** For a server without snapshots. */
export const NO_SNAPSHOTS: Snapshots = {
  offer: () => Promise.reject(new HttpError("not_found", "No snapshots.")),
  open: () => Promise.reject(new HttpError("not_found", "No snapshots.")),
  stop: () => Promise.resolve(),
};

async function atMost<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  return first;
}
