import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createErpFeed } from "../../../../../renderer/local-store/feed-erp.ts";
import { createFeeds } from "../../../../../renderer/local-store/feeds.ts";
import { createBlobStore } from "../../../../../renderer/local-store/projection/blob-store.ts";
import {
  fedNames,
  type FedName,
  type FromProjection,
} from "../../../../../renderer/local-store/projection/messages.ts";
import { createProjectionClient } from "../../../../../renderer/local-store/projection/projection-client.ts";
import { renewingChannel } from "../../../../../renderer/local-store/projection/renewing-channel.ts";
import { serveProjection } from "../../../../../renderer/local-store/projection/serve-projection.ts";
import { clearCodec } from "../../../../../renderer/local-store/seal.ts";
import type { Stored } from "../../../../../renderer/local-store/stored-document.ts";
import {
  createFakeTable,
  type FakeTable,
} from "../../../../helpers/fake-table.ts";
import { joinPorts } from "../../../../helpers/join-ports.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const waitReally = globalThis.setTimeout;

/** Seconds pass, and whatever the disk has to do in them is done. */
async function pass(seconds: number): Promise<void> {
  for (let i = 0; i < seconds; i++) {
    await vi.advanceTimersByTimeAsync(1_000);
    await new Promise((done) => waitReally(done, 10));
  }
}
async function passUntil(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !holds(); i++) await pass(1);
}

