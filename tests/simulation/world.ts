import { uuidV7 } from "../../shared/core/ids.ts";
import type { JournalEntry } from "../../shared/ipc/journal.ts";
import type { LeaseAnswer } from "../../shared/sync/protocol.ts";
import {
  createMemoryDatabase,
  tablesOf,
  type MemoryDatabase,
  type TenantTables,
} from "./memory/memory-database.ts";
import { createRandom, type Random } from "./random.ts";
import { createSchedule, type Schedule } from "./schedule.ts";
import type { Seams } from "./seams.ts";
import { drawSwarm, type Swarm } from "./swarm.ts";
import { createTrace, type Trace } from "./trace.ts";

/** An intention that one journal has on disk: from here on it must not be lost. */
export interface Written {
  readonly device: string;
  /** Its place among all that anybody has written. */
  readonly n: number;
  readonly userId: string;
  readonly entry: JournalEntry;
}

/** What the oracles hold the end against. */
export interface Facts {
  /** By mutation id. */
  readonly written: Map<string, Written>;
  /** Numbers given to new contacts out of a lease. */
  readonly numbered: { readonly no: string; readonly contactId: string }[];
  /** Numbers typed by hand: whoever was given them by a lease may find them taken. */
  readonly typed: Set<string>;
  readonly leases: {
    readonly deviceId: string;
    readonly lease: LeaseAnswer;
  }[];
  /** By laptop: the one that it is a copy of, and how much had been written by then. */
  readonly copies: Map<string, { readonly of: string; readonly n: number }>;
  /** Deleted documents, by `collection/id`, of which the server knows nothing any more. */
  readonly forgotten: Set<string>;
  /** Mutation ids of what people have held back, discarded or sent again as something else. */
  readonly aside: Set<string>;
  /** Mutation ids of what was refused and is shown to the person who did it. */
  readonly told: Set<string>;
  /** Mutation ids of what a server has once taken: a restored one may not refuse it without a word. */
  readonly taken: Set<string>;
  /** Mutation ids of what a server has answered, with whatever result. */
  readonly processed: Set<string>;
  /** Files of which a person was told that they are attached. */
  readonly attached: { readonly device: string; readonly bytes: Uint8Array }[];
  /** Whether the server was ever put back to an older state. */
  restored: boolean;
  /** Whether a device was ever revoked. */
  revoked: boolean;
  /** Requests that a server has carried out, for sending them again. */
  readonly requests: { readonly access: string; readonly body: string }[];
  readonly violations: string[];
}

export interface World {
  readonly seed: number;
  readonly random: Random;
  readonly swarm: Swarm;
  readonly schedule: Schedule;
  readonly trace: Trace;
  readonly database: MemoryDatabase;
  readonly facts: Facts;
  readonly seams: Seams;
  /** True while anything may go wrong; false when everything is healed. */
  chaos: boolean;
  /** The true time, Unix ms. */
  now: number;
  tenantId: string;
  /** By user: whose people they are. */
  readonly tenants: Map<string, string>;
  newId(): string;
  /** Something that must never happen. */
  violate(oracle: string, what: string): void;
}

/** Bytes of a file that the server takes: small, so that the simulation need not move megabytes. */
export const LARGEST_FILE = 40;

const BEGIN = Date.parse("2026-03-13T08:00:00Z");

export function createWorld(
  seed: number,
  seams: Seams,
  options: { readonly trace: boolean; readonly swarm?: Partial<Swarm> },
): World {
  const random = createRandom(seed);
  const rarely = createRandom(seed ^ 0x0c0b1e5);
  const lately = createRandom(seed ^ 0x1a7e1);
  const newly = createRandom(seed ^ 0x2f11e5);
  const drawn = drawSwarm(random, rarely, lately, newly);
  const swarm = { ...drawn, ...options.swarm };
  const trace = createTrace(options.trace);
  const violations: string[] = [];
  const world: World = {
    ...{ seed, random, swarm, trace, seams },
    schedule: createSchedule(),
    database: createMemoryDatabase(),
    facts: {
      ...{ written: new Map(), copies: new Map(), forgotten: new Set() },
      typed: new Set(),
      ...{
        taken: new Set(),
        aside: new Set(),
        told: new Set(),
        restored: false,
        revoked: false,
      },
      ...{ processed: new Set(), attached: [] },
      ...{ numbered: [], leases: [], requests: [], violations },
    },
    chaos: true,
    now: BEGIN,
    tenantId: "",
    tenants: new Map(),
    newId: () => uuidV7(world.now, random),
    violate(oracle, what) {
      trace.say(`VIOLATION ${oracle} ${what}`);
      violations.push(`${oracle}: ${what}`);
    },
  };
  return world;
}

export function clockOf(
  world: World,
  device: { readonly skewMs: number },
): number {
  return world.now + device.skewMs;
}

/** Two copies of one laptop would each hold back what the other one sends. */
export function arranges({ swarm }: World): boolean {
  return swarm.arrange > 0 && swarm.weights.copy === 0;
}

export function tenantTables(world: World): TenantTables {
  return tablesOf(world.database, world.tenantId);
}
