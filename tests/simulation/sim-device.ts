import {
  createJournal,
  type Journal,
} from "../../electron/os/journal/journal.ts";
import {
  emptyMemory,
  remember,
} from "../../electron/os/journal/journal-state.ts";
import { createBackgroundWriter } from "../../renderer/local-store/background-writer.ts";
import { createListeners } from "../../renderer/local-store/listeners.ts";
import { shownOf } from "../../renderer/local-store/next-version.ts";
import {
  createOwnWrites,
  withOwnWrites,
  type OwnWrites,
} from "../../renderer/local-store/own-writes.ts";
import {
  createPendingEntries,
  type PendingEntries,
} from "../../renderer/local-store/pending-entries.ts";
import { createReplica } from "../../renderer/local-store/replica.ts";
import { createRxStore } from "../../renderer/local-store/rx-store.ts";
import { createSave } from "../../renderer/local-store/save.ts";
import { createSerialQueue } from "../../renderer/local-store/serial-queue.ts";
import type { Save } from "../../renderer/local-store/store.ts";
import type { Row } from "../../renderer/local-store/stored-document.ts";
import { createIpcTransport } from "../../renderer/sync/ipc-transport.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Bridge, Input } from "../../shared/ipc/contract.ts";
import type { PushAnswer } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import {
  createSyncService,
  type SyncService,
} from "../../shared/sync/driver.ts";
import type { ModelDisk } from "./model/model-disk.ts";
import {
  createModelCheckpoint,
  createModelTables,
} from "./model/model-tables.ts";
import type { Network } from "./network.ts";
import { accessOf } from "./sim-server.ts";
import type { World } from "./world.ts";

/** A laptop: what is on its disk, and, while it is on, the app that runs on it. */
export interface SimDevice {
  readonly name: string;
  readonly deviceId: string;
  readonly userId: string;
  readonly disk: ModelDisk;
  /** Its clock minus the true time, ms. */
  skewMs: number;
  online: boolean;
  /** Null while it is off. */
  app: RunningApp | null;
}

/** The app's own parts on a model of its disk, its main process and the network. */
export interface RunningApp {
  /** Set when the replay is done and a person can do something. */
  ready: boolean;
  readonly journal: Journal;
  readonly bridge: Bridge;
  readonly ownWrites: OwnWrites;
  /** Set with `ready`. */
  parts: {
    readonly pending: PendingEntries;
    readonly save: Save;
    readonly service: SyncService;
  } | null;
  /** The highest entry that an answer called processed: it is no longer unsent, though the journal may not know it yet. */
  heardUpTo: number;
  /** The timer of the engine, by its own clock. */
  wake: { readonly at: number; readonly fn: () => void } | null;
}

export function clockOf(world: World, device: SimDevice): number {
  return world.now + device.skewMs;
}

