import type {
  ComparedPart,
  Comparison,
  ComparisonPlace,
} from "./comparison.ts";
import type { Checkpoint } from "./ports.ts";
import {
  MAX_GROUPS,
  MAX_PULL,
  type Cursors,
  type PullAnswer,
  type PushAnswer,
} from "./protocol.ts";
import type { Failure } from "./reply.ts";
import type { SyncLog, SyncRun } from "./status.ts";

/** All that the engine remembers between two events; times are Unix milliseconds of this device. */
export interface EngineState {
  readonly connected: boolean;
  readonly paused: boolean;
  readonly busy: "none" | "push" | "pull" | "identity" | "compare";
  /** Another machine writes under this device's id (a copied profile): a new one is needed before anything is sent. */
  readonly forked: boolean;
  readonly checkpoint: Checkpoint;
  /** Highest entry of the journal, highest one handed to the server, highest one it has processed. */
  readonly lastD: number;
  readonly sent: number;
  readonly acked: number;
  /** The server asks for what is no longer kept: stand-ins are sent. */
  readonly gapless: boolean;
  /** A reading of the whole feed under way (`survey.ts`). */
  readonly survey: Checkpoint | null;
  /** A comparison of the two stores under way (`comparison.ts`). */
  readonly comparison: Comparison | null;
  /** When the last one ended; null = nothing has been received yet. */
  readonly comparedAt: number | null;
  /** One is wanted, whenever the last one was. */
  readonly doubted: boolean;
  /** The server's head as last heard; a hint at or below it brings no news. */
  readonly head: number;
  readonly wantsPull: boolean;
  /** Groups of a push and documents of a page at most: less after a time-out. */
  readonly pushLimit: number;
  readonly pullLimit: number;
  /** Sending makes no progress: not tried again before, while receiving goes on. */
  readonly pushHeldUntil: number | null;
  readonly failures: number;
  readonly retryAt: number | null;
  /** Period of the unasked pull, milliseconds; null = only by hand. */
  readonly everyMs: number | null;
  readonly periodicAt: number | null;
  readonly blocked: { readonly code: string; readonly message: string } | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly run: {
    readonly at: number;
    readonly sent: number;
    readonly received: number;
    /** Documents that are still to come, at most; absent before the first have come. */
    readonly left?: number;
  } | null;
  /** A run has ended well since the start. */
  readonly caughtUp: boolean;
  readonly lastSuccess: number | null;
  readonly runs: readonly SyncRun[];
}

/** A page or a part of a snapshot that is in the store. */
export interface StoredAnswer extends PullAnswer {
  /** Documents that are still to come, where that is known and not read off the feed. */
  readonly left?: number;
}

export type EngineEvent =
  | {
      readonly kind: "started";
      readonly checkpoint: Checkpoint;
      readonly lastD: number;
      readonly acked: number;
      readonly log: SyncLog;
    }
  | { readonly kind: "connected" }
  | { readonly kind: "disconnected" }
  /** The server knows this device by a new id: everything kept is sent again under it, which repeats nothing. */
  | {
      readonly kind: "renumbered";
      readonly lastD: number;
      readonly acked: number;
    }
  | {
      readonly kind: "configured";
      readonly everyMs: number | null;
      readonly paused: boolean;
    }
  | { readonly kind: "saved"; readonly d: number }
  | { readonly kind: "hinted"; readonly head: number }
  /** Sync now, woken up, network changed, stream came up: try at once, whatever the back-off says. */
  | { readonly kind: "nudged" }
  | { readonly kind: "woke" }
  | {
      readonly kind: "pushed";
      readonly answer: PushAnswer;
      readonly count: number;
    }
  /** Nothing is kept above the place from which the server was to hear again. */
  | { readonly kind: "exhausted" }
  /** A page, or a part of a snapshot, is stored; reading goes on from `checkpoint`. */
  | {
      readonly kind: "pulled";
      readonly answer: StoredAnswer;
      readonly checkpoint: Checkpoint;
    }
  /** A page of a survey is stored. After the last one `end` says where to read on, and `lastD` what there is to send. */
  | {
      readonly kind: "surveyed";
      readonly answer: PullAnswer;
      readonly end: {
        readonly cursors: Cursors;
        readonly lastD: number;
      } | null;
    }
  /** The two stores may differ, as after an unclean end: they are compared. */
  | { readonly kind: "doubted" }
  /** A part has been compared, and what differed was put right. */
  | ({ readonly kind: "compared" } & ComparedPart)
  | {
      readonly kind: "failed";
      readonly failure: Failure;
      readonly random: number;
    };

export type EngineEffect =
  | {
      readonly kind: "push";
      readonly after: number;
      readonly limit: number;
      readonly gapless: boolean;
      readonly epoch: string | null;
    }
  /** Without cursors: a new one begins. */
  | {
      readonly kind: "survey";
      readonly from: Checkpoint;
    }
  | {
      readonly kind: "pull";
      readonly from: Checkpoint;
    }
  /** `at` null: from the beginning. */
  | {
      readonly kind: "compare";
      readonly at: ComparisonPlace | null;
      readonly epoch: string;
    }
  | { readonly kind: "identity" }
  | { readonly kind: "wake"; readonly at: number }
  /** A run has ended well: a good moment to refill the lease of numbers. */
  | { readonly kind: "run-ended" };

export const initialState: EngineState = {
  connected: false,
  paused: false,
  busy: "none",
  forked: false,
  checkpoint: { epoch: null, cursors: {} },
  lastD: 0,
  sent: 0,
  acked: 0,
  gapless: false,
  survey: null,
  comparison: null,
  comparedAt: null,
  doubted: false,
  head: 0,
  wantsPull: false,
  pushLimit: MAX_GROUPS,
  pullLimit: MAX_PULL,
  pushHeldUntil: null,
  failures: 0,
  retryAt: null,
  everyMs: 300_000,
  periodicAt: null,
  blocked: null,
  problem: null,
  run: null,
  caughtUp: false,
  lastSuccess: null,
  runs: [],
};
