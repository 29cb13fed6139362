import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openPglite } from "../../server/storage/pglite-sql.ts";
import { enrolAdministrator } from "./ask-server.ts";
import { hire, keepBusy, stuckAfter } from "./busy-office.ts";
import type { BusyPerson } from "./busy-person.ts";
import { cutBackends } from "./cut-backends.ts";
import { auditExactlyOnce, openForAudit } from "./exactly-once.ts";
import { nodeFetch, type LiveDevice } from "./live-device.ts";
import { untilSame } from "./same-everywhere.ts";
import { HIGH_LIMITS_FILE } from "./high-limits.ts";
import { startServerOn, type ServerProcess } from "./server-process.ts";
import { until } from "./until.ts";

export interface KillServerReport {
  readonly engine: "pglite" | "postgres";
  readonly rounds: number;
  /** Rounds in which at least one push had been sent and not yet answered. */
  readonly midPush: number;
  /** Connections that the database was told to end, and how many of them were inside a transaction. */
  readonly terminated: number;
  readonly midTransaction: number;
  readonly acknowledged: number;
  readonly documents: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Devices that do not hold what the server has, when all is sent and received. */
  readonly differing: readonly string[];
}

export interface KillServerRounds {
  readonly rounds: number;
  readonly devices: number;
  /** URL of an empty database; without one the server is on the embedded engine. */
  readonly databaseUrl?: string;
  /** Ends earlier, after the round that is under way by then. */
  readonly minutes?: number;
  readonly progress?: (words: string) => void;
}

const DRAIN_MS = 120_000;

/**
 * Rounds of: several devices push without a pause, SIGKILL to the server while a push is on its way, start it again on
 * the same port. On PostgreSQL every other round ends the server's connections instead (`pg_terminate_backend`), in
 * the middle of a transaction where one is under way. The devices are never told; they try again by themselves.
 */
export async function killServerRounds({
  rounds,
  devices: count,
  databaseUrl = "",
  minutes = Infinity,
  progress = () => {},
}: KillServerRounds): Promise<KillServerReport> {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-kill-server-"));
  const data = path.join(folder, "data");
  let port = 0;
  const start = async (): Promise<ServerProcess> => {
    const args = ["--port", `${port}`, "--data", data];
    const raised = ["--config", HIGH_LIMITS_FILE];
    const started = startServerOn(databaseUrl, ...args, ...raised);
    const { listening = "" } = await started.next();
    port = Number(new URL(listening).port);
    return started;
  };
  let server = await start();
  const { adminEnrollment = "" } = await server.next();
  const url = `http://127.0.0.1:${port}`;
  const pushes = countPushes();
  const people: BusyPerson[] = [];
  try {
    const admin = await enrolAdministrator(url, adminEnrollment);
    people.push(...(await hire(url, admin, count, pushes.fetch)));
    const devices = people.map((person) => person.device);
    const sums = { midPush: 0, terminated: 0, midTransaction: 0 };
    let working = true;
    const work = Promise.all(people.map((one) => keepBusy(one, () => working)));
    const end = performance.now() + minutes * 60_000;
    let round = 0;
    while (round < rounds && performance.now() < end) {
      round += 1;
      await untilSomeArrive(devices);
      await untilUnderWay(pushes);
      await pause(Math.random() * 30);
      if (databaseUrl !== "" && round % 2 === 0) {
        const cut = await cutBackends(databaseUrl);
        sums.terminated += cut.terminated;
        sums.midTransaction += cut.midTransaction;
      } else {
        if (pushes.underWay() > 0) sums.midPush += 1;
        await server.end("SIGKILL");
        server = await start();
        for (const device of devices) device.syncNow();
      }
      if (round % 10 === 0)
        progress(`round ${round} of ${rounds}, ${ackedBy(devices)} acked`);
    }
    working = false;
    await work;
    const stuck = await stuckAfter(devices, DRAIN_MS);
    const reader = await enrolAdministrator(url, await admin.invite("Reader"));
    const same = await untilSame(reader, devices, DRAIN_MS / 2);
    const misses = people.flatMap((person) => person.misses());
    for (const device of devices) device.stop();
    await server.end("SIGTERM");
    const sql = databaseUrl
      ? await openForAudit(databaseUrl)
      : await openPglite(path.join(data, "pglite"));
    const audit = await auditExactlyOnce(sql, devices);
    await sql.close();
    return {
      engine: databaseUrl ? "postgres" : "pglite",
      rounds: round,
      ...sums,
      acknowledged: audit.acknowledged,
      documents: same.documents,
      lost: [...audit.lost, ...misses],
      doubled: audit.doubled,
      differing: [...stuck, ...same.differing],
    };
  } finally {
    for (const { device } of people) device.stop();
    await server.end("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
}

function countPushes() {
  let underWay = 0;
  return {
    underWay: () => underWay,
    fetch: (async (url, init) => {
      if (!url.endsWith("/push")) return nodeFetch(url, init);
      underWay += 1;
      return nodeFetch(url, init).finally(() => (underWay -= 1));
    }) satisfies typeof nodeFetch,
  };
}

async function untilUnderWay(pushes: { underWay(): number }): Promise<void> {
  const end = performance.now() + 2_000;
  while (pushes.underWay() === 0 && performance.now() < end) await pause(1);
}

/** Every device has heard from the server again: otherwise a round would kill what nobody has used. */
async function untilSomeArrive(devices: readonly LiveDevice[]): Promise<void> {
  const before = devices.map((device) => device.acked());
  await until(
    async () =>
      devices.filter((device, n) => device.acked() > (before[n] ?? 0)).length,
    (moved) => moved >= devices.length / 2,
    DRAIN_MS,
  );
}

function ackedBy(devices: readonly LiveDevice[]): number {
  return devices.reduce((sum, device) => sum + device.acked(), 0);
}
