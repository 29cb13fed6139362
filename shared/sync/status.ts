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
  readonly server: string | null;
  readonly runs: readonly SyncRun[];
  /** When everything here was last compared with the server; null = not since the first sync. */
  readonly comparedAt: number | null;
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
