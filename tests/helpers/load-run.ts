import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { loadClient, Refused, type LoadClient } from "./load-device.ts";
import type { FromLoadServer, LoadDevice, Pulse } from "./load-server.ts";
import { until } from "./until.ts";

/**
 * sync.md §12: 600,000 streams, 1,500 pushes of three intentions and 5,000 pulls a second in the peak. One device's share, a
 * second.
 */
const PUSHES = 1_500 / 600_000;
const PULLS = 5_000 / 600_000;

export interface LoadStep {
  /** How many times the rates of sync.md §12. */
  readonly factor: number;
  readonly offered: number;
  readonly pushes: number;
  readonly pulls: number;
  readonly pushP50Ms: number;
  readonly pushP99Ms: number;
  readonly pullP99Ms: number;
  /** From the sending of a push to the hint at a colleague's device, which waits for more to say for 150 ms. */
  readonly hintP99Ms: number;
  readonly failed: Readonly<Record<string, number>>;
  readonly server: Pulse;
  /** The same of the process that makes the load. */
  readonly generator: Omit<Pulse, "rssMb">;
  /** Connections of the server at work in the database, and of these waiting for a lock: mean of the samples. */
  readonly inDatabase: number;
  readonly waitingForLock: number;
}

export interface LoadReport {
  readonly streams: number;
  /** Streams that were told to come again before they were let in. */
  readonly turnedAway: number;
  readonly steps: readonly LoadStep[];
  /** Largest factor that was served: nineteen of twenty pushes answered in time, p99 within a second, no error. */
  readonly held: number;
  readonly brokeFirst: string;
}

export interface LoadOptions {
  readonly databaseUrl: string;
  readonly streams: number;
  readonly stepSeconds: number;
  /** The first step's; 1 where nothing is said. */
  readonly firstFactor?: number;
  /** Doubled from step to step until something breaks or this is reached. */
  readonly mostFactor: number;
  readonly say?: (words: string) => void;
}

/** Streams of so many devices on one server process, and arrivals that do not wait for answers, more from step to step. */
export async function loadRun(options: LoadOptions): Promise<LoadReport> {
  const { databaseUrl, streams, stepSeconds, say = () => {} } = options;
  const server = await startLoadServer(databaseUrl, streams);
  const watch = new pg.Client({ connectionString: databaseUrl });
  await watch.connect();
  const clients = server.devices().map((one) => loadClient(server.url, one));
  const hints = followHints(clients);
  try {
    const turnedAway = await connectAll(clients, hints);
    say(`${streams} streams are connected, ${turnedAway} came twice`);
    const steps: LoadStep[] = [];
    const { firstFactor = 1, mostFactor } = options;
    for (let factor = firstFactor; factor <= mostFactor; factor *= 2) {
      await server.renew(clients);
      const arrivals = newArrivals(clients, hints);
      const database = watchDatabase(watch);
      const pulses = server.pulses();
      const own = watchLoop();
      await arrivals.run(factor, stepSeconds);
      const step: LoadStep = {
        factor,
        ...arrivals.figures(stepSeconds),
        server: worst(pulses()),
        generator: own(),
        ...(await database()),
      };
      steps.push(step);
      say(JSON.stringify(step));
      if (!isServed(step)) break;
    }
    const listening = clients.filter((client) => client.listening()).length;
    return {
      streams: listening,
      turnedAway,
      steps,
      held: Math.max(0, ...steps.filter(isServed).map((step) => step.factor)),
      brokeFirst: whatBroke(steps.at(-1)),
    };
  } finally {
    for (const client of clients) client.close();
    await watch.end();
    await server.stop();
  }
}

/** Twenty at a time; who is turned away (429) comes again, as the app does. Answers how many had to. */
async function connectAll(
  clients: readonly LoadClient[],
  hints: Hints,
): Promise<number> {
  const waiting = [...clients];
  let turnedAway = 0;
  const connect = async () => {
    for (let client = waiting.pop(); client; client = waiting.pop()) {
      try {
        await hints.listen(client);
      } catch (error) {
        if (!(error instanceof Refused) || turnedAway > clients.length)
          throw error;
        turnedAway += 1;
        waiting.unshift(client);
        await pause(1_000 * Math.random());
      }
    }
  };
  await Promise.all(Array.from({ length: 20 }, connect));
  return turnedAway;
}

function isServed(step: LoadStep): boolean {
  return (
    step.pushes >= step.offered * 0.95 &&
    step.pushP99Ms <= 1_000 &&
    Object.keys(step.failed).length === 0
  );
}

function whatBroke(step: LoadStep | undefined): string {
  if (!step || isServed(step)) return "nothing";
  const { server, generator } = step;
  if (generator.busy > 0.9 && generator.busy > server.busy)
    return "the process that makes the load";
  if (server.busy > 0.9) return "the server's event loop";
  if (step.waitingForLock > step.inDatabase / 2)
    return "the lock of a company's counter";
  if (step.inDatabase > 8) return "the database";
  return "the machine: nobody was at work all the time, and nobody got enough of it";
}

