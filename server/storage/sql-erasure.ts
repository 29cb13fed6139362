import { numberOf } from "./document-row.ts";
import type { Queries } from "./sql.ts";
import type { SavedDocument, TenantWriter } from "./sync-storage.ts";

type Erasure = Pick<
  TenantWriter,
  "naming" | "notesAbout" | "companyTraces" | "forget"
>;

/** People who have been with one of the companies `$2`, though they may be with another one now. */
const WAS_WITH = `SELECT h.id::text FROM doc_history h WHERE h.tenant_id = $1 AND h.coll = 1 AND h.path = 'companyId'
  AND (h.was #>> '{}' = ANY($2::text[]) OR h.now #>> '{}' = ANY($2::text[]))`;

/**
 * What merging one of the contacts `$2` has put on another card and splitting has taken off it again, and what was written
 * there between the two. Both are in the group in which the contact was absorbed, or let go of.
 */
const OF_MERGES = `WITH merge AS (
    SELECT DISTINCT device_id, d FROM doc_history
    WHERE tenant_id = $1 AND coll = 1 AND id = ANY($2::uuid[]) AND path = 'mergedInto'),
  done AS (
    SELECT h.id, h.path, h.seq FROM doc_history h JOIN merge USING (device_id, d)
    WHERE h.tenant_id = $1 AND h.coll = 1 AND h.id <> ALL($2::uuid[])),
  spans AS (
    SELECT id, path, min(seq) AS since, (SELECT max(seq) FROM done) AS until FROM done GROUP BY id, path)
  DELETE FROM doc_history h USING spans s
  WHERE h.tenant_id = $1 AND h.coll = 1 AND h.id = s.id AND h.path = s.path AND h.seq BETWEEN s.since AND s.until`;

/** Reads that no other rule needs, some of them through all of a collection: an erasure is rare. */
export function sqlErasure(
  tx: Queries,
  tenantId: string,
  read: (where: string, params: readonly unknown[]) => Promise<SavedDocument[]>,
): Erasure {
  return {
    naming: (contactIds) =>
      read(
        `(coll IN (2, 3, 4) AND (data->>'contactId' = ANY($2::text[]) OR data->>'companyId' = ANY($2::text[])
             OR data->'attendees' ?| $2::text[])
           OR coll = 9 AND data->>'contactId' = ANY($2::text[])
           OR coll = 8 AND (data->>'contactId' = ANY($2::text[]) OR data->>'primaryContactId' = ANY($2::text[]))
           OR coll = 10 AND (data->>'contactId' = ANY($2::text[]) OR data->>'docId' = ANY($2::text[])
             OR data->>'kind' = 'merge' AND EXISTS (
               SELECT 1 FROM unnest($2::text[]) AS one (id) WHERE strpos(data::text, one.id) > 0))
           OR coll = 1 AND (data->>'companyId' = ANY($2::text[]) OR data->>'mergedInto' = ANY($2::text[])
             OR jsonb_path_query_array(data, '$.links.*.contactId') ?| $2::text[]))`,
        [[...contactIds]],
      ),
    notesAbout: (docIds) =>
      read(`coll = 10 AND data->>'docId' = ANY($2::text[])`, [[...docIds]]),

    async companyTraces(companyIds) {
      const ids = [...companyIds];
      if (ids.length === 0) return { names: [], notes: [] };
      const names = await tx.query<{ name: string }>(
        `SELECT data->>'name' AS name FROM doc WHERE tenant_id = $1 AND coll = 1 AND id = ANY($2::uuid[])
         UNION SELECT was #>> '{}' FROM doc_history WHERE tenant_id = $1 AND coll = 1 AND id = ANY($2::uuid[]) AND path = 'name'
         UNION SELECT now #>> '{}' FROM doc_history WHERE tenant_id = $1 AND coll = 1 AND id = ANY($2::uuid[]) AND path = 'name'`,
        [tenantId, ids],
      );
      const notes = await read(
        `coll = 10 AND data->>'field' IN ('companyId', 'companyName') AND (data->>'docId') IN (${WAS_WITH})`,
        [ids],
      );
      return { names: names.flatMap(({ name }) => name ?? []), notes };
    },

    async forget({ documents, places, companyNames, hashes }) {
      const contacts = documents.filter(({ c }) => c === "contacts");
      // Another company may be called the same: its people's history stays.
      if (companyNames.length > 0)
        await tx.query(
          `DELETE FROM doc_history WHERE tenant_id = $1 AND path = 'companyName' AND id::text IN (${WAS_WITH})
             AND (was #>> '{}' = ANY($3::text[]) OR now #>> '{}' = ANY($3::text[]))`,
          [tenantId, contacts.map(({ id }) => id), [...companyNames]],
        );
      await tx.query(OF_MERGES, [tenantId, contacts.map(({ id }) => id)]);
      await tx.query(
        `DELETE FROM doc_history WHERE tenant_id = $1
           AND (coll, id) IN (SELECT * FROM unnest($2::smallint[], $3::uuid[]))`,
        [
          tenantId,
          documents.map(({ c }) => numberOf(c)),
          documents.map(({ id }) => id),
        ],
      );
      const heads = places.flatMap(({ c, id, heads }) =>
        heads.map((head) => ({ coll: numberOf(c), id, head })),
      );
      if (heads.length > 0)
        await tx.query(
          `DELETE FROM doc_history WHERE tenant_id = $1 AND (coll, id, split_part(path, '/', 1)) IN (
             SELECT coll, id, head FROM jsonb_to_recordset($2::jsonb) AS x (coll smallint, id uuid, head text))`,
          [tenantId, JSON.stringify(heads)],
        );
      const gone = await tx.query<{ sha256: string }>(
        `DELETE FROM file_blob AS b WHERE tenant_id = $1 AND sha256 = ANY($2::text[]) AND NOT EXISTS (
           SELECT 1 FROM doc WHERE doc.tenant_id = $1 AND doc.coll = 9 AND doc.data->>'sha256' = b.sha256)
         RETURNING sha256`,
        [tenantId, [...hashes]],
      );
      await tx.query(
        `DELETE FROM file_chunk WHERE tenant_id = $1 AND sha256 = ANY($2::text[])`,
        [tenantId, gone.map(({ sha256 }) => sha256)],
      );
      // They are made again when a device asks; one that is being made is never offered.
      await tx.query(`DELETE FROM snapshot_part WHERE tenant_id = $1`, [
        tenantId,
      ]);
      await tx.query(`DELETE FROM snapshot WHERE tenant_id = $1`, [tenantId]);
    },
  };
}
