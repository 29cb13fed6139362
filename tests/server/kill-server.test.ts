import { expect, test } from "vitest";
import { invite } from "../../server/auth/invitations.ts";
import { busyPerson } from "../helpers/busy-person.ts";
import { enrolAdministrator } from "../helpers/ask-server.ts";
import { auditExactlyOnce } from "../helpers/exactly-once.ts";
import { killServerRounds } from "../helpers/kill-server-rounds.ts";
import { liveDevice } from "../helpers/live-device.ts";
import { freshPostgresUrl, withServer } from "../helpers/server.ts";
import { until } from "../helpers/until.ts";

const NOTHING = { lost: [], doubled: [], differing: [] };

test("two kills of a server on the embedded engine in the middle of pushes: each intention arrives, and once", async () => {
  const report = await killServerRounds({ rounds: 2, devices: 3 });
  expect(report).toMatchObject(NOTHING);
  expect(report.acknowledged).toBeGreaterThan(5);
}, 180_000);

test("two kills of a server on PostgreSQL, and its connections ended in the middle of a transaction twice: the same", async () => {
  const databaseUrl = await freshPostgresUrl();
  const report = await killServerRounds({ rounds: 4, devices: 3, databaseUrl });
  expect(report).toMatchObject(NOTHING);
  expect(report.midTransaction).toBeGreaterThan(0);
  expect(report.acknowledged).toBeGreaterThan(5);
}, 180_000);

test("the audit sees an entry that went missing, an effect that came twice, and a change that nobody made", () =>
  withServer(
    "postgres",
    async ({ url, deps, tenant, sql }) => {
      const code = await invite(deps, tenant, {
        email: "a@carnet.example",
        name: "A",
        role: "salesperson",
      });
      const device = await liveDevice({ url, code, name: "A" });
      const person = busyPerson(device, [], "A");
      for (let i = 0; i < 5; i++) person.work();
      await until(
        async () => device.acked(),
        (acked) => acked === 5,
      );
      device.stop();
      const audit = () => auditExactlyOnce(sql, [device]);
      expect(await audit()).toMatchObject({ lost: [], doubled: [] });
      expect(person.misses()).toEqual([]);

      const of = [tenant.tenantId];
      await sql.query(
        `DELETE FROM mutation WHERE tenant_id = $1 AND d = 3`,
        of,
      );
      expect((await audit()).lost).toEqual(["A 3: ledger"]);
      await sql.query(
        `INSERT INTO doc_history SELECT tenant_id, coll, id, seq, device_id, d, n + 100, path, was, now, outcome, stamp, at_ms
         FROM doc_history WHERE tenant_id = $1 AND d = 1`,
        of,
      );
      expect((await audit()).doubled).toEqual([
        expect.stringMatching(/^A 1: .*2 times$/),
      ]);
      await sql.query(
        `DELETE FROM doc_history WHERE tenant_id = $1 AND d = 1`,
        of,
      );
      const { lost, doubled } = await audit();
      expect(lost).toContain("A 1: document");
      expect(doubled.some((words) => words.includes("revision"))).toBe(true);
    },
    { clock: { now: () => Date.now() } },
  ));

test("who asks the questions of a long proof gets a new token when the first has run out", () =>
  withServer("postgres", async (server) => {
    const code = await server.adminCode();
    const admin = await enrolAdministrator(server.url, code);
    server.clock.nowMs += 11 * 60_000;
    expect(await admin.invite("Late")).toMatch(/\S/);
    server.clock.nowMs += 11 * 60_000;
    expect(await admin.invite("Later")).toMatch(/\S/);
  }));
