/** One run of the engine, for the list of last runs. Counts are documents. */
export interface SyncRun {
  readonly at: number;
  readonly ok: boolean;
  readonly sent: number;
  readonly received: number;
  readonly ms: number;
  readonly problem?: string | undefined;
}

/**
 * What the status bar and the Sync page tell. `current` (green) only after the server acknowledged everything and
 * a pull has ended; times are Unix milliseconds of this device.
 */
export interface SyncStatus {
  readonly kind:
    | "not-connected"
    | "never-synced"
    | "current"
    | "sending"
    | "receiving"
    | "offline"
    /** The server has asked to be left alone until `nextTry`. */
    | "asked-to-wait"
    | "attention"
    | "paused"
    | "signed-out";
  /** Distinct records with unsent work. */
  readonly waiting: number;
  /** Of how many that have waited since everything was last sent; never below `waiting`. */
  readonly waited: number;
  readonly lastSuccess: number | null;
  readonly nextTry: number | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
  /** Intentions that the server refused and nobody has dealt with. */
  readonly refused: number;
  /** Distinct records that the person holds back: they wait for nothing but that person. */
  readonly held: number;
  readonly server: string | null;
  readonly runs: readonly SyncRun[];
  /** How far a long reception is; null = there is none, or it is over in a moment. */
  readonly progress: SyncProgress | null;
  /** When everything here was last compared with the server; null = not since the first sync. */
  readonly comparedAt: number | null;
  /** The server's clock minus this device's, ms; 0 = not measured. */
  readonly clockOffsetMs: number;
}

export interface SyncProgress {
  /** Documents that this run has brought. */
  readonly received: number;
  /** Documents that are still to come, at most. */
  readonly left: number;
  /** When the run began, Unix milliseconds of this device. */
  readonly since: number;
}

const PAUSES = new Set(["too_many", "busy"]);

/** True for a server that is well and merely has too much to do just now. */
export function isPause(problem: SyncStatus["problem"]): boolean {
  return problem !== null && PAUSES.has(problem.code);
}

/** What the engine remembers from one start to the next. Times are Unix milliseconds of this device. */
export interface SyncLog {
  readonly lastSuccess: number | null;
  /** Newest first. */
  readonly runs: readonly SyncRun[];
  /** When everything here was last compared with the server; null = not since the first sync. */
  readonly comparedAt: number | null;
  /** Something suggests that the two may differ, and they have not been compared since. */
  readonly doubted: boolean;
}

export const NO_LOG: SyncLog = {
  lastSuccess: null,
  runs: [],
  comparedAt: null,
  doubted: false,
};
