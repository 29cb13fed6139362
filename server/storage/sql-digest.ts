import {
  createDigestSum,
  FIRST_ID,
  type DigestRange,
  type DigestSum,
} from "../../shared/sync/digest.ts";
import { numberOf } from "./document-row.ts";
import type { Sql } from "./sql.ts";
import type { DigestPart, StoreDigest } from "./sync-storage.ts";

const PAGE = 10_000;

interface Row {
  readonly id: string;
  readonly seq: number | string;
  readonly rev: number;
}

/**
 * Sums over ranges of equally many documents, all as of one head: the transaction sees the database as it was at its
 * first statement, however long the pages take. The hash is JavaScript's, so no engine needs to know it.
 */
export function readDigest(
  sql: Sql,
  tenantId: string,
  part: DigestPart,
): Promise<StoreDigest> {
  return sql.transaction(async (tx) => {
    await tx.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`);
    const [head] = await tx.query<{ epoch: string; seq: number | string }>(
      `SELECT epoch, seq FROM tenant_head WHERE tenant_id = $1`,
      [tenantId],
    );
    if (!head) throw new Error(`No tenant ${tenantId}`);
    const from = part.from ?? FIRST_ID;
    const where = `coll = $2 AND bucket = ANY($3::text[]) AND NOT deleted
      AND ($5::uuid IS NULL OR id < $5::uuid)`;
    const params = (after: string) => [
      tenantId,
      numberOf(part.collection),
      [...part.buckets],
      after,
      part.until ?? null,
    ];
    const [counted] = await tx.query<{ n: number | string }>(
      `SELECT count(*) AS n FROM doc WHERE tenant_id = $1 AND ${where} AND id >= $4::uuid`,
      params(from),
    );
    const ranges = rangesFrom(from, Number(counted?.n ?? 0), part.ranges);
    for (let after: string | null = null; ;) {
      const rows: Row[] = await tx.query<Row>(
        `SELECT id, seq, rev FROM doc WHERE tenant_id = $1 AND ${where} AND id ${after === null ? ">=" : ">"} $4::uuid
         ORDER BY id LIMIT ${PAGE}`,
        params(after ?? from),
      );
      for (const { id, seq, rev } of rows)
        ranges.add({ id, seq: Number(seq), rev });
      after = rows.at(-1)?.id ?? null;
      if (rows.length < PAGE || after === null) break;
    }
    return { epoch: head.epoch, seq: Number(head.seq), ranges: ranges.read() };
  });
}

/** Takes `count` documents in the order of their ids into at most `most` ranges; an empty part is one range. */
export function rangesFrom(from: string, count: number, most: number) {
  const size = Math.max(1, Math.ceil(count / most));
  const ranges: { readonly lo: string; readonly sum: DigestSum }[] = [
    { lo: from, sum: createDigestSum() },
  ];
  return {
    add(item: Row & { readonly seq: number }) {
      let last = ranges.at(-1);
      if (!last || last.sum.count === size) {
        last = { lo: item.id, sum: createDigestSum() };
        ranges.push(last);
      }
      last.sum.add(item);
    },
    read: (): DigestRange[] =>
      ranges.map(({ lo, sum }) => ({ lo, count: sum.count, sum: sum.read() })),
  };
}
