import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Sql } from "../../server/storage/sql.ts";
import { ErrorAnswer, PushAnswer } from "../../shared/sync/protocol.ts";
import { fuzzRequest, MARK, type Attacker } from "./fuzz-requests.ts";
import { CANARY, fuzzTarget, type FuzzTarget } from "./fuzz-target.ts";
import { seededDice, type Dice } from "./fuzz-values.ts";
import { fuzzSockets } from "./raw-sockets.ts";

export interface FuzzReport {
  readonly requests: number;
  /** Of these: bytes on a socket, that need not even be HTTP. */
  readonly raw: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Outcomes of pushed groups: how deep the requests went. */
  readonly groups: Readonly<Record<string, number>>;
  /** Server errors, answers of another shape than the contract's, exceptions: the first of each. */
  readonly faults: readonly string[];
  /** Answers in which something of the other company stood. */
  readonly leaks: number;
  /** The other company's documents are byte for byte what they were. */
  readonly otherUntouched: boolean;
  /** Lines of the log that hold what a client sent or what the other company has. */
  readonly logLeaks: number;
  /** Living objects and buffers after a collection, megabytes: at the start, in the middle, at the end. */
  readonly heldMb: readonly [number, number, number];
  /** Resident memory, megabytes, after a fifth of the requests and at the end, and its growth for 100,000 requests. */
  readonly rssMb: readonly [number, number];
  readonly rssMbPer100k: number;
  readonly seed: number;
}

export interface FuzzOptions {
  /** An empty database. */
  readonly sql: Sql;
  readonly requests: number;
  readonly seed: number;
  readonly say?: (words: string) => void;
  /** How many are under way at the same time, each from a device of its own. */
  readonly devices?: number;
}

const RAW_SHARE = 0.05;
/** Half of what a token lives: with old ones, no request comes further than the door. */
const RENEW_EVERY_MS = 300_000;

/**
 * Fuzzes the real server: most requests through its own front door without a socket (faster, the same handlers), some
 * as bytes on real sockets. Every answer is looked at: its status, its shape, and whether it holds the canary.
 */
export async function fuzzRun(options: FuzzOptions): Promise<FuzzReport> {
  const { sql, requests, seed, say = () => {}, devices = 32 } = options;
  const target = await fuzzTarget(sql, devices, MARK);
  const before = await target.otherCompany();
  const seen = newSightings(requests);
  const memory: [number, number][] = [];
  const held: number[] = [heldMb()];
  const started = performance.now();
  try {
    const inProcess = Math.round(requests * (1 - RAW_SHARE));
    await Promise.all(
      target.attackers
        .map((who, n) =>
          attack(target, who, seededDice(seed * 1_000 + n), seen, inProcess),
        )
        .concat(watch(seen, inProcess, memory, held, say)),
    );
    const ms = performance.now() - started;
    const raw = requests - inProcess;
    await fuzzSockets(target, seededDice(seed), raw, seen);
    say(`${raw} requests of raw bytes`);
    const after = await target.otherCompany();
    const [start = 0, middle = 0] = held;
    const latencies = seen.latencies.subarray(0, inProcess).sort();
    const at = (share: number) =>
      Math.round((latencies[Math.floor(inProcess * share)] ?? 0) * 10) / 10;
    const { failures, leaks: logLeaks } = target.log();
    return {
      requests,
      raw,
      perSecond: Math.round((inProcess / ms) * 1000),
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      statuses: Object.fromEntries(seen.statuses),
      groups: Object.fromEntries(seen.groups),
      faults: [...seen.faults, ...failures],
      leaks: seen.leaks,
      otherUntouched: before === after,
      logLeaks,
      heldMb: [start, middle, heldMb()],
      ...slopeOf(memory),
      seed,
    };
  } finally {
    await target.http.close(200);
  }
}

/** What was seen in answers. */
export interface Sightings {
  done: number;
  leaks: number;
  readonly latencies: Float32Array;
  readonly statuses: Map<string, number>;
  readonly groups: Map<string, number>;
  readonly faults: string[];
  /** Judges one answer; `sent` says in words what it answers. */
  answer(status: number, text: string, sent: () => string): void;
  fault(words: string): void;
}

