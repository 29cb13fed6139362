import { RESTORED } from "../storage/identity-storage.ts";
import type { Sql } from "../storage/sql.ts";

/**
 * Numbers that were given after the dump are on contacts that may come back late: as many are passed over, so that
 * nobody else gets them meanwhile (NUM-6).
 */
const NUMBERS_PASSED_OVER = 1_000;

/**
 * The database is an older one than the devices know: places in its feed mean something else from now on. With a new
 * epoch every device reads everything again and sends what the database has lost.
 *
 * @returns how many companies
 */
export async function markRestored(sql: Sql): Promise<number> {
  const tenants = await sql.query<{ tenant_id: string }>(
    `SELECT tenant_id FROM tenant`,
  );
  for (const { tenant_id: tenantId } of tenants) {
    await sql.transaction(async (tx) => {
      await tx.query(
        `UPDATE tenant_head SET epoch = gen_random_uuid() WHERE tenant_id = $1`,
        [tenantId],
      );
      // Their tokens have been renewed since; whoever has no key must enrol again.
      await tx.query(
        `UPDATE device SET previous_hash = $2, grace_left = 0 WHERE tenant_id = $1 AND public_key IS NOT NULL`,
        [tenantId, RESTORED],
      );
      await tx.query(
        `UPDATE number_series SET next = next + $2 WHERE tenant_id = $1 AND next + $2 < last`,
        [tenantId, NUMBERS_PASSED_OVER],
      );
    });
  }
  return tenants.length;
}
