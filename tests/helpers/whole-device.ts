import { createHash, randomBytes } from "node:crypto";
import { cp } from "node:fs/promises";
import { invite } from "../../server/auth/invitations.ts";
import {
  openJournal,
  type Journal,
} from "../../electron/os/journal/journal.ts";
import {
  assembleOn,
  type LocalStore,
} from "../../renderer/local-store/open-store.ts";
import type { Change } from "../../shared/domain/change.ts";
import { newIdFrom } from "../../shared/domain/new-id.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import { createSyncService } from "../../shared/sync/driver.ts";
import type { SyncService } from "../../shared/sync/sync-service.ts";
import type { Transport } from "../../shared/sync/ports.ts";
import { EnrollAnswer, type Role } from "../../shared/sync/protocol.ts";
import { NO_LOG, type SyncLog } from "../../shared/sync/status.ts";
import { httpTransport } from "./headless-device.ts";
import { projectionOf } from "./memory-projection.ts";
import { createMemoryDisk, type MemoryDisk } from "./memory-tables.ts";
import type { TestServer } from "./server.ts";

type Row = Record<string, unknown>;

/**
 * A device as it is but for the window: the real journal on disk, the real store on tables in memory, the real engine
 * over real HTTP. `stop` is a kill; `startDevice` on the same disk is the next start.
 */
export interface WholeDevice {
  readonly local: LocalStore;
  readonly journal: Journal;
  readonly service: SyncService;
  save(...changes: readonly Change[]): Promise<number>;
  edit(c: CollectionName, id: string, patch: Row): Promise<number>;
  read(c: CollectionName, id: string): Promise<Row | null>;
  all(c: CollectionName): Promise<readonly Row[]>;
  /** Goes online, runs until there is nothing to do, goes offline again; throws with the engine's problem. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** What lies on one machine: a folder with the journal, the readable copy, and who it is at the server. */
export interface WholeDisk {
  readonly name: string;
  readonly folder: string;
  readable: MemoryDisk;
  identity: EnrollAnswer;
  log: SyncLog;
  clock: { nowMs: number };
}

const KEY = createHash("sha256").update("whole device").digest();

export async function newDisk(
  server: TestServer,
  folder: string,
  name: string,
  role: Role = "salesperson",
): Promise<WholeDisk> {
  const code = await invite(server.deps, server.tenant, {
    email: `${name.toLowerCase()}@carnet.example`,
    name,
    role,
  });
  const answer = await fetch(`${server.url}/v1/enroll`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code, deviceName: name }),
  });
  const identity = EnrollAnswer.parse(await answer.json());
  return {
    ...{ name, folder, identity, readable: createMemoryDisk() },
    clock: { nowMs: server.clock.nowMs },
    log: NO_LOG,
  };
}

/** The profile as it lies on the disk, on a second machine. The store is left behind: it comes back from the server. */
export async function copyOfDisk(
  disk: WholeDisk,
  folder: string,
): Promise<WholeDisk> {
  await cp(disk.folder, folder, { recursive: true });
  const readable = createMemoryDisk();
  return { ...disk, readable, folder, clock: { ...disk.clock } };
}

