import { expect, test } from "vitest";
import { createPages } from "../../../../shared/sync/pages.ts";
import type { PullAnswer } from "../../../../shared/sync/protocol.ts";
import type { Reply } from "../../../../shared/sync/reply.ts";
import { createSyncService } from "../../../../shared/sync/driver.ts";
import type { SyncDeps } from "../../../../shared/sync/sync-service.ts";
import type { Replica, Transport } from "../../../../shared/sync/ports.ts";
import { NO_LOG } from "../../../../shared/sync/status.ts";

const never = () => Promise.reject(new Error("not asked here"));
const turn = () => new Promise((done) => setTimeout(done, 0));

/** A feed of so many pages, and a disk that takes a page when it is told to. */
async function feed(
  pages: number,
  line = async (_page: number) => {},
  acknowledge = async () => {},
) {
  const heard: string[] = [];
  const writing: (() => void)[] = [];
  let taking = false;
  const transport: Transport = {
    device: () => "laptop",
    digest: never,
    range: never,
    lease: never,
    renewIdentity: never,
    snapshotPart: never,
    snapshotOffer: async () => ({
      ...{ kind: "refused", http: 404, code: "not_found", message: "" },
    }),
    async push(groups) {
      heard.push("push");
      const upto = groups.at(-1)?.d ?? 0;
      const results = groups.map(({ d }) => ({ d, s: "ok" as const }));
      const value = { epoch: "e", head: 9, upto, serverTime: 0, results };
      return { kind: "answer", value: { ...value, docs: [] } };
    },
    async pull({ cursors }) {
      const page = cursors["contacts"] ?? 0;
      heard.push(`ask ${page}`);
      await line(page);
      const v = { id: String(page) };
      const doc = { c: "contacts", id: v.id, seq: page + 1, rev: 1, v };
      const value = {
        ...{ epoch: "e", head: pages, more: page + 1 < pages },
        ...{ cursors: { contacts: page + 1 } },
        docs: [{ ...doc, deleted: false }],
      };
      return { kind: "answer", value };
    },
  };
  const replica = {
    readCheckpoint: async () => ({ epoch: null, cursors: {} }),
    async applyServer(
      _epoch: string,
      docs: readonly { readonly id: string }[],
    ) {
      const [doc] = docs;
      if (!taking) await new Promise<void>((done) => writing.push(done));
      if (doc) heard.push(`stored ${doc.id}`);
    },
    writeCheckpoint: async () => void heard.push("checkpoint"),
    removeUnknown: async () => {},
  } as unknown as Replica;
  const deps: SyncDeps = {
    transport,
    replica,
    outbox: {
      groupsAfter: async (after) =>
        [{ d: 1, m: "m", hlc: "1.0", ops: [] }].filter(({ d }) => d > after),
      ownWork: never,
      sendWhole: never,
      acknowledge,
    },
    numbers: { left: async () => 100, addLease: never },
    clock: { now: () => 1000 },
    timers: { wakeAt: () => () => {} },
    random: () => 0.5,
    leaseSize: async () => 0,
    facts: () => ({ waiting: 0, refused: 0, server: "office" }),
    remember: () => {},
  };
  const log = { lastD: 0, acked: 0, log: NO_LOG };
  const service = await createSyncService(deps, log);
  service.tell({ kind: "connected" });
  await turn();
  return {
    ...{ heard, service },
    /** The disk has taken the page that it is at. */
    async write() {
      writing.shift()?.();
      await turn();
    },
    async writeAll() {
      taking = true;
      for (const done of writing.splice(0)) done();
      await turn();
    },
  };
}

