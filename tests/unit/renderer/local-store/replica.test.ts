import { expect, test } from "vitest";
import type { DocumentTable } from "../../../../renderer/local-store/document-table.ts";
import { createListeners } from "../../../../renderer/local-store/listeners.ts";
import { createOwnWrites } from "../../../../renderer/local-store/own-writes.ts";
import { createReplica } from "../../../../renderer/local-store/replica.ts";
import { createSerialQueue } from "../../../../renderer/local-store/serial-queue.ts";
import type { Envelope } from "../../../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../../../shared/sync/reply.ts";
import { createMemoryDisk } from "../../../helpers/memory-tables.ts";

const EPOCH = "01890000-0000-7000-8000-00000000000e";

function version(
  c: "contacts" | "tasks",
  id: string,
  seq: number,
  more: Partial<Envelope> = {},
): Envelope {
  const v = { id, name: id };
  return { c, id, seq, rev: seq, deleted: false, v, ...more } as Envelope;
}

/** A device over tables in memory, whose batches of two are tried as new ones first. */
function device(broken: Partial<DocumentTable> = {}) {
  const disk = createMemoryDisk();
  /** Prepared, and neither inserted nor dropped. */
  const open = new Set<object>();
  const watched = (table: DocumentTable): DocumentTable => ({
    ...table,
    prepareNew(rows) {
      const prepared = table.prepareNew(rows);
      open.add(prepared);
      return {
        insert(durability) {
          open.delete(prepared);
          return prepared.insert(durability);
        },
        drop: () => void open.delete(prepared),
      };
    },
  });
  const deleted: string[] = [];
  const noted = { fails: false };
  const replica = createReplica({
    tables: {
      ...disk.tables,
      contacts: watched(disk.tables.contacts),
      tasks: { ...watched(disk.tables.tasks), ...broken },
    },
    ownWrites: createOwnWrites(),
    pending: { pendingOpsOf: () => [] },
    queue: createSerialQueue(),
    checkpoint: disk.checkpoint,
    changes: createListeners<[readonly DocumentKey[]]>(),
    bulkFrom: 2,
    noteDeleted: (gone) => deleted.push(...gone.map(({ id }) => id)),
    async noteErased() {
      if (noted.fails) throw new Error("The disk is full.");
    },
  });
  return { replica, open, deleted, noted };
}

test("what was sealed for a batch that is not written is let go", async () => {
  const { replica, open, noted } = device();
  noted.fails = true;
  const gone = { deleted: true, erased: true, v: {} };
  const docs = [
    version("contacts", "a", 1),
    version("contacts", "b", 2, gone as never),
    version("tasks", "c", 3),
    version("tasks", "d", 4),
  ];
  await expect(replica.applyServer(EPOCH, docs, 0)).rejects.toThrow("full");
  expect(open.size).toBe(0);
});

test("what others have deleted is noted, whatever becomes of the batches after it", async () => {
  const { replica, deleted } = device({
    load: () => Promise.reject(new Error("The disk is full.")),
  });
  await replica.applyServer(EPOCH, [version("contacts", "a", 1)], 0);
  const docs = [
    version("contacts", "a", 2, { deleted: true }),
    version("tasks", "c", 3),
  ];
  await expect(replica.applyServer(EPOCH, docs, 0)).rejects.toThrow("full");
  expect(deleted).toEqual(["a"]);
});

test("a batch that is being written is written before the one after it is refused", async () => {
  const { replica, open, deleted } = device({
    prepareNew() {
      throw new Error("No text.");
    },
  });
  await replica.applyServer(EPOCH, [version("contacts", "a", 1)], 0);
  const docs = [
    version("contacts", "a", 2, { deleted: true }),
    version("contacts", "b", 3),
    version("tasks", "c", 4),
    version("tasks", "d", 5),
  ];
  await expect(replica.applyServer(EPOCH, docs, 0)).rejects.toThrow("No text");
  expect(deleted).toEqual(["a"]);
  expect(open.size).toBe(0);
});
