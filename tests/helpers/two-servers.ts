import { setTimeout as pause } from "node:timers/promises";
import { enrolAdministrator } from "./ask-server.ts";
import { balancingProxy, type BalancingProxy } from "./balancing-proxy.ts";
import { hire, keepBusy, stuckAfter } from "./busy-office.ts";
import type { BusyPerson } from "./busy-person.ts";
import { auditExactlyOnce, openForAudit } from "./exactly-once.ts";
import { HIGH_LIMITS_FILE } from "./high-limits.ts";
import { untilSame } from "./same-everywhere.ts";
import { startServerOn, type ServerProcess } from "./server-process.ts";

export interface TwoServersReport {
  /** Times that one of the two was stopped and started again under the devices. */
  readonly restarts: number;
  /** Exit codes of the servers that were told to stop: 0, each. */
  readonly exits: readonly (number | null)[];
  /** Requests that neither answered, and why. */
  readonly failed: readonly string[];
  readonly answered: readonly number[];
  readonly acknowledged: number;
  readonly documents: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly differing: readonly string[];
}

const DRAIN_MS = 120_000;

/**
 * The set-up of `server/deploy`: two server processes on one PostgreSQL behind a proxy, devices that work all the time,
 * and a rolling restart: one process after the other goes down (SIGTERM) and comes back while the other serves.
 */
export async function twoServers({
  databaseUrl,
  devices: count,
  restarts,
  say = () => {},
  openProxy = balancingProxy,
}: {
  readonly databaseUrl: string;
  readonly devices: number;
  readonly restarts: number;
  readonly say?: (words: string) => void;
  readonly openProxy?: (targets: readonly string[]) => Promise<BalancingProxy>;
}): Promise<TwoServersReport> {
  const ports = [0, 0];
  const start = async (which: number): Promise<ServerProcess> => {
    const server = startServerOn(
      databaseUrl,
      ...["--port", String(ports[which]), "--behind-proxy"],
      ...["--config", HIGH_LIMITS_FILE],
    );
    const { listening = "" } = await server.next();
    ports[which] = Number(new URL(listening).port);
    return server;
  };
  const servers = [await start(0), await start(1)];
  const { adminEnrollment = "" } = (await servers[0]?.next()) ?? {};
  const proxy = await openProxy(
    ports.map((port) => `http://127.0.0.1:${port}`),
  );
  const people: BusyPerson[] = [];
  const exits: (number | null)[] = [];
  try {
    const admin = await enrolAdministrator(proxy.url, adminEnrollment);
    people.push(...(await hire(proxy.url, admin, count)));
    const devices = people.map(({ device }) => device);
    let working = true;
    const work = Promise.all(people.map((one) => keepBusy(one, () => working)));
    for (let n = 0; n < restarts; n++) {
      await pause(1_000);
      exits.push((await servers[n % 2]?.end("SIGTERM")) ?? null);
      servers[n % 2] = await start(n % 2);
      say(`restart ${n + 1} of ${restarts}`);
    }
    await pause(1_000);
    working = false;
    await work;
    const stuck = await stuckAfter(devices, DRAIN_MS);
    const reader = await enrolAdministrator(
      proxy.url,
      await admin.invite("Reader"),
    );
    const same = await untilSame(reader, devices, DRAIN_MS / 2);
    const misses = people.flatMap((person) => person.misses());
    for (const device of devices) device.stop();
    for (const server of servers) exits.push(await server.end("SIGTERM"));
    const sql = await openForAudit(databaseUrl);
    const audit = await auditExactlyOnce(sql, devices);
    await sql.close();
    return {
      restarts,
      exits,
      failed: proxy.failed(),
      answered: proxy.answered(),
      acknowledged: audit.acknowledged,
      documents: same.documents,
      lost: [...audit.lost, ...misses],
      doubled: audit.doubled,
      differing: [...stuck, ...same.differing],
    };
  } finally {
    for (const { device } of people) device.stop();
    for (const server of servers)
      if (server.child.exitCode === null) await server.end("SIGKILL");
    await proxy.close();
  }
}