test("while a page is stored the next one is asked for, and no other: two are in memory, however long the feed", async () => {
  const { heard, write } = await feed(6);
  let most = 0;
  for (let page = 0; page < 6; page++) {
    const asked = heard.filter((one) => one.startsWith("ask")).length;
    const stored = heard.filter((one) => one.startsWith("stored")).length;
    most = Math.max(most, asked - stored);
    await write();
  }
  expect(most).toBe(2);
  expect(heard.filter((one) => one.startsWith("stored"))).toEqual(
    [0, 1, 2, 3, 4, 5].map((page) => `stored ${page}`),
  );
  // A checkpoint comes after its page, and each page was asked for once.
  expect(heard.slice(0, 5)).toEqual([
    ...["ask 0", "ask 1", "stored 0", "checkpoint", "ask 2"],
  ]);
  expect(heard.filter((one) => one.startsWith("ask"))).toHaveLength(6);
});

test("half duplex: what was saved meanwhile is sent when the page that was asked for ahead is stored, which then comes again", async () => {
  const { heard, service, write, writeAll } = await feed(3);
  service.tell({ kind: "saved", d: 1 });
  await write();
  expect(heard).toEqual(["ask 0", "ask 1", "stored 0", "checkpoint"]);
  await writeAll();
  expect(heard.slice(4, 7)).toEqual(["stored 1", "push", "ask 1"]);
  expect(heard.slice(7).toSorted()).toEqual([
    ...["ask 2", "checkpoint", "checkpoint", "stored 1", "stored 2"],
  ]);
});

test("a page that comes after the stop is not stored, and no checkpoint says that it was", async () => {
  const line = Promise.withResolvers<void>();
  const { heard, service, writeAll } = await feed(3, () => line.promise);
  await writeAll();
  service.stop();
  line.resolve();
  await turn();
  expect(heard).toEqual(["ask 0"]);
});

test("half duplex: what waited for the page ahead is not sent beside what a new connection sends", async () => {
  const line = Promise.withResolvers<void>();
  const { heard, service, write, writeAll } = await feed(3, (page) =>
    page === 1 ? line.promise : Promise.resolve(),
  );
  service.tell({ kind: "saved", d: 1 });
  await write();
  service.tell({ kind: "disconnected" });
  service.tell({ kind: "connected" });
  await turn();
  expect(heard.slice(4, 5)).toEqual(["push"]);
  line.resolve();
  await writeAll();
  expect(heard.filter((one) => one === "push")).toHaveLength(1);
});

test("half duplex: an answer to an earlier connection that is stored late is none to what the new one asks", async () => {
  const storing: (() => void)[] = [];
  const { heard, service, writeAll } = await feed(
    1,
    undefined,
    () => new Promise<void>((done) => storing.push(done)),
  );
  await writeAll();
  service.tell({ kind: "saved", d: 1 });
  await turn();
  service.tell({ kind: "disconnected" });
  service.tell({ kind: "renumbered", lastD: 1, acked: 0 });
  service.tell({ kind: "connected" });
  await turn();
  const before = heard.length;
  expect(storing).toHaveLength(2);
  storing.shift()?.();
  await turn();
  expect(heard.slice(before)).toEqual([]);
  storing.shift()?.();
  await turn();
  expect(heard.slice(before)).not.toEqual([]);
});

test("two connections after a page that was asked for ahead: only the last one asks", async () => {
  let link = 1;
  const asks: ((reply: Reply<PullAnswer>) => void)[] = [];
  const pages = createPages({
    transport: { pull: () => new Promise((answer) => asks.push(answer)) },
    replica: { applyServer: never },
    limit: () => 10,
    acked: () => 0,
    isCurrent: (one) => one === link,
  });
  const from = { epoch: "e", cursors: { contacts: 1 } };
  pages.askAhead({ ...from, cursors: { contacts: 2 } }, 1);
  link = 2;
  const first = pages.take(from, 2);
  link = 3;
  const second = pages.take(from, 3);
  await turn();
  expect(asks).toHaveLength(2);
  const lost = { kind: "unreachable", reason: "network" } as const;
  asks[0]?.(lost);
  await turn();
  expect(asks).toHaveLength(2);
  asks[1]?.(lost);
  expect((await first).reply.kind).toBe("unreachable");
  expect((await second).reply).toBe(lost);
});
