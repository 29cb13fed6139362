import type { Sql } from "../../server/storage/sql.ts";

/** The same database, with how often it was asked inside of transactions. */
export function counted(sql: Sql): { readonly sql: Sql; queries(): number } {
  let count = 0;
  const transaction: Sql["transaction"] = (work, ...how) =>
    sql.transaction(
      (tx) =>
        work({
          ...tx,
          query(...asked: Parameters<typeof tx.query>) {
            count += 1;
            return tx.query(...asked);
          },
        } as typeof tx),
      ...how,
    );
  return { sql: { ...sql, transaction }, queries: () => count };
}