function id(n: number): string {
  return `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;
}
/** Written minutes apart: the last seconds are read twice. */
function contact(n: number, minute = n): Stored {
  return {
    ...{ id: id(n), v: { id: id(n), type: "company", name: `Firma ${n}` } },
    ...{ seq: null, rev: null, epoch: null, applied: 0 },
    ...{
      _deleted: false,
      _rev: "1-x",
      _attachments: {},
      _meta: { lwt: minute * 60_000 },
    },
  } as unknown as Stored;
}

function visit(n: number, about: number): Stored {
  const v = { id: id(n), contactId: id(about), date: "2026-03-09" };
  return { ...contact(n), v };
}

/** @param disk where the contacts lie, for a test that damages them */
function emptyTables(disk?: Map<string, never>): Record<FedName, FakeTable> {
  return Object.fromEntries(
    fedNames.map((c) => [
      c,
      createFakeTable(c === "contacts" ? disk : undefined),
    ]),
  ) as Record<FedName, FakeTable>;
}

/** A device without RxDB and Dexie, and how many projections it has started. */
function startDevice(
  idb: IDBFactory,
  tables: Readonly<Record<FedName, FakeTable>>,
) {
  const started = { workers: 0 };
  const running = new Set<() => void>();
  const feeds = createFeeds(createErpFeed());
  for (const c of fedNames) feeds.add(c, tables[c].instance, clearCodec);
  const channel = renewingChannel(() => {
    started.workers += 1;
    let listener: (message: FromProjection) => void = () => {};
    let here = true;
    running.add(() => (here = false));
    const receive = serveProjection(
      (message) => here && listener(structuredClone(message)),
      (key) => createBlobStore(idb, key),
      1,
    );
    joinPorts(feeds, receive, () => here);
    return {
      post: (message) => receive(structuredClone(message)),
      listen(added) {
        listener = added;
      },
      terminate() {
        here = false;
      },
    };
  });
  channel.post({ kind: "configure", key: new Uint8Array(32) });
  return {
    ...createProjectionClient(channel),
    started,
    /** As a window that is closed: its workers hear nothing more. */
    end: () => running.forEach((stop) => stop()),
  };
}

test("a record that cannot be read is missed, and the projection is not built again and again for it", async () => {
  const disk = new Map<string, never>();
  const tables = emptyTables(disk);
  for (const n of [1, 2, 3]) await tables.contacts.write(contact(n));
  const whole = disk.get(id(2));
  disk.set(id(2), { ...(whole as unknown as object), d: "…" } as never);

  const idb = new IDBFactory();
  const first = startDevice(idb, tables);
  await passUntil(() => first.started.workers > 1);
  await pass(30);
  expect(await first.list.counts()).toMatchObject({ all: 2 });
  // The one that builds, and the one that reads what the first has written.
  expect(first.started.workers).toBe(2);

  const again = startDevice(idb, tables);
  await pass(40);
  expect(again.started.workers).toBe(1);
  // Fetched again from the server, it is here; and a projection that lacks something is still found out.
  await tables.contacts.write(contact(2, 9));
  await pass(5);
  expect(await again.list.counts()).toMatchObject({ all: 3 });
  disk.set(id(7), { ...(whole as unknown as object), id: id(7) } as never);
  const last = startDevice(idb, tables);
  await passUntil(() => last.started.workers > 1);
  expect(last.started.workers).toBeGreaterThan(1);
});

test("a difference that stays after everything was read again is taken as it is, and told from a later one", async () => {
  const tables = emptyTables();
  for (const n of [1, 2, 3]) await tables.contacts.write(contact(n));
  // What the store counts and never gives out.
  let lost = 1;
  countMore(tables.contacts, () => lost);

  const idb = new IDBFactory();
  const first = startDevice(idb, tables);
  await passUntil(() => first.started.workers > 1);
  await pass(60);
  expect(first.started.workers).toBe(2);
  const again = startDevice(idb, tables);
  await pass(60);
  expect(again.started.workers).toBe(1);
  expect(await again.list.counts()).toMatchObject({ all: 3 });

  lost = 2;
  const last = startDevice(idb, tables);
  await passUntil(() => last.started.workers > 1);
  expect(last.started.workers).toBeGreaterThan(1);
});

test("what the disk has lost between two starts is not shown on, and it is built once for that", async () => {
  const disk = new Map<string, never>();
  const tables = emptyTables(disk);
  for (const n of [1, 2, 3]) await tables.contacts.write(contact(n));
  const idb = new IDBFactory();
  const first = startDevice(idb, tables);
  // Ended before the first check: what it has written was never held against the store.
  await passUntil(() => first.started.workers > 1);
  first.end();
  disk.delete(id(2));
  const again = startDevice(idb, tables);
  await pass(90);
  expect(await again.list.counts()).toMatchObject({ all: 2 });
  expect(again.started.workers).toBe(3);
});

test("a store that counts too few is not read again and again", async () => {
  const tables = emptyTables();
  for (const n of [1, 2, 3]) await tables.contacts.write(contact(n));
  const idb = new IDBFactory();
  const first = startDevice(idb, tables);
  await passUntil(() => first.started.workers > 1);
  await pass(60);
  // The disk has lost the entry of an index, and has the record.
  countMore(tables.contacts, () => -1);
  const again = startDevice(idb, tables);
  await pass(90);
  expect(again.started.workers).toBe(3);
  expect(await again.list.counts()).toMatchObject({ all: 3 });
  const last = startDevice(idb, tables);
  await pass(60);
  expect(last.started.workers).toBe(1);
});

function countMore({ instance }: FakeTable, more: () => number): void {
  const { dexieTable: table } = instance.internals as {
    dexieTable: { where(index: string): Ranges };
  };
  const where = table.where.bind(table);
  table.where = (index) => {
    const ranges = where(index);
    return {
      ...ranges,
      between(...bounds) {
        const found = ranges.between(...bounds);
        return { ...found, count: async () => (await found.count()) + more() };
      },
    };
  };
}

interface Ranges {
  between(...bounds: unknown[]): { count(): Promise<number> };
}

test("what cannot be read before its turn is answered in its turn", async () => {
  const tables = emptyTables();
  await tables.contacts.write(contact(1));
  // These tables know no index by contact: the newest of a card cannot be looked up.
  await tables.interactions.write(visit(7, 1));
  const device = startDevice(new IDBFactory(), tables);
  const happened = device.list.happened({
    ...{ contactId: id(1), withPeople: true, former: [], want: 10 },
  });
  await pass(10);
  expect(await happened).toMatchObject({ interactions: [id(7)] });
});
