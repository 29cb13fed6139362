import type { CollectionName } from "../../shared/entities/registry.ts";
import { collectionOf } from "./document-row.ts";
import type { Sql } from "./sql.ts";

/** How far feeds have come, over companies: for a process that must find out what it was not told. */
export interface FeedHeads {
  /** Where these feeds end now; those that are not there are left out. */
  heads(tenantIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Collections in which anything stands behind this place, whoever may read it. */
  collectionsAfter(
    tenantId: string,
    after: number,
  ): Promise<ReadonlySet<CollectionName>>;
}

export function createSqlFeedHeads(sql: Sql): FeedHeads {
  return {
    async heads(tenantIds) {
      const rows = await sql.query<{ tenant_id: string; seq: number | string }>(
        `SELECT tenant_id, seq FROM tenant_head WHERE tenant_id = ANY($1::uuid[])`,
        [[...tenantIds]],
      );
      return new Map(rows.map((row) => [row.tenant_id, Number(row.seq)]));
    },
    async collectionsAfter(tenantId, after) {
      const rows = await sql.query<{ coll: number }>(
        `SELECT DISTINCT coll FROM doc WHERE tenant_id = $1 AND seq > $2`,
        [tenantId, after],
      );
      return new Set(rows.map((row) => collectionOf(row.coll)));
    },
  };
}
