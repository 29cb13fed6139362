import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDraftShelf } from "../../electron/os/draft-shelf.ts";
import {
  openSnapshotShelf,
  type SnapshotShelf,
} from "../../electron/os/snapshot-shelf.ts";
import { bringDraftsBack } from "../../renderer/local-store/kept-drafts.ts";
import {
  copyForUpdate,
  isSnapshotDue,
  restoreSnapshot,
} from "../../renderer/local-store/snapshots.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import {
  createTestDisk,
  openTestStore,
  wiped,
  type TestDisk,
} from "../helpers/local-store.ts";

const KEY = new Uint8Array(32).fill(3);
const id = (n: number) =>
  `0190c0de-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** A disk whose main process keeps snapshots and drafts, with 1,200 companies that the server has. */
async function device(added?: () => void | Promise<void>) {
  const folder = mkdtempSync(path.join(tmpdir(), "carnet-snapshot-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let hour = 0;
  const snapshots = await openSnapshotShelf({
    ...{ folder, key: KEY, keeps: 2, now: () => Date.UTC(2026, 2, 13, hour++) },
  });
  const drafts = await openDraftShelf(path.join(folder, "drafts"), KEY);
  const plain = createTestDisk();
  const disk: TestDisk = {
    ...plain,
    bridge: bridgeTo(plain, snapshots, drafts, added),
  };
  const local = await openTestStore(disk);
  const docs = Array.from({ length: 1200 }, (_, n) => ({
    ...{ c: "contacts", id: id(n), seq: n + 1, rev: 1, deleted: false },
    v: { id: id(n), type: "company", name: `Server ${n} SA` },
  }));
  await local.replica.applySnapshot("e1", docs, 0);
  await local.replica.barrier();
  const checkpoint = { epoch: "e1", cursors: { contacts: 1200 } };
  await local.replica.writeCheckpoint(checkpoint);
  return { disk, local, snapshots, checkpoint };
}

function bridgeTo(
  { journal }: TestDisk,
  snapshots: SnapshotShelf,
  drafts: Awaited<ReturnType<typeof openDraftShelf>>,
  added?: () => void | Promise<void>,
): Pick<Bridge, "invoke"> {
  const answers: Record<string, (input: never) => Promise<unknown>> = {
    "snapshots/begin": async () => ({ token: await snapshots.begin() }),
    "snapshots/add": async (one: { token: number; text: string }) => {
      await snapshots.add(one.token, one.text);
      await added?.();
    },
    "snapshots/finish": async ({ token }: { token: number }) => ({
      whole: await snapshots.finish(token),
    }),
    "snapshots/read": async (asked: { name: string; piece: number }) => ({
      text: await snapshots.read(asked.name, asked.piece),
    }),
    "drafts/keep": (one: { id: string; draft: unknown }) =>
      drafts.keep(one.id, one.draft),
    "drafts/kept": async () => ({ drafts: await drafts.read() }),
  };
  const invoke = async (name: string, input: never) =>
    answers[name]?.(input) ?? journal.bridge.invoke(name as never, input);
  return { invoke: invoke as Bridge["invoke"] };
}

test("a wiped store comes back from its snapshot, what was unsent on top, and the forms half typed", async () => {
  const { disk, local, snapshots, checkpoint } = await device();
  const before = await local.store.get("contacts", id(7));
  const change = { c: "contacts" as const, id: id(7), before };
  await local.save("x", [
    { ...change, after: { ...before!, name: "Renamed here SA" } },
  ]);
  const draft = {
    ...{ id: id(9001), form: "create", savedAt: "2026-03-13T08:00:00.000Z" },
    value: { name: "Half typed SA" },
  };
  await local.save("x", [
    { c: "drafts", id: draft.id, before: null, after: draft },
  ]);
  await local.settled();
  expect(await local.takeSnapshot()).toBe(true);
  await local.close();

  const bridge = disk.bridge!;
  const after = await openTestStore(wiped(disk));
  expect(await after.store.get("contacts", id(8))).toBeNull();
  const restored = await restoreSnapshot({
    ...{ bridge, names: await snapshots.list(), replica: after.replica },
    processedUpTo: 0,
  });
  expect(restored).toBe(true);
  await bringDraftsBack({ bridge, store: after.store, save: after.save });
  const counts = await after.store.counts();
  expect(counts.contacts).toBe(1200);
  expect(await after.store.get("contacts", id(8))).toMatchObject({
    name: "Server 8 SA",
  });
  expect(await after.store.get("contacts", id(7))).toMatchObject({
    name: "Renamed here SA",
  });
  expect(await after.store.marks("contacts", id(7))).toMatchObject({
    ...{ seq: 8, pending: true },
  });
  expect(await after.replica.readCheckpoint()).toEqual(checkpoint);
  expect(await after.store.get("drafts", draft.id)).toMatchObject(draft);
  await after.close();
});

test("a device that was never connected needs no snapshot, and one that is spoiled gives way to an older one", async () => {
  const { local, disk, snapshots } = await device();
  expect(await local.takeSnapshot()).toBe(true);
  const names = await snapshots.list();
  const replica = local.replica;
  const restore = (list: readonly string[]) =>
    restoreSnapshot({
      ...{ bridge: disk.bridge!, names: list, replica, processedUpTo: 0 },
    });
  expect(await restore(["2026-03-14T00-00-00-000Z.snapshot"])).toBe(false);
  expect(await restore(["2026-03-14T00-00-00-000Z.snapshot", ...names])).toBe(
    true,
  );
  await local.close();
  const fresh = await openTestStore({
    ...createTestDisk(),
    bridge: disk.bridge!,
  });
  expect(await fresh.takeSnapshot()).toBe(false);
  expect(await copyForUpdate(fresh)).toBe("none-needed");
  await fresh.close();
});

test("before an update what is whole is copied; in the middle of a first sync the server has it all", async () => {
  const { local, snapshots, checkpoint } = await device();
  expect(await copyForUpdate(local)).toBe("made");
  expect(await snapshots.list()).toHaveLength(1);
  const snapshot = { id: "s", epoch: "e", next: 1, floor: 0 };
  await local.replica.writeCheckpoint({ ...checkpoint, snapshot });
  expect(await copyForUpdate(local)).toBe("none-needed");
  expect(await snapshots.list()).toHaveLength(1);
  await local.close();
});

test("one snapshot a day is due, and one at once when the clock was set back", () => {
  const names = ["2026-03-13T08-30-00-000Z.snapshot"];
  const at = (text: string) => isSnapshotDue(names, Date.parse(text));
  expect(at("2026-03-13T09:00:00Z")).toBe(false);
  expect(at("2026-03-14T09:00:00Z")).toBe(true);
  expect(at("2025-03-13T09:00:00Z")).toBe(true);
  expect(isSnapshotDue([], 0)).toBe(true);
});

/** Ids of the documents in a snapshot, and whether it says where it ends. */
async function inside(snapshots: SnapshotShelf, name: string) {
  const ids = new Set<string>();
  let ends = false;
  for (let piece = 0; ; piece++) {
    const text = await snapshots.read(name, piece);
    if (text === null) return { documents: ids.size, ends };
    const read = JSON.parse(text) as { docs?: { id: string }[] };
    for (const doc of read.docs ?? []) ids.add(doc.id);
    ends ||= "checkpoint" in read;
  }
}

test("a snapshot that is begun while another one is made waits for it, and both are whole", async () => {
  const second = Promise.withResolvers<void>();
  let added = 0;
  const { local, snapshots } = await device(() => {
    if (++added === 2) second.resolve();
  });
  const daily = local.takeSnapshot();
  await second.promise;
  const beforeUpdate = local.takeSnapshot();
  expect(await Promise.all([daily, beforeUpdate])).toEqual([true, true]);
  const names = await snapshots.list();
  expect(names).toHaveLength(2);
  for (const name of names)
    expect(await inside(snapshots, name)).toEqual({
      ...{ documents: 1200, ends: true },
    });
  await local.close();
});
