import type { Random } from "./random.ts";

/** How one seed's world behaves. Every seed draws its own: with rates that are all alike, whole faults stay hidden. */
export interface Swarm {
  readonly devices: number;
  readonly users: number;
  readonly servers: number;
  readonly steps: number;
  /** Documents that are there before anything happens. */
  readonly documents: number;
  /** Chances of one thing being the next, relative to each other. */
  readonly weights: Readonly<
    Record<
      Exclude<
        Happening,
        "forget" | "stranger" | "arrange" | "attach" | "revoke"
      >,
      number
    >
  >;
  /** The same of what somebody of another company does. */
  readonly stranger: number;
  /** The same of what people do with their outbox: hold, send first, discard, send what was held. */
  readonly arrange: number;
  /** The same of files that people attach; 0 = there are no uploads at all. */
  readonly attach: number;
  /** The same of devices that are revoked; their people connect again with a new code. */
  readonly revoke: number;
  /** What people do, relative to each other. */
  readonly habits: Readonly<Record<Habit, number>>;
  /** Of packets. */
  readonly drop: number;
  readonly double: number;
  /** Of crashes: the profile's store is empty afterwards, or has lost its checkpoint. */
  readonly wipe: number;
  readonly forget: number;
  /** Of crashes: the next start compares everything with the server. */
  readonly doubt: number;
  /** Whether a device doubts its store after a crash, and compares it. */
  readonly doubtful: boolean;
  /** Weight of deletions being forgotten, beside `weights`. */
  readonly forgetful: number;
  /** Whether a day passes in the end when deletions were forgotten, so that everybody compares once more. */
  readonly dayAfter: boolean;
  /** Of statements of the database that wait, and of those that fail. */
  readonly slowDatabase: number;
  readonly busyDatabase: number;
  readonly slowReads: number;
  readonly failingStore: number;
  /** Groups of one push at most; another number each time. */
  readonly batch: number;
  /** Documents of a page from which on it is written past RxDB. */
  readonly bulkFrom: number;
  /** Documents of one page of a pull. */
  readonly page: number;
  /** Unix ms by which clocks may be wrong. */
  readonly skewMs: number;
  /** Longest time between two steps, ms. */
  readonly paceMs: number;
  /** Numbers that a device leases at a time; 0 = none. */
  readonly leaseSize: number;
  /** Of edits that begin from what the form showed some time ago. */
  readonly staleForms: number;
  /** Fields and documents that are edited more than others, so that people meet. */
  readonly crowd: number;
}

export type Happening =
  | "edit"
  | "perform"
  | "network"
  | "giveUp"
  | "crash"
  | "boot"
  | "partition"
  | "time"
  | "nudge"
  | "serverCrash"
  | "clock"
  | "backup"
  | "restore"
  | "copy"
  | "reconnect"
  | "forget"
  | "stranger"
  | "arrange"
  | "attach"
  | "revoke";

export type Habit =
  | "set"
  | "item"
  | "element"
  | "create"
  | "delete"
  | "visit"
  | "undo"
  | "task"
  | "interaction"
  | "text"
  | "opportunity";

/** Off in half of the seeds, else anything up to `most`. */
function rate(random: Random, most: number): number {
  return random.chance(0.5) ? 0 : random.next() * most;
}

/** What came later is drawn from `rarely`, `lately` and then `newly`, so that worlds without it are what they were. */
export function drawSwarm(
  random: Random,
  rarely: Random,
  lately: Random,
  newly: Random,
): Swarm {
  const busy = () => 0.05 + random.next();
  return {
    devices: 2 + random.int(4),
    users: 1 + random.int(3),
    servers: 1 + random.int(2),
    steps: 60 + random.int(200),
    documents: random.pick([1, 2, 3, 6]),
    weights: {
      edit: busy(),
      perform: 0.5 + busy() * 2,
      network: 0.3 + busy() * 2,
      giveUp: rate(random, 0.2),
      crash: rate(random, 0.15),
      boot: 0.1 + random.next() * 0.5,
      partition: rate(random, 0.1),
      time: 0.05 + random.next() * 0.3,
      nudge: random.next() * 0.3,
      serverCrash: rate(random, 0.05),
      clock: rate(random, 0.05),
      backup: 0.1,
      restore: random.chance(0.3) ? 0.05 : 0,
      ...fromCopies(rarely.chance(0.15)),
    },
    habits: {
      set: busy(),
      item: rate(random, 1),
      element: rate(random, 1),
      create: rate(random, 0.6),
      delete: rate(random, 0.4),
      visit: rate(random, 0.5),
      undo: rate(random, 0.3),
      task: rate(random, 0.5),
      interaction: rate(random, 0.5),
      text: lately.chance(0.25) ? 0.3 + lately.next() : 0,
      opportunity: lately.chance(0.25) ? 0.3 * lately.next() : 0,
    },
    drop: rate(random, 0.4),
    double: rate(random, 0.4),
    wipe: rate(random, 0.5),
    forget: rate(random, 0.5),
    slowDatabase: rate(random, 0.5),
    busyDatabase: rate(random, 0.05),
    slowReads: rate(random, 0.5),
    failingStore: rate(random, 0.05),
    batch: random.pick([1, 3, 200]),
    bulkFrom: random.pick([1, 3, 1_000]),
    page: random.pick([1, 2, 5, 500]),
    skewMs: random.pick([0, 0, 1_000, 60_000, 86_400_000]),
    paceMs: random.pick([0, 1, 20, 2_000, 600_000]),
    leaseSize: random.pick([0, 1, 3, 30]),
    staleForms: rate(random, 0.4),
    crowd: random.next(),
    doubtful: rarely.chance(0.5),
    forgetful: rarely.chance(0.25) ? 0.1 : 0,
    dayAfter: true,
    doubt: rate(random, 0.5),
    stranger: lately.chance(0.2) ? 0.3 * lately.next() : 0,
    arrange: lately.chance(0.25) ? 0.3 * lately.next() : 0,
    ...withFiles(newly.chance(0.25), newly),
  };
}

function withFiles(some: boolean, random: Random) {
  if (!some) return { attach: 0, revoke: 0 };
  const attach = 0.1 + 0.4 * random.next();
  return { attach, revoke: random.chance(0.3) ? 0.03 : 0 };
}

function fromCopies(some: boolean) {
  return some ? { copy: 0.04, reconnect: 0.1 } : { copy: 0, reconnect: 0 };
}
