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

export interface Sql extends Queries {
  /** Read committed; rolled back when `work` throws. Never nested. */
  transaction<T>(work: (sql: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

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

/** Somebody else held the lock for too long, or two transactions met: nothing was applied, try again. */
export function isBusyError(error: unknown): boolean {
  return ["55P03", "57014", "40001", "40P01"].includes(sqlStateOf(error) ?? "");
}
