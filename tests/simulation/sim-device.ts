import {
  createArrange,
  takeBackAtStart,
  type Arrange,
} from "../../renderer/local-store/arrange.ts";
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
import { startSync } from "../../renderer/sync/start-sync.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { JournalState } from "../../shared/ipc/journal.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { SyncService } from "../../shared/sync/sync-service.ts";
import type { ModelDisk } from "./model/model-disk.ts";
import {
  createModelCheckpoint,
  createModelTables,
  type StoreEffect,
} from "./model/model-tables.ts";
import type { Network } from "./network.ts";
import { startMain, type SimMain, type WindowEvents } from "./sim-main.ts";
import { clockOf, type World } from "./world.ts";

/** A laptop: what is on its disk, and, while it is on, the app that runs on it. */
export interface SimDevice {
  readonly name: string;
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
  readonly main: SimMain;
  readonly bridge: Bridge;
  readonly ownWrites: OwnWrites;
  /** Set with `ready`. */
  parts: {
    readonly pending: PendingEntries;
    readonly save: Save;
    readonly arrange: Arrange;
    readonly service: SyncService;
  } | null;
  /** What a person has asked of the outbox and that is not answered yet. */
  arranging: number;
  /** The timer of the engine, by its own clock. */
  wake: { readonly at: number; readonly fn: () => void } | null;
}

const SETTINGS: LocalSettings = {
  language: "en",
  theme: "system",
  syncEveryMinutes: 5,
  workOffline: false,
  workDate: null,
  connectLater: false,
  lockAfterMinutes: 0,
};

/** Switches it on: the journal is read, replayed onto the store, and the engine starts. */
export function boot(world: World, network: Network, device: SimDevice): void {
  world.trace.say(`${device.name} boots`);
  const main = startMain(world, network, device);
  const { tenantId } = world;
  const { deviceId } = device.disk;
  openWindow(world, network, device, main, async () => {
    // Again, in case it ended between the two steps of connecting.
    await main.journal.startDevice({ deviceId, tenantId });
    return main.journal.read();
  });
}

/** What the app does when its unsent work has been given other numbers: the main process stays as it is. */
function reload(world: World, network: Network, device: SimDevice): void {
  const { app, name } = device;
  if (!app) return;
  world.trace.say(`${name} reloads`);
  app.parts?.service.stop();
  network.forget(name, "window");
  for (const parked of world.schedule.takeAllOf(name, "store"))
    if (world.random.chance(0.5)) parked.performUnheard();
    else break;
  const { main } = app;
  openWindow(world, network, device, main, () => main.journal.read());
}

function openWindow(
  world: World,
  network: Network,
  device: SimDevice,
  main: SimMain,
  readJournal: () => Promise<JournalState>,
): void {
  const { disk, name } = device;
  const { schedule, swarm, random, trace, seams } = world;
  const listeners = new Map<string, (payload: never) => void>();
  const ownWrites = createOwnWrites();
  /** Whoever has gone hears no more of anything. */
  const toThis = <T>(answer: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      answer.then(
        (value) => device.app === app && resolve(value),
        (error) => device.app === app && reject(error as Error),
      );
    });
  const bridge = {
    invoke: (request: string, input: never) =>
      toThis(main.answer(request, input)),
    on(event: string, listener: (payload: never) => void) {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
  } as unknown as Bridge;
  const app: RunningApp = {
    ...{
      ready: false,
      main,
      bridge,
      ownWrites,
      parts: null,
      arranging: 0,
      wake: null,
    },
  };
  device.app = app;
  main.tell = (event, payload) => {
    const hear = listeners.get(event) as
      ((payload: WindowEvents[typeof event]) => void) | undefined;
    hear?.(payload);
  };
  void start().catch((error: unknown) =>
    world.violate("start", `${name}: ${String(error)}`),
  );

  async function start(): Promise<void> {
    const told = await toThis(readJournal());
    const store = <T>(what: string, effect: () => T): Promise<T> =>
      device.app === app
        ? schedule.park(name, "store", what, effect)
        : new Promise<T>(() => {});
    const read: StoreEffect = (what, effect) =>
      world.chaos && random.chance(swarm.slowReads)
        ? store(what, effect)
        : toThis(Promise.resolve().then(effect));
    const write: StoreEffect = (what, effect) => {
      const fails = world.chaos && random.chance(swarm.failingStore);
      return store(what, () => {
        if (fails) throw new Error("QuotaExceededError");
        return effect();
      });
    };
    const tables = createModelTables(disk, read, write, (c, before, now) => {
      if (before?.epoch !== now.epoch || before?.seq == null) return;
      if (now.seq === null || now.seq < before.seq)
        world.violate("O5", `${name} ${c}/${now.id} ${before.seq}→${now.seq}`);
    });
    const state = seams.journal ? seams.journal(told) : told;
    const changes = createListeners<[readonly DocumentKey[]]>();
    const queue = createSerialQueue();
    const pending = createPendingEntries(bridge, state);
    const seen = seams.pending ? seams.pending(pending) : pending;
    const rxStore = createRxStore({ tables, ownWrites, pending, changes });
    const { flush, makeReady } = createBackgroundWriter({
      ...{ tables, ownWrites, queue },
      report: () => {},
    });
    const save = createSave({
      ...{ bridge, store: rxStore, pending, ownWrites, changes },
      ...{ flush, makeReady },
      announce: () => {},
      unfinished: { add: () => {} },
    });
    const checkpoint = createModelCheckpoint(disk, read, write);
    const replica = createReplica({
      ...{ tables, ownWrites, pending: seen, queue, checkpoint, changes },
      bulkFrom: swarm.bulkFrom,
    });
    const arrange = createArrange({
      ...{ store: rxStore, ownWrites, pending, queue, flush, changes },
    });
    await takeBackAtStart({ store: rxStore, ownWrites }, state);
    await flush();
    for (const { d, ops } of pending.pendingEntries()) ownWrites.add(d, ops);
    for (const { d, ops } of pending.heldEntries()) ownWrites.add(d, ops);
    await flush();
    const service = await startSync({
      bridge,
      replica: seams.replica ? seams.replica(replica) : replica,
      pending: {
        ...pending,
        groupsAfter: (after, limit, gapless) =>
          pending.groupsAfter(
            after,
            Math.min(limit, 1 + random.int(swarm.batch)),
            gapless,
          ),
      },
      connection: main.connection(),
      settings: SETTINGS,
      log: disk.log,
      leaseSize: async () => swarm.leaseSize,
      onRenumbered: () => reload(world, network, device),
      machine: {
        now: () => clockOf(world, device),
        random: random.next,
        wakeAt(at, fn) {
          app.wake = { at, fn };
          return () => {
            app.wake = null;
          };
        },
      },
    });
    app.parts = { pending, save, arrange, service };
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
  if (world.swarm.doubtful)
    device.disk.log = { ...device.disk.log, doubted: true };
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
