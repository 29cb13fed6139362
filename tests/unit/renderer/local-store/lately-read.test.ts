import fc from "fast-check";
import { IDBObjectStore } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  openBlock,
  type Block,
} from "../../../../renderer/local-store/blocks.ts";
import { moveOut } from "../../../../renderer/local-store/move-out.ts";
import {
  createSealingCodec,
  type Codec,
} from "../../../../renderer/local-store/seal.ts";
import {
  answered,
  blocksOn,
  contact,
  createContactsDisk,
  docsOn,
  faultsOn,
  openContacts,
  packedOn,
  rawStore,
  rowsOf,
  type ContactsDisk,
  type OpenContacts,
} from "../../../helpers/contacts-on-disk.ts";

let codec: Codec;
let disk: ContactsDisk;
let open: OpenContacts;

beforeEach(async () => {
  codec = await createSealingCodec(new Uint8Array(32).fill(3));
  disk = createContactsDisk();
  open = await openContacts(disk, codec);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await open.close();
});

const IDS = Array.from({ length: 96 }, (_, n) => `c${100 + n}`);

function fill(ids = IDS) {
  const rows = rowsOf(...ids.map((id) => contact(id, "0")));
  return open.table.prepareNew(rows, true).insert();
}

async function nameOf(id: string): Promise<unknown> {
  return (await open.table.load([id])).get(id)?.v["name"];
}

/** As the background writer does it. */
async function rename(id: string, name: string): Promise<void> {
  const previous = (await open.table.loadReady([id])).get(id);
  const document = contact(id, name);
  await open.table.write([{ previous, document, deleted: false }]);
}

const singleIds = async () => (await docsOn(disk)).map(({ id }) => id);

test("what is made ready lies by itself, as it was, before anything is written", async () => {
  await fill();
  open.table.makeReady(["c110"]);
  await open.settled();
  expect(await singleIds()).toEqual(["c110"]);
  expect(await packedOn(disk, codec)).toHaveLength(95);
  expect(await faultsOn(disk, codec)).toEqual([]);
  expect(await nameOf("c110")).toBe("0");
  await rename("c110", "1");
  expect(await nameOf("c110")).toBe("1");
});

test("a block that cannot be read is left alone until somebody writes", async () => {
  await fill();
  await rawStore(disk, "blocks", async (store) => {
    const [block] = await answered<Block[]>(store.getAll());
    await answered(store.put({ ...block, d: new Uint8Array(40) }));
  });
  open.table.makeReady(["c100"]);
  await open.settled();
  expect(await singleIds()).toEqual([]);
  await rename("c100", "1");
  expect(await nameOf("c100")).toBe("1");
});

test("what the disk has lost since it was read is missing, and comes again", async () => {
  await fill();
  await nameOf("c110");
  await rename("c111", "1");
  await nameOf("c110");
  await rawStore(disk, "blocks", (store) => answered(store.clear()));
  await rawStore(disk, "docs", (store) => answered(store.clear()));
  expect(await nameOf("c110")).toBe(undefined);
  expect(await nameOf("c111")).toBe(undefined);
  expect(await fill()).toEqual([]);
  for (const id of ["c110", "c111"]) {
    await rename(id, "2");
    expect(await nameOf(id)).toBe("2");
  }
  expect(await faultsOn(disk, codec)).toEqual([]);
});

test("what was made ready is deleted with the rest, and no old text of it stays", async () => {
  await fill();
  await nameOf("c110");
  const reading = nameOf("c110");
  open.table.makeReady(["c110"]);
  const previous = (await open.table.loadReady(["c110"])).get("c110");
  const document = contact("c110", "");
  await open.table.write([{ previous, document, deleted: true }]);
  await reading;
  expect((await open.table.load(["c110"])).get("c110")?._deleted).toBe(true);
  const packed = await packedOn(disk, codec);
  expect(packed.some(({ id }) => id === "c110")).toBe(false);
});

test("a document that was just read is written without another look at its block", async () => {
  await fill();
  await nameOf("c110");
  const reads = vi.spyOn(IDBObjectStore.prototype, "getAll");
  open.table.makeReady(["c110"]);
  await rename("c110", "1");
  expect(reads).not.toHaveBeenCalled();
  expect(await nameOf("c110")).toBe("1");
});

test("a neighbour is found after one was taken out of their block", async () => {
  await fill();
  expect(await nameOf("c110")).toBe("0");
  await rename("c111", "1");
  expect(await nameOf("c110")).toBe("0");
  await rename("c110", "1");
  expect(await nameOf("c111")).toBe("1");
  expect(await faultsOn(disk, codec)).toEqual([]);
});

test("what was not there is found when it has come in a block", async () => {
  expect(await nameOf("c110")).toBe(undefined);
  open.table.makeReady(["c110"]);
  await open.settled();
  await fill();
  expect(await nameOf("c110")).toBe("0");
});

test("a block that was read while one was taken out of it is not written back", async () => {
  await fill();
  await open.close();
  const held = Promise.withResolvers<void>();
  let holds = true;
  const slow: Codec = {
    ...codec,
    async openBytes(sealed, id) {
      const holdsThis = holds;
      holds = false;
      if (holdsThis) await held.promise;
      return codec.openBytes(sealed, id);
    },
  };
  open = await openContacts(disk, slow);
  const reading = nameOf("c110");
  await vi.waitFor(() => expect(holds).toBe(false));
  await rename("c111", "1");
  held.resolve();
  await reading;
  await rename("c110", "1");
  expect(await nameOf("c111")).toBe("1");
  expect(await faultsOn(disk, codec)).toEqual([]);
});

test("what was read of a block that has changed since is written nowhere", async () => {
  await fill();
  const blocks = await Promise.all(
    (await blocksOn(disk)).map(async (block) => ({
      block,
      all: await openBlock(block, codec),
    })),
  );
  const out = (id: string) => moveOut(open.storage, [id], blocks, codec);
  await out("c110");
  await expect(out("c111")).rejects.toThrow("has changed");
  expect(await singleIds()).toEqual(["c110"]);
  expect(await faultsOn(disk, codec)).toEqual([]);
});

test("whatever is read, made ready and written at the same time, everybody finds what was written last", async () => {
  const step = fc.record({
    what: fc.constantFrom("read", "ready", "write"),
    id: fc.constantFrom(...IDS.slice(28, 36), ...IDS.slice(60, 66)),
    waits: fc.nat(6),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      await open.close();
      disk = createContactsDisk();
      open = await openContacts(disk, codec);
      await fill();
      const written = new Map<string, number>();
      const writing = new Map<string, Promise<void>>();
      const faults: string[] = [];
      const running: Promise<unknown>[] = [];
      for (const { what, id, waits } of steps) {
        if (what === "ready") open.table.makeReady([id]);
        else if (what === "write") {
          const next = (writing.get(id) ?? Promise.resolve()).then(async () => {
            const version = (written.get(id) ?? 0) + 1;
            // Once more, as the background writer does it.
            const write = () => rename(id, String(version));
            await write().catch(write);
            written.set(id, version);
          });
          writing.set(id, next);
          running.push(next);
        } else {
          const since = written.get(id) ?? 0;
          const read = nameOf(id).then((name) => {
            if (Number(name) < since) faults.push(`${id}: ${String(name)}`);
          });
          running.push(read);
        }
        for (let n = 0; n < waits; n++) await new Promise(setImmediate);
      }
      await Promise.all(running);
      await open.settled();
      expect(faults).toEqual([]);
      for (const id of IDS)
        expect(await nameOf(id)).toBe(String(written.get(id) ?? 0));
      expect(await faultsOn(disk, codec)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
