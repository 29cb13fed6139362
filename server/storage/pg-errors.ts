import pg from "pg";
import { DatabaseUnavailableError } from "./sql.ts";

/** Classes 08, 53 and 58, a server that starts, stops or is a read-only copy. Nothing of it is the asker's fault. */
const AWAY = /^(08|53|58|57P0)|^25006$/;
const TOO_MANY_CONNECTIONS = "53300";

/**
 * What the server shall know of an error of a query: PostgreSQL's own errors as they are (they carry a SQLSTATE);
 * anything else is about the connection.
 *
 * @param lost why the connection broke, when it did: PostgreSQL's last word comes between two queries
 */
export function toldOf(error: unknown, lost: unknown): unknown {
  const cause = error instanceof pg.DatabaseError ? error : (lost ?? error);
  return isOfTheQuery(cause) ? cause : unavailable(cause);
}

/** Why no connection could be opened. */
export function connectionRefused(error: unknown): unknown {
  return isStateOf(error, TOO_MANY_CONNECTIONS) ? error : unavailable(error);
}

/** All our connections are at work: the same as the database's own "too many", and answered alike. */
export function noneFree(): Error {
  return Object.assign(new Error("No connection is free."), {
    code: TOO_MANY_CONNECTIONS,
  });
}

/** One line without anybody's data: PostgreSQL's words about a connection, or the system's code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code } = error as NodeJS.ErrnoException;
  // Several addresses tried in vain have no message of their own.
  return error.message || code || error.name;
}

function isOfTheQuery(error: unknown): error is pg.DatabaseError {
  return (
    error instanceof pg.DatabaseError &&
    (!AWAY.test(error.code ?? "") || isStateOf(error, TOO_MANY_CONNECTIONS))
  );
}

function isStateOf(error: unknown, state: string): boolean {
  return error instanceof pg.DatabaseError && error.code === state;
}

function unavailable(cause: unknown): DatabaseUnavailableError {
  return new DatabaseUnavailableError(reasonOf(cause), { cause });
}