export async function startDevice(
  server: TestServer,
  disk: WholeDisk,
  around: (transport: Transport) => Transport = (transport) => transport,
): Promise<WholeDevice> {
  const clock = { now: () => disk.clock.nowMs };
  const journal = await openJournal({
    ...{ folder: disk.folder, key: KEY, clock, preallocation: 64 * 1024 },
    random: { bytes: (n) => new Uint8Array(randomBytes(n)) },
  });
  await journal.startDevice(disk.identity);
  const bridge = bridgeTo(journal);
  const local = await assembleOn(
    disk.readable.tables,
    {
      ...{ bridge, journal: await journal.read() },
      checkpoint: disk.readable.checkpoint,
      projection: projectionOf(disk.readable),
      newId: newIdFrom(clock, {
        bytes: (n) => new Uint8Array(randomBytes(n)),
      }),
    },
    async () => {},
  );
  const { pending, replica, store } = local;
  const service = await createSyncService(
    {
      transport: around(transportOf(server, disk, journal)),
      outbox: pending,
      replica,
      numbers: {
        left: async (series) => journal.numbersLeft(series),
        addLease: async (lease, renewed) => {
          await journal.addLease(lease, renewed);
        },
      },
      clock,
      timers: { wakeAt: () => () => {} },
      random: () => 0.5,
      leaseSize: async () => 50,
      facts: () => ({
        waiting: pending.waitingRecords(),
        refused: pending.refusedCount(),
        server: server.url,
      }),
      remember: (log) => {
        disk.log = log;
      },
    },
    { lastD: pending.lastD(), acked: pending.acked(), log: disk.log },
  );
  const unlisten = pending.subscribe(() =>
    service.tell({ kind: "saved", d: pending.lastD() }),
  );
  const paused = (is: boolean) =>
    service.tell({ kind: "configured", everyMs: null, paused: is });
  paused(true);
  const device: WholeDevice = {
    ...{ local, journal, service },
    async save(...changes) {
      disk.clock.nowMs += 1000;
      const result = await local.save("test", changes);
      if (result.status === "failed") throw new Error(result.reason);
      return result.d;
    },
    async edit(c, id, patch) {
      const before = await device.read(c, id);
      if (!before) throw new Error(`${c}/${id} is not on ${disk.name}`);
      return device.save({
        c,
        id,
        before,
        after: { ...before, ...patch },
      } as Change);
    },
    read: (c, id) => store.get(c, id) as Promise<Row | null>,
    all: async (c) => (await store.all(c, 1000)) as unknown as Row[],
    async settle() {
      const first = service.status().kind === "not-connected";
      const { length: runs } = service.status().runs;
      paused(false);
      service.tell({ kind: first ? "connected" : "nudged" });
      for (let i = 0; i < 1000; i++) {
        const status = service.status();
        if (status.problem)
          throw new Error(
            `${disk.name}: ${status.problem.code} ${status.problem.message}`,
          );
        const rested = status.runs.length > runs && status.waiting === 0;
        if (rested) return paused(true);
        await new Promise((done) => setTimeout(done, 10));
      }
      throw new Error(`${disk.name} did not rest: ${service.status().kind}`);
    },
    async stop() {
      service.stop();
      unlisten();
      await local.close();
      await journal.close();
    },
  };
  return device;
}

/** The journal's requests as main answers them. */
export function bridgeTo(journal: Journal): Pick<Bridge, "invoke"> {
  const handlers: Record<string, (input: never) => Promise<unknown>> = {
    "journal/append": ({ label, ops }: never) => journal.append(label, ops),
    "journal/append-again": ({ hlc, ops, since }: never) =>
      journal.appendAgain(hlc, ops, since),
    "journal/entries": async ({ after, limit, gapless }: never) => ({
      entries: await journal.entries(after, limit, gapless),
    }),
    "journal/acknowledge": ({ upto, refused, deviceId }: never) =>
      journal.acknowledge(upto, refused, deviceId),
    "journal/note-merged": async ({ items }: never) => ({
      merged: await journal.noteMerged(items),
    }),
    "journal/read": () => journal.read(),
    "journal/arrange": (asked: never) => journal.arrange(asked),
    // The rest of the machine has nothing of it here.
    "erasures/note": async ({ keys, contacts }: never) => {
      await journal.forgetErased(keys, contacts);
      return {};
    },
  };
  return {
    invoke: (async (name: string, input: never) => {
      const handler = handlers[name];
      if (!handler) throw new Error(`No handler for ${name}`);
      return structuredClone(await handler(input));
    }) as Bridge["invoke"],
  };
}

function transportOf(
  server: TestServer,
  disk: WholeDisk,
  journal: Journal,
): Transport {
  let present = httpTransport(server.url, disk.identity);
  return {
    device: () => present.device(),
    push: (...args) => present.push(...args),
    pull: (...args) => present.pull(...args),
    digest: (...args) => present.digest(...args),
    range: (...args) => present.range(...args),
    snapshotOffer: (...args) => present.snapshotOffer(...args),
    snapshotPart: (...args) => present.snapshotPart(...args),
    lease: (...args) => present.lease(...args),
    async renewIdentity() {
      const answer = await fetch(`${server.url}/v1/devices`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${disk.identity.access}`,
        },
        body: JSON.stringify({ deviceName: disk.name }),
      });
      disk.identity = EnrollAnswer.parse(await answer.json());
      await journal.startDevice(disk.identity);
      present = httpTransport(server.url, disk.identity);
      const { lastD, acked } = await journal.read();
      return { kind: "answer", value: { lastD, acked } };
    },
  };
}
