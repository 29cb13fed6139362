import { expect, test } from "vitest";
import { createListeners } from "../../renderer/local-store/listeners.ts";
import { createOwnWrites } from "../../renderer/local-store/own-writes.ts";
import { createReplica } from "../../renderer/local-store/replica.ts";
import { createSerialQueue } from "../../renderer/local-store/serial-queue.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import { createModelDisk } from "./model/model-disk.ts";
import {
  createModelCheckpoint,
  createModelTables,
  type StoreEffect,
} from "./model/model-tables.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const EPOCH = "01890000-0000-7000-8000-00000000000e";
const MINE: Op = {
  ...{ c: "contacts", id: ID, k: "set" },
  f: { comment: ["before", "mine"] },
};
const version = (seq: number, v: Record<string, string>) => ({
  ...{ c: "contacts", id: ID, seq, rev: seq, deleted: false },
  v: { id: ID, type: "company", name: "A", ...v },
});

/** The store of a device that has sent one edit; the test says in which order it hears of it. */
function device() {
  const disk = createModelDisk("laptop");
  const atOnce: StoreEffect = async (_what, effect) => effect();
  let acked = 0;
  const replica = createReplica({
    tables: createModelTables(disk, atOnce, atOnce, () => {}),
    ownWrites: createOwnWrites(),
    pending: {
      pendingOpsOf: (_c, _id, after = 0) =>
        Math.max(after, acked) < 1 ? [{ d: 1, op: MINE }] : [],
    },
    queue: createSerialQueue(),
    checkpoint: createModelCheckpoint(disk, atOnce, atOnce),
    changes: createListeners<[readonly DocumentKey[]]>(),
  });
  return {
    replica,
    comment: () => disk.tables.get("contacts")?.get(ID)?.v["comment"],
    acknowledge() {
      acked = 1;
    },
  };
}

/** The server decided against our edit; later somebody changed another field. */
const pushed = [version(5, { comment: "theirs" })];
const pulled = [version(6, { comment: "theirs", city: "Bulle" })];

test("half duplex: the answer of a push is stored before the next pull begins, and the device agrees", async () => {
  const { replica, comment, acknowledge } = device();
  await replica.applyServer(EPOCH, pushed, 1);
  acknowledge();
  await replica.applyServer(EPOCH, pulled, 1);
  expect(comment()).toBe("theirs");
});

test("full duplex, which the engine must not be: a pull that overtakes the answer leaves what has lost", async () => {
  const { replica, comment, acknowledge } = device();
  await replica.applyServer(EPOCH, pulled, 0);
  await replica.applyServer(EPOCH, pushed, 1);
  acknowledge();
  expect(comment()).toBe("mine");
});