function newSightings(requests: number): Sightings {
  const faults: string[] = [];
  const fault = (words: string) => {
    if (faults.length < 20) faults.push(words.slice(0, 600));
  };
  const statuses = new Map<string, number>();
  return {
    done: 0,
    leaks: 0,
    latencies: new Float32Array(requests),
    statuses,
    groups: new Map(),
    faults,
    fault,
    answer(status, text, sent) {
      add(statuses, String(status));
      if (text.includes(CANARY)) {
        this.leaks += 1;
        fault(`canary: ${sent()}`);
      }
      const continues = status === 100;
      if (
        status >= 500 ||
        (status < 200 && !continues) ||
        (status > 299 && status < 400)
      )
        fault(`${status}: ${sent()}`);
    },
  };
}

async function attack(
  target: FuzzTarget,
  who: Attacker,
  dice: Dice,
  seen: Sightings,
  total: number,
): Promise<void> {
  let renewed = performance.now();
  while (seen.done < total) {
    const at = seen.done++;
    if (performance.now() - renewed > RENEW_EVERY_MS) {
      renewed = performance.now();
      await target.renew(who);
    }
    const { method, path, headers, body } = fuzzRequest(dice, who);
    const sent = () => `${method} ${path} ${String(body)}`;
    const since = performance.now();
    try {
      const init = { method, headers, ...(body === null ? {} : { body }) };
      const request = new Request(
        `http://fuzz.example${path}`,
        init as RequestInit,
      );
      const answer = await target.app.request(request);
      if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
        await answer.body?.cancel();
        continue;
      }
      const text = await answer.text();
      seen.latencies[at] = performance.now() - since;
      seen.answer(answer.status, text, sent);
      if (answer.status >= 400 && method !== "HEAD" && !isRefusal(text))
        seen.fault(
          `no refusal of the contract: ${answer.status} ${text}: ${sent()}`,
        );
      if (
        answer.status === 200 &&
        path === "/v1/sync/push" &&
        method === "POST"
      )
        learn(who, text, seen);
    } catch (error) {
      seen.fault(`${String(error)}: ${sent()}`);
    }
  }
}

function isRefusal(text: string): boolean {
  try {
    return ErrorAnswer.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** Which number the server wants next, and what became of the groups. */
function learn(who: Attacker, text: string, seen: Sightings): void {
  const answer = PushAnswer.parse(JSON.parse(text));
  who.d = Math.max(who.d, answer.upto + 1, answer.expected ?? 0);
  for (const { s, code } of answer.results) {
    add(seen.groups, code ?? s);
    if (code === "unstorable") seen.fault(`unstorable: ${text}`);
  }
}

function add(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

async function watch(
  seen: Sightings,
  total: number,
  memory: [number, number][],
  held: number[],
  say: (words: string) => void,
): Promise<void> {
  let told = 0;
  while (seen.done < total) {
    await new Promise((done) => setTimeout(done, 250));
    memory.push([seen.done, process.memoryUsage().rss / 1e6]);
    if (held.length === 1 && seen.done >= total / 2) held.push(heldMb());
    if (seen.done - told < total / 20) continue;
    told = seen.done;
    say(
      `${seen.done} of ${total}, ${JSON.stringify(Object.fromEntries(seen.statuses))}`,
    );
  }
}

/** What a program that collects its garbage still holds: a leak grows here, and nothing else does. */
function heldMb(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") {
    collect();
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e5) / 10;
}

/** The line of least squares through all but the first fifth, in which caches and code are still being filled. */
function slopeOf(memory: readonly (readonly [number, number])[]) {
  const later = memory.slice(Math.floor(memory.length / 5));
  const mean = (of: (one: readonly [number, number]) => number) =>
    later.reduce((sum, one) => sum + of(one), 0) / Math.max(1, later.length);
  const x = mean(([n]) => n);
  const y = mean(([, mb]) => mb);
  const over = mean(([n, mb]) => (n - x) * (mb - y));
  const under = mean(([n]) => (n - x) ** 2);
  const slope = under === 0 ? 0 : over / under;
  return {
    rssMb: [
      Math.round(later[0]?.[1] ?? 0),
      Math.round(later.at(-1)?.[1] ?? 0),
    ] as const,
    rssMbPer100k: Math.round(slope * 1e5 * 10) / 10,
  };
}
