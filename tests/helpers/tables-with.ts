import type { TestServer } from "./server.ts";

/** Names of all tables in which a row of this company holds the text. */
export async function tablesWith(
  { sql, tenant }: TestServer,
  text: string,
): Promise<string[]> {
  const tables = await sql.query<{ name: string }>(
    `SELECT table_name::text AS name FROM information_schema.columns
     WHERE column_name = 'tenant_id' AND table_schema = current_schema() ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [hit] = await sql.query(
      `SELECT 1 AS one FROM ${name} t WHERE tenant_id = $1 AND strpos(to_jsonb(t)::text, $2) > 0 LIMIT 1`,
      [tenant.tenantId, text],
    );
    if (hit) found.push(name);
  }
  return found;
}
