/** One run of the engine, for the list of last runs. Counts are documents. */
export interface SyncRun {
  readonly at: number;
  readonly ok: boolean;
  readonly sent: number;
  readonly received: number;
  readonly ms: number;
  readonly problem?: string;
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
}
