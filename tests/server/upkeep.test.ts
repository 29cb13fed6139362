import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { syncedCollections } from "../../shared/entities/registry.ts";
import { keeper } from "../helpers/keeper.ts";
import { ENGINES, op, withServer } from "../helpers/server.ts";

describe.each(ENGINES)("upkeep on %s", (engine) => {
  test("deletions older than the horizon are forgotten, and only who has not read them is told to compare all", () =>
    withServer(engine, async (server) => {
      const keep = keeper(server);
      const cro = await server.device("Chantal");
      const [first, second, kept] = [1, 2, 3].map(() => randomUUID());
      if (!first || !second || !kept) throw new Error("There are three");
      const made = await cro.push(
        [first, second, kept].map((id) => op.company(id, "A")),
      );
      await keep(0);
      const deleted = await cro.push([op.del("contacts", first, 1)]);
      await keep(1);
      await cro.push([op.del("contacts", second, 1)]);
      const tombstones = async () => {
        const { docs } = await cro.pull({ contacts: 0 });
        return docs.filter((doc) => doc.deleted).map(({ id }) => id);
      };
      await keep(3);
      expect(await tombstones()).toEqual([first, second]);
      await keep(0.5);
      // Noted after the first deletion and before the second: three and a half days ago.
      expect(await tombstones()).toEqual([second]);

      const pull = (cursor: number) =>
        cro.post("/v1/sync/pull", {
          ...{ proto: 1, schema: 1, epoch: null },
          cursors: { contacts: cursor },
        });
      expect(await pull(made.head)).toMatchObject({
        status: 410,
        body: { error: { code: "cursor_too_old" } },
      });
      expect((await pull(deleted.head)).status).toBe(200);
      // In the middle of a first reading its cursors are as far back; the device knows which it is.
      const reading = (deletionsUpTo: number) =>
        cro.post("/v1/sync/pull", {
          ...{ proto: 1, schema: 1, epoch: null, deletionsUpTo },
          cursors: { contacts: 1, tasks: deleted.head, notes: 0, files: 0 },
        });
      expect((await reading(deleted.head)).status).toBe(200);
      expect((await reading(made.head)).status).toBe(410);
      expect((await cro.all("contacts")).size).toBe(1);

      await keep(10);
      await keep(0);
      expect(await tombstones()).toEqual([]);
      // Nobody is told again for nothing.
      expect((await pull(deleted.head + 1)).status).toBe(200);
      expect((await pull(deleted.head)).status).toBe(410);
      const marks = await server.sql.query(
        `SELECT day FROM feed_mark WHERE tenant_id = $1`,
        [cro.tenantId],
      );
      expect(marks).toHaveLength(2);
    }));

  test("a first reading passes the horizon, page by page", () =>
    withServer(engine, async (server) => {
      const keep = keeper(server);
      const cro = await server.device("Chantal");
      const ids = Array.from({ length: 4 }, () => randomUUID());
      const gone = randomUUID();
      await cro.push(ids.map((id) => op.company(id, "A")));
      await cro.push([op.company(gone, "A")], [op.del("contacts", gone, 1)]);
      await keep(0);
      await keep(4);
      const task = randomUUID();
      await cro.push([
        op.ins("tasks", {
          ...{ id: task, type: "task", description: "Call" },
          ...{ date: "2026-01-05", status: "notStarted" },
        }),
      ]);
      const found: string[] = [];
      const every = Object.fromEntries(syncedCollections.map((c) => [c, 0]));
      for (const start of [{}, every]) {
        found.length = 0;
        let page = await cro.pull(start, 1);
        found.push(...page.docs.map(({ id }) => id));
        while (page.more) {
          page = await cro.pull(page.cursors, 1);
          found.push(...page.docs.map(({ id }) => id));
        }
        expect(found).toEqual(expect.arrayContaining([...ids, task]));
      }
    }));

  test("another company's deletions stay; an edit of a forgotten document is refused alone; its number is not given again", () =>
    withServer(engine, async (server) => {
      const keep = keeper(server);
      const cro = await server.device("Chantal");
      const stranger = await server.stranger();
      const [mine, theirs] = [randomUUID(), randomUUID()];
      for (const [device, id] of [
        [cro, mine],
        [stranger, theirs],
      ] as const)
        await device.push(
          [op.company(id, "A", { no: "CT000007" })],
          [op.del("contacts", id, 1)],
        );
      await keep(0);
      await keep(4);
      expect((await cro.pull({ contacts: 0 })).docs).toEqual([]);
      expect((await stranger.pull({ contacts: 0 })).docs).toHaveLength(1);
      const again = randomUUID();
      const { results } = await cro.push(
        [op.set("contacts", mine, { name: ["A", "B"] })],
        [op.company(again, "C", { no: "CT000007" })],
      );
      expect(results[0]).toMatchObject({ s: "rejected", code: "not_found" });
      expect((await cro.all("contacts")).get(again)?.["no"]).not.toBe(
        "CT000007",
      );
    }));

  test("history is kept as long as is set, for this company or for all; what counts, and by whom, stays", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const stranger = await server.stranger();
      const { tenantId } = stranger;
      const retention = { tenants: { [tenantId]: { historyDays: 0 } } };
      const keep = keeper(server, retention, [tenantId]);
      const id = randomUUID();
      for (const device of [cro, stranger])
        await device.push(
          [op.company(id, "A")],
          [op.set("contacts", id, { name: ["A", "B"], city: [null, "C"] })],
        );
      const lines = async (device: typeof cro) => {
        const url = `${server.url}/v1/history/contacts/${id}`;
        const headers = { authorization: `Bearer ${device.access}` };
        const answer = await fetch(url, { headers });
        return ((await answer.json()) as { rows: unknown[] }).rows.length;
      };
      await keep(399);
      expect([await lines(cro), await lines(stranger)]).toEqual([3, 3]);
      await keep(2);
      expect([await lines(cro), await lines(stranger)]).toEqual([0, 3]);
      const { results } = await cro.push([
        op.set("contacts", id, { name: ["A", "D"] }),
      ]);
      expect(results).toMatchObject([{ s: "ok" }]);
    }));

  test("the ledger forgets what is old but for a device's last 1,000; what it has forgotten is never taken for a repetition", () =>
    withServer(engine, async (server) => {
      const keep = keeper(server);
      const cro = await server.device("Chantal");
      const stranger = await server.stranger();
      const groups = Array.from({ length: 1_010 }, (_, n) => ({
        ...{ d: n + 1, m: randomUUID(), hlc: `${server.clock.nowMs}.${n}` },
        ops: [op.set("contacts", randomUUID(), { name: ["A", "B"] })],
      }));
      const push = (device: typeof cro, from: number, to: number) =>
        device.raw(groups.slice(from, to));
      for (const device of [cro, stranger])
        for (let from = 0; from < groups.length; from += 200)
          await push(device, from, from + 200);
      const refused = { s: "rejected", code: "not_found" };
      const forked = {
        status: 409,
        body: { error: { code: "device_forked" } },
      };
      await keep(179);
      expect((await push(cro, 0, 1)).body.results).toMatchObject([refused]);
      await keep(2);
      expect(await push(cro, 0, 1)).toMatchObject(forked);
      expect(await push(cro, 9, 12)).toMatchObject(forked);
      expect((await push(cro, 10, 12)).body.results).toMatchObject([
        refused,
        refused,
      ]);
      expect((await push(stranger, 0, 1)).body.results).toMatchObject([
        refused,
      ]);
    }));
});
