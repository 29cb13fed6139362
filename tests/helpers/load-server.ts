// A process of its own for `npm run soak -- load`: the real server on a real port, with its pulse told to the parent.
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { enroll } from "../../server/auth/devices.ts";
import { addTenant, invite } from "../../server/auth/invitations.ts";
import type { ServerDeps } from "../../server/deps.ts";
import { listen } from "../../server/listen.ts";
import { DEFAULTS, openServer } from "../../server/open-server.ts";
import { openPostgres } from "../../server/storage/pg-sql.ts";
import { HIGH_LIMITS } from "./high-limits.ts";

/** A device that the server knows, and a token for it. */
export interface LoadDevice {
  readonly tenantId: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly access: string;
}

/** How the server's process is, over the last second. */
export interface Pulse {
  readonly lagP99Ms: number;
  /** Share of the time in which its event loop was at work. */
  readonly busy: number;
  readonly rssMb: number;
}

export type FromLoadServer =
  | { readonly kind: "ready"; readonly url: string }
  | { readonly kind: "devices"; readonly devices: readonly LoadDevice[] }
  | ({ readonly kind: "pulse" } & Pulse);

const PEOPLE_OF_A_COMPANY = 50;

if (process.send) await serve(process.argv[2] ?? "", Number(process.argv[3]));

async function serve(databaseUrl: string, count: number): Promise<void> {
  const say = (message: FromLoadServer) => process.send?.(message);
  const deps = await openServer(await openPostgres(databaseUrl), {
    ...DEFAULTS,
    limits: HIGH_LIMITS,
    clock: { now: () => Date.now() },
    version: "test",
    log(event, facts) {
      process.stderr.write(`server: ${event} ${JSON.stringify(facts ?? {})}\n`);
    },
  });
  const devices = await enrolDevices(deps, count);
  const { url } = await listen(deps, { port: 0, host: "127.0.0.1" });
  say({ kind: "ready", url });
  const told = async () => {
    const fresh = devices.map(async (device) => ({
      ...device,
      access: await deps.tokens.issue(device),
    }));
    say({ kind: "devices", devices: await Promise.all(fresh) });
  };
  await told();
  process.on("message", () => void told());
  process.on("disconnect", () => process.exit());

  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  let since = performance.eventLoopUtilization();
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, since);
    since = now;
    say({
      kind: "pulse",
      lagP99Ms: lag.percentile(99) / 1e6,
      busy: utilization,
      rssMb: process.memoryUsage().rss / 1e6,
    });
    lag.reset();
  }, 1_000);
}

async function enrolDevices(
  deps: ServerDeps,
  count: number,
): Promise<readonly Omit<LoadDevice, "access">[]> {
  const devices: Omit<LoadDevice, "access">[] = [];
  for (let at = 0; at < count; at += PEOPLE_OF_A_COMPANY) {
    const tenant = await addTenant(deps, `Company ${at}`);
    const last = Math.min(count, at + PEOPLE_OF_A_COMPANY);
    let next = at;
    const hire = async () => {
      while (next < last) {
        const name = `P${next++}`;
        const email = `${name}@carnet.example`;
        const role = "salesperson";
        const code = await invite(deps, tenant, { email, name, role });
        const enrolled = await enroll(deps, { code, deviceName: name });
        if (!enrolled) throw new Error("The code does not serve");
        const { tenantId, userId, deviceId } = enrolled;
        devices.push({ tenantId, userId, deviceId });
      }
    };
    // Fewer than the server has connections: on a slow machine more would wait too long for one.
    await Promise.all(Array.from({ length: 8 }, hire));
  }
  return devices;
}
