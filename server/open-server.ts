import { randomBytes, randomFillSync } from "node:crypto";
import { uuidV7 } from "../shared/core/ids.ts";
import type { Clock } from "../shared/core/clock.ts";
import { createAccessTokens } from "./auth/access-token.ts";
import { createFailureLimit } from "./auth/failure-limit.ts";
import { addFirstTenant } from "./auth/invitations.ts";
import type { Log, ServerDeps } from "./deps.ts";
import { createMetrics } from "./metrics/metrics.ts";
import {
  createLocalRateLimit,
  createSharedRateLimit,
} from "./limits/rate-limit.ts";
import { createRequestLimits } from "./limits/request-limits.ts";
import { DEFAULT_SETTINGS, type Limits } from "./settings.ts";
import { createSnapshots } from "./snapshot/snapshots.ts";
import { createHeart } from "./hints/heart.ts";
import { createLocalHints } from "./hints/hint-hub.ts";
import { shareHints } from "./hints/shared-hints.ts";
import { createSqlFeedHeads } from "./storage/feed-heads.ts";
import { createUploads } from "./files/uploads.ts";
import { createSqlFileStorage } from "./storage/file-storage.ts";
import { createSqlRequestCounts } from "./storage/request-counts.ts";
import { migrate } from "./storage/migrate.ts";
import type { Sql } from "./storage/sql.ts";
import { createSqlIdentityStorage } from "./storage/sql-identity-storage.ts";
import { createSqlSnapshotStorage } from "./storage/snapshot-storage.ts";
import { createSqlSyncStorage } from "./storage/sql-sync-storage.ts";

export interface ServerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  readonly behindProxy: boolean;
  readonly metricsToken: string | null;
  readonly limits: Limits;
  /** See `Settings`. */
  readonly snapshotFrom: number;
  /** Of a snapshot's part. */
  readonly partDocs: number;
  /** How long a device is kept waiting for a snapshot that is being made. */
  readonly snapshotWaitMs: number;
  /** Wrong enrolment codes a minute and address. */
  readonly enrolFailuresPerMinute: number;
  /** How long hints of one company are gathered in this process; `notifyMs`, `pollMs`: see `SharingOptions`. */
  readonly hintMs: number;
  readonly notifyMs: number;
  readonly pollMs: number;
  readonly heartbeatMs: number;
  readonly streamMs: number;
}

export const DEFAULTS = {
  behindProxy: false,
  metricsToken: null,
  limits: DEFAULT_SETTINGS.limits,
  snapshotFrom: DEFAULT_SETTINGS.snapshotFrom,
  partDocs: 2_000,
  snapshotWaitMs: 10_000,
  enrolFailuresPerMinute: 10,
  hintMs: 150,
  notifyMs: 150,
  pollMs: 3_000,
  heartbeatMs: 20_000,
  streamMs: 15 * 60_000,
} as const;

/** Everything behind the routes, on a database that may be empty; a fresh one gets its one tenant. */
export async function openServer(
  sql: Sql,
  options: ServerOptions,
): Promise<ServerDeps> {
  await migrate(sql);
  const { clock } = options;
  const identities = createSqlIdentityStorage(sql);
  const random = () => randomBytes(32).toString("base64url");
  const secret = await identities.secret("access-token", random);
  const newId = createIds(clock);
  await addFirstTenant({ identities, clock, newId });
  const feeds = createSqlFeedHeads(sql);
  const local = createLocalHints(options.hintMs);
  const hints = sql.openChannel
    ? shareHints(local, sql.openChannel, feeds, options, options.log)
    : local;
  const storage = createSqlSyncStorage(sql);
  const files = createSqlFileStorage(sql);
  const counts = createSqlRequestCounts(sql);
  const isShared = sql.openChannel !== undefined;
  return {
    storage,
    identities,
    tokens: createAccessTokens({ secret, clock }),
    hints,
    heart: createHeart({
      ...{ feeds, identities, log: options.log },
      everyMs: options.heartbeatMs,
    }),
    metrics: createMetrics(options.version, () => hints.listeners()),
    metricsToken: options.metricsToken,
    refreshSecret: await identities.secret("refresh-token", random),
    enrolFailures: createFailureLimit({
      identities,
      secret: await identities.secret("address", random),
      clock,
      newId,
      perMinute: options.enrolFailuresPerMinute,
    }),
    files,
    uploads: createUploads({ files, clock }),
    limits: createRequestLimits(
      (kind, rate) =>
        isShared
          ? createSharedRateLimit(counts, kind, rate)
          : createLocalRateLimit(clock, rate),
      options.limits,
    ),
    snapshots: createSnapshots({
      ...{ storage, clock, newId, log: options.log },
      ...{ counts, snapshots: createSqlSnapshotStorage(sql) },
      inTenMinutes: options.limits.snapshotsInTenMinutes,
      from: options.snapshotFrom,
      partDocs: options.partDocs,
      waitMs: options.snapshotWaitMs,
    }),
    clock,
    newId,
    log: options.log,
    version: options.version,
    behindProxy: options.behindProxy,
    streamMs: options.streamMs,
  };
}

export function createIds(clock: Clock): () => string {
  const random = {
    bytes: (length: number) => randomFillSync(new Uint8Array(length)),
  };
  return () => uuidV7(clock.now(), random);
}
