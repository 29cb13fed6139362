/**
 * All that the server asks of a database driver. Parameters are `$1 …`; JSON goes in as text and is cast in the
 * statement, so that both engines see the same thing; bigints come out as number or text and are read with `Number`.
 *
 * A driver for a shared database also owes: `lock_timeout` 2 s, `statement_timeout` 5 s and
 * `idle_in_transaction_session_timeout` 5 s on its connections. A process that is stopped while it holds a tenant's
 * counter would otherwise freeze that tenant.
 */
export interface Queries {
  query<R extends object>(
    text: string,
    params?: readonly unknown[],
  ): Promise<R[]>;
}

/** Patient: as long as it takes, for changes of the tables; hurried: the limits above, for all else. */
export type Pace = "hurried" | "patient";

export interface Sql extends Queries {
  /** Read committed; rolled back when `work` throws. Never nested. */
  transaction<T>(work: (sql: Queries) => Promise<T>, pace?: Pace): Promise<T>;
  /** Absent where no other process can use the database. */
  readonly openChannel?: OpenChannel;
  close(): Promise<void>;
}

/** Short words from process to process of one database. Any of them may get lost. */
export type OpenChannel = (events: ChannelEvents) => Channel;

export interface ChannelEvents {
  /** Own words are heard too. */
  heard(text: string): void;
  up(): void;
  down(reason: string): void;
}

export interface Channel {
  /** At most 7,999 bytes. Never fails. */
  say(text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The database cannot be reached, or not be used. Whether what was asked for has been stored is not known: ask again.
 * The message names the reason and nobody's data.
 */
export class DatabaseUnavailableError extends Error {}

/** SQLSTATE of an error thrown by any driver, or null. */
export function sqlStateOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error))
    return null;
  const { code } = error;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** The database refused the data itself (class 22, 23): the sender's fault, never a server error. */
export function isDataError(error: unknown): boolean {
  return /^2[23]/.test(sqlStateOf(error) ?? "");
}

/**
 * Somebody else held the lock for too long, two transactions met, one was left idle, or every connection is at work:
 * nothing was applied, try again.
 */
export function isBusyError(error: unknown): boolean {
  return BUSY.has(sqlStateOf(error) ?? "");
}

const BUSY = new Set(["55P03", "57014", "40001", "40P01", "25P03", "53300"]);