async function startLoadServer(databaseUrl: string, streams: number) {
  const main = fileURLToPath(new URL("load-server.ts", import.meta.url));
  const child: ChildProcess = fork(main, [databaseUrl, `${streams}`], {
    stdio: ["ignore", 2, 2, "ipc"],
  });
  let url = "";
  let devices: readonly LoadDevice[] = [];
  let pulses: Pulse[] = [];
  child.on("message", (message: FromLoadServer) => {
    if (message.kind === "ready") ({ url } = message);
    else if (message.kind === "devices") ({ devices } = message);
    else pulses.push(message);
  });
  const ended = once(child, "exit");
  await Promise.race([
    until(async () => devices.length, Boolean, 300_000),
    ended.then(() => Promise.reject(new Error("The server ended"))),
  ]);
  return {
    url,
    devices: () => devices,
    /** Tokens live ten minutes. */
    async renew(clients: readonly LoadClient[]) {
      const old = devices;
      child.send("renew");
      await until(async () => devices !== old, Boolean);
      clients.forEach((client, n) => client.renew(devices[n]?.access ?? ""));
    },
    pulses() {
      pulses = [];
      return () => pulses;
    },
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

type Hints = ReturnType<typeof followHints>;

/** Who has heard of which push when, and who pulls because of it. */
function followHints(clients: readonly LoadClient[]) {
  const sent = new Map<string, { head: number; at: number }[]>();
  const heard = new Map<LoadClient, number>();
  let latencies: number[] = [];
  let onHint: (client: LoadClient) => void = () => {};
  return {
    listen: (client: LoadClient) =>
      client.listen((head) => {
        const now = performance.now();
        const before = heard.get(client) ?? 0;
        heard.set(client, Math.max(before, head));
        for (const one of sent.get(client.tenantId) ?? [])
          if (one.head > before && one.head <= head)
            latencies.push(now - one.at);
        onHint(client);
      }),
    pushed(client: LoadClient, head: number, at: number) {
      const known = sent.get(client.tenantId) ?? [];
      sent.set(client.tenantId, [...known.slice(-50), { head, at }]);
    },
    start(listener: (client: LoadClient) => void) {
      latencies = [];
      onHint = listener;
    },
    latencies: () => latencies,
    /** Colleagues who hear of one push. */
    ears: clients.length / new Set(clients.map((one) => one.tenantId)).size,
  };
}

function newArrivals(clients: readonly LoadClient[], hints: Hints) {
  const pushes: number[] = [];
  const pulls: number[] = [];
  const failed: Record<string, number> = {};
  const underWay = new Set<Promise<void>>();
  let offered = 0;

  function timed(into: number[], work: () => Promise<void>): void {
    const since = performance.now();
    const done: Promise<void> = work()
      .then(() => void into.push(performance.now() - since))
      .catch((error: unknown) => {
        const words = error instanceof Error ? error.message : "unknown";
        failed[words] = (failed[words] ?? 0) + 1;
      })
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }
  function push(): void {
    offered += 1;
    const free = clients.filter((client) => !client.busy());
    const client = free[Math.floor(Math.random() * free.length)];
    if (!client) return;
    const at = performance.now();
    timed(pushes, async () => hints.pushed(client, await client.push(), at));
  }
  return {
    /** Exponential pauses between arrivals, whatever the answers do; then at most ten seconds for the last answers. */
    async run(factor: number, seconds: number): Promise<void> {
      const perSecond = PUSHES * clients.length * factor;
      const share = PULLS / PUSHES / Math.max(1, hints.ears);
      hints.start((client) => {
        if (Math.random() < share && !client.busy())
          timed(pulls, () => client.pull());
      });
      const end = performance.now() + seconds * 1_000;
      let next = performance.now();
      while (next < end) {
        next += (-Math.log(1 - Math.random()) / perSecond) * 1_000;
        const wait = next - performance.now();
        if (wait > 1) await pause(wait);
        push();
      }
      await Promise.race([Promise.all([...underWay]), pause(10_000)]);
      await pause(500);
    },
    figures: (seconds: number) => ({
      offered: perSecondOf(offered, seconds),
      pushes: perSecondOf(pushes.length, seconds),
      pulls: perSecondOf(pulls.length, seconds),
      pushP50Ms: percentile(pushes, 0.5),
      pushP99Ms: percentile(pushes, 0.99),
      pullP99Ms: percentile(pulls, 0.99),
      hintP99Ms: percentile(hints.latencies(), 0.99),
      failed: { ...failed },
    }),
  };
}

function watchDatabase(client: pg.Client) {
  const samples: { active: number; locked: number }[] = [];
  let watching = true;
  const done = (async () => {
    while (watching) {
      const { rows } = await client.query<{ active: number; locked: number }>(
        `SELECT count(*)::int AS active, (count(*) FILTER (WHERE wait_event_type = 'Lock'))::int AS locked
         FROM pg_stat_activity WHERE application_name = 'carnet-server' AND state <> 'idle'`,
      );
      samples.push(...rows);
      await pause(250);
    }
  })();
  return async () => {
    watching = false;
    await done;
    const mean = (of: (one: (typeof samples)[number]) => number) =>
      rounded(samples.reduce((sum, one) => sum + of(one), 0) / samples.length);
    return {
      inDatabase: mean((one) => one.active),
      waitingForLock: mean((one) => one.locked),
    };
  };
}

function watchLoop() {
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const since = performance.eventLoopUtilization();
  return () => {
    lag.disable();
    const { utilization } = performance.eventLoopUtilization(since);
    return {
      lagP99Ms: rounded(lag.percentile(99) / 1e6),
      busy: Math.round(utilization * 100) / 100,
    };
  };
}

/** The worst second for the delay, the mean of the others. */
function worst(pulses: readonly Pulse[]): Pulse {
  const busy = pulses.reduce((sum, one) => sum + one.busy, 0) / pulses.length;
  return {
    lagP99Ms: rounded(Math.max(0, ...pulses.map((one) => one.lagP99Ms))),
    busy: Math.round(busy * 100) / 100,
    rssMb: Math.round(Math.max(0, ...pulses.map((one) => one.rssMb))),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return rounded(sorted[Math.floor(sorted.length * share)] ?? 0);
}

function perSecondOf(count: number, seconds: number): number {
  return rounded(count / seconds);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
