import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openPglite } from "../../server/storage/pglite-sql.ts";
import { enrolAdministrator } from "./ask-server.ts";
import { hire, keepBusy, stuckAfter } from "./busy-office.ts";
import { auditExactlyOnce } from "./exactly-once.ts";
import { faultProxy } from "./fault-proxy.ts";
import { untilSame } from "./same-everywhere.ts";
import { startServerProcess } from "./server-process.ts";
import { HIGH_LIMITS_FILE } from "./high-limits.ts";

export interface ProxyStormReport {
  readonly devices: number;
  readonly minutes: number;
  /** Requests that came to the proxy, and how many of them suffered what. */
  readonly faults: Readonly<Record<string, number>>;
  readonly saved: number;
  readonly documents: number;
  /** Intentions that no device had an acknowledgement for when the line was good again. */
  readonly waitingAtHeal: number;
  /** After healing: until nothing waited; until every device held what the server has. */
  readonly drainedSeconds: number;
  readonly equalSeconds: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly differing: readonly string[];
  readonly refused: number;
}

/** How long after healing differences are waited for; more than what is asked for, to see how far off it was. */
const PATIENCE_MS = 180_000;

/**
 * Devices that work without a pause on a line where two requests of three suffer something, for some minutes. Then the
 * line is good, work stops, and they must come to the same state by themselves: nobody presses a button.
 */
export async function proxyStorm(options: {
  readonly devices: number;
  readonly minutes: number;
  readonly say?: (words: string) => void;
}): Promise<ProxyStormReport> {
  const { devices: count, minutes, say = () => {} } = options;
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-proxy-"));
  const data = path.join(folder, "data");
  const server = startServerProcess(
    ...["--port", "0", "--data", data, "--config", HIGH_LIMITS_FILE],
  );
  const { listening: url = "" } = await server.next();
  const { adminEnrollment = "" } = await server.next();
  const proxy = await faultProxy(url);
  try {
    const admin = await enrolAdministrator(url, adminEnrollment);
    const people = await hire(proxy.url, admin, count);
    const devices = people.map((person) => person.device);
    const total = (of: (device: (typeof devices)[number]) => number) =>
      devices.reduce((sum, device) => sum + of(device), 0);
    say(`${count} devices are connected`);

    proxy.storm();
    let working = true;
    const rhythm = { pauseMs: 1_500, waiting: 200 };
    const work = Promise.all(
      people.map((person) => keepBusy(person, () => working, rhythm)),
    );
    const end = performance.now() + minutes * 60_000;
    while (performance.now() < end) {
      await pause(Math.max(0, Math.min(15_000, end - performance.now())));
      say(
        `${total((one) => one.acked())} of ${total((one) => one.saved().length)} acknowledged, ${JSON.stringify(proxy.counts())}`,
      );
    }
    working = false;
    await work;
    const waitingAtHeal = total((one) => one.waiting());
    proxy.heal();
    const healed = performance.now();
    const since = () => Math.round((performance.now() - healed) / 100) / 10;
    const stuck = await stuckAfter(devices, PATIENCE_MS);
    const drainedSeconds = since();
    say(`drained after ${drainedSeconds} s; ${stuck.join(", ")}`);
    const reader = await enrolAdministrator(url, await admin.invite("Reader"));
    const same = await untilSame(reader, devices, PATIENCE_MS);
    const equalSeconds = since();
    for (const device of devices) device.stop();
    await server.end("SIGTERM");
    const sql = await openPglite(path.join(data, "pglite"));
    const audit = await auditExactlyOnce(sql, devices);
    await sql.close();
    return {
      devices: count,
      minutes,
      faults: proxy.counts(),
      saved: total((one) => one.saved().length),
      documents: same.documents,
      waitingAtHeal,
      drainedSeconds,
      equalSeconds,
      lost: [...audit.lost, ...people.flatMap((person) => person.misses())],
      doubled: audit.doubled,
      differing: [...stuck, ...same.differing],
      refused: total((one) => one.refused().length),
    };
  } finally {
    await server.end("SIGKILL");
    await proxy.close();
    await rm(folder, { recursive: true, force: true });
  }
}