/** Switches it on: the journal is read, replayed onto the store, and the engine starts. */
export function boot(world: World, network: Network, device: SimDevice): void {
  const { disk, name } = device;
  const { schedule, swarm, random, trace, seams } = world;
  const clock = { now: () => clockOf(world, device) };
  const memory = emptyMemory();
  for (const record of disk.journal) remember(memory, record);
  const journal = createJournal({
    memory,
    clock,
    random,
    tornBytes: 0,
    log: {
      append: (records) =>
        schedule.park(name, "journal", `journal ${records.length}`, () => {
          disk.journal.push(...records);
          for (const record of records)
            if (record.k === "entry") wrote(record.entry);
        }),
      close: async () => {},
    },
  });
  const wrote = (
    entry: typeof memory.pending extends Map<number, infer E> ? E : never,
  ) => {
    const { deviceId, userId } = device;
    trace.say(`${name} wrote ${entry.d} ${JSON.stringify(entry.ops)}`);
    world.facts.written.set(entry.m, { device: name, deviceId, userId, entry });
  };
  const bridge = createBridge();
  const ownWrites = createOwnWrites();
  const app: RunningApp = {
    ...{ ready: false, journal, bridge, ownWrites, parts: null },
    ...{ wake: null, heardUpTo: 0 },
  };
  device.app = app;
  trace.say(`${name} boots`);
  void start().catch((error: unknown) =>
    world.violate("start", `${name}: ${String(error)}`),
  );

  function createBridge(): Bridge {
    const invoke = async (request: string, input: never): Promise<unknown> => {
      switch (request) {
        case "journal/append": {
          const { label, ops } = input as Input<"journal/append">;
          return journal.append(label, ops);
        }
        case "journal/append-again": {
          const { hlc, ops, since } = input as Input<"journal/append-again">;
          return journal.appendAgain(hlc, ops, since);
        }
        case "journal/entries": {
          const { after, limit, gapless } = input as Input<"journal/entries">;
          return { entries: await journal.entries(after, limit, gapless) };
        }
        case "journal/acknowledge": {
          const { deviceId, upto, refused } =
            input as Input<"journal/acknowledge">;
          return journal.acknowledge(upto, refused, deviceId);
        }
        case "journal/dismiss":
          return journal.dismiss((input as { d: number }).d);
        case "numbers/take":
          return { no: await journal.takeNumber("contacts") };
        case "numbers/left":
          return { left: journal.numbersLeft("contacts") };
        case "numbers/add-lease": {
          const { lease, renewed } = input as Input<"numbers/add-lease">;
          world.facts.leases.push({ deviceId: device.deviceId, lease });
          return { left: await journal.addLease(lease, renewed) };
        }
        case "clock/offset":
          return journal.setClockOffset(
            (input as { offsetMs: number }).offsetMs,
          );
        case "server/post": {
          if (!device.online)
            return { status: "unreachable", reason: "offline" };
          const { path, body } = input as { path: string; body: unknown };
          const access = accessOf(device.userId, device.deviceId);
          const answer = await network.ask(name, {
            ...{ path, access, body: JSON.stringify(body) },
          });
          trace.say(`${name} hears ${JSON.stringify(answer)}`);
          if (answer.status === "ok" && path === "/v1/sync/push") {
            const { upto } = answer.body as PushAnswer;
            app.heardUpTo = Math.max(app.heardUpTo, upto);
          }
          return answer;
        }
        default:
          throw new Error(`No ${request} in the simulation`);
      }
    };
    return { invoke, on: () => () => {} } as unknown as Bridge;
  }

  async function start(): Promise<void> {
    const read = <T>(what: string, effect: () => T): Promise<T> =>
      world.chaos && random.chance(swarm.slowReads)
        ? schedule.park(name, "store", what, effect)
        : Promise.resolve().then(effect);
    const write = <T>(what: string, effect: () => T): Promise<T> => {
      const fails = world.chaos && random.chance(swarm.failingStore);
      return schedule.park(name, "store", what, () => {
        if (fails) throw new Error("QuotaExceededError");
        return effect();
      });
    };
    const tables = createModelTables(disk, read, write, (c, before, now) => {
      if (before?.epoch !== now.epoch || before?.seq == null) return;
      if (now.seq === null || now.seq < before.seq)
        world.violate("O5", `${name} ${c}/${now.id} ${before.seq}→${now.seq}`);
    });
    const told = await journal.read();
    const state = seams.journal ? seams.journal(told) : told;
    const changes = createListeners<[readonly DocumentKey[]]>();
    const queue = createSerialQueue();
    const pending = createPendingEntries(bridge, state);
    const seen = seams.pending ? seams.pending(pending) : pending;
    const store = createRxStore({ tables, ownWrites, pending, changes });
    const { flush } = createBackgroundWriter({
      ...{ tables, ownWrites, queue },
      report: () => {},
    });
    const save = createSave({
      ...{ bridge, store, pending, ownWrites, flush, changes },
      announce: () => {},
    });
    const checkpoint = createModelCheckpoint(disk, read, write);
    const replica = createReplica({
      ...{ tables, ownWrites, pending: seen, queue, checkpoint, changes },
      bulkFrom: swarm.bulkFrom,
    });
    for (const { d, ops } of state.pending) ownWrites.add(d, ops);
    await flush();
    const transport = createIpcTransport({
      bridge,
      now: clock.now,
      device: () => device.deviceId,
      onClockOffset: (offsetMs) =>
        void bridge.invoke("clock/offset", { offsetMs }),
    });
    const service = await createSyncService(
      {
        transport: {
          ...transport,
          snapshotOffer: async () => ({
            kind: "refused",
            ...{ http: 404, code: "not_found", message: "page by page" },
          }),
          pull: (request) => transport.pull({ ...request, limit: swarm.page }),
        },
        outbox: {
          ...pending,
          groupsAfter: (after, limit, gapless) =>
            pending.groupsAfter(
              after,
              Math.min(limit, 1 + random.int(swarm.batch)),
              gapless,
            ),
        },
        replica: seams.replica ? seams.replica(replica) : replica,
        numbers: {
          left: async (series) =>
            (await bridge.invoke("numbers/left", { series })).left,
          addLease: async (lease, renewed) => {
            await bridge.invoke("numbers/add-lease", { lease, renewed });
          },
        },
        clock,
        timers: {
          wakeAt(at, fn) {
            app.wake = { at, fn };
            return () => {
              app.wake = null;
            };
          },
        },
        random: random.next,
        leaseSize: async () => swarm.leaseSize,
        facts: () => ({
          waiting: pending.waitingRecords(),
          refused: pending.refusedCount(),
          server: "simulation",
        }),
        remember: (log) => {
          disk.log = log;
        },
      },
      { lastD: pending.lastD(), acked: pending.acked(), log: disk.log },
    );
    pending.subscribe(() =>
      service.tell({ kind: "saved", d: pending.lastD() }),
    );
    service.tell({ kind: "configured", everyMs: 300_000, paused: false });
    service.tell({ kind: "connected" });
    app.parts = { pending, save, service };
    app.ready = true;
    trace.say(`${name} is ready`);
  }
}

/** Switches it off in the middle of whatever it does; `last` says how much of what was under way reached the disk. */
export function crash(
  world: World,
  network: Network,
  device: SimDevice,
  reached: () => boolean,
): void {
  network.forget(device.name);
  device.app = null;
  const lanes = new Set<string>();
  for (const parked of world.schedule.takeAllOf(device.name)) {
    if (lanes.has(parked.lane)) continue;
    if (reached()) parked.performUnheard();
    else lanes.add(parked.lane);
  }
}

/** What the person in front of it sees of one document now. */
export function shownBy(
  device: SimDevice,
  c: CollectionName,
  id: string,
): Row | null {
  const own = device.app?.ownWrites.of(c, id) ?? [];
  return withOwnWrites(shownOf(device.disk.tables.get(c)?.get(id)), own, own);
}

export function idsOn(device: SimDevice, c: CollectionName): string[] {
  const stored = device.disk.tables.get(c)?.keys() ?? [];
  return [...new Set([...stored, ...(device.app?.ownWrites.idsOf(c) ?? [])])];
}
