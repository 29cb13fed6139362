import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { counted } from "../helpers/counted-sql.ts";
import { op, openEngine, withServer } from "../helpers/server.ts";

test("DEL-3: many contacts that come back with their comments ask the database no more often than one", async () => {
  const { sql, queries } = counted(await openEngine("pglite"));
  await withServer(sql, async (server) => {
    const device = await server.device("Anna");
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const comments = new Map(
      ids.map((contactId) => {
        const id = randomUUID();
        const text = `Of ${contactId}`;
        return [id, { id, kind: "comment", contactId, text }];
      }),
    );
    await device.push(ids.map((id) => op.company(id, "A")));
    await device.push([...comments.values()].map((v) => op.ins("notes", v)));
    const asked = async (ops: readonly object[]) => {
      const before = queries();
      expect((await device.push([...ops])).results).toMatchObject([
        { s: "ok" },
      ]);
      return queries() - before;
    };
    const [first = "", ...others] = ids;
    await device.push(ids.map((id) => op.del("contacts", id, 1)));
    expect((await device.all("notes")).size).toBe(0);
    const back = await asked([op.company(first, "A")]);
    const allBack = await asked(others.map((id) => op.company(id, "A")));
    const notes = await device.all("notes");
    expect(new Set(notes.keys())).toEqual(new Set(comments.keys()));
    expect(allBack).toBe(back);
    const [plan] = await sql.transaction(async (tx) => {
      await tx.query(`SET LOCAL enable_seqscan = off`);
      return tx.query<{ "QUERY PLAN": unknown }>(
        `EXPLAIN (FORMAT JSON) SELECT id FROM doc WHERE tenant_id = $1 AND coll = 10 AND deleted
           AND data->>'contactId' = ANY($2::text[])`,
        [server.tenant.tenantId, ids],
      );
    });
    expect(JSON.stringify(plan)).toContain("doc_deleted_notes");
  });
});
