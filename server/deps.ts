import type { Clock } from "../shared/core/clock.ts";
import type { AccessTokens } from "./auth/access-token.ts";
import type { FailureLimit } from "./auth/failure-limit.ts";
import type { RequestLimits } from "./limits/request-limits.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { Heart } from "./hints/heart.ts";
import type { HintHub } from "./hints/hint-hub.ts";
import type { Uploads } from "./files/uploads.ts";
import type { FileStorage } from "./storage/file-storage.ts";
import type { IdentityStorage } from "./storage/identity-storage.ts";
import type { Snapshots } from "./snapshot/snapshots.ts";
import type { SyncStorage } from "./storage/sync-storage.ts";

/** Everything the routes need; built by the composition root, or by a test. */
export interface ServerDeps {
  readonly storage: SyncStorage;
  readonly identities: IdentityStorage;
  readonly tokens: AccessTokens;
  /** What the successors of refresh tokens are worked out with. */
  readonly refreshSecret: string;
  readonly hints: HintHub;
  readonly heart: Heart;
  readonly metrics: Metrics;
  /** Null: only this machine may read the metrics. */
  readonly metricsToken: string | null;
  readonly enrolFailures: FailureLimit;
  readonly limits: RequestLimits;
  readonly snapshots: Snapshots;
  readonly files: FileStorage;
  readonly uploads: Uploads;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly version: string;
  /** Trust the last proxy's word on where a request came from. */
  readonly behindProxy: boolean;
  /** A stream ends by itself after a random time between this and twice this. */
  readonly streamMs: number;
}

/** One line for the operator. Never names, numbers, texts or tokens of anybody. */
export type Log = (
  event: string,
  facts?: Readonly<Record<string, string | number | boolean>>,
) => void;
