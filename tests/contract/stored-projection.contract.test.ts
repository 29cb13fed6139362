import { expect, test } from "vitest";
import {
  createBlobStore,
  projectionKey,
} from "../../renderer/local-store/projection/blob-store.ts";
import { createSealingCodec } from "../../renderer/local-store/seal.ts";
import type { ListQuery } from "../../renderer/local-store/store.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import {
  createTestDisk,
  openTestStore,
  PROJECTION_KEY,
  type TestDisk,
  type TestStore,
} from "../helpers/local-store.ts";
import { until } from "../helpers/until.ts";

const MANY = 1200;
const ALL: ListQuery = { text: "", kind: "all", locale: "fr-CH" };
const SOON_MS = 20;
const NEVER_MS = 1_000_000;

const contact = (n: number, name = `Firma ${n}`): Contact => ({
  id: `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`,
  type: "company",
  name,
});
const envelope = (value: Contact, seq: number): Envelope => ({
  ...{ c: "contacts", id: value.id, seq, rev: seq, deleted: false },
  v: value as unknown as Envelope["v"],
});

/** A store whose sealed documents are counted as they are opened. What is written lately is always opened again. */
async function reopened(disk: TestDisk, quietMs: number, minutesLater: number) {
  const codec = await createSealingCodec(new Uint8Array(32).fill(7));
  const opened = { documents: 0 };
  const counting: typeof codec = {
    ...codec,
    open: (text, id) => {
      opened.documents += 1;
      return codec.open(text, id);
    },
  };
  const from = Date.now() + minutesLater * 60_000;
  const local = await openTestStore(disk, counting, from, quietMs);
  return { local, opened };
}

async function untilStored(
  disk: TestDisk,
  part: "work" | "overlay",
): Promise<void> {
  const key = await projectionKey(PROJECTION_KEY);
  await until(
    async () => (await createBlobStore(disk.idb, key).read()[part]) !== null,
    (is) => is,
  );
}

async function namesOf({ list }: TestStore): Promise<readonly string[]> {
  const { rows } = await list.query(ALL, 0, MANY * 2);
  return rows.map(({ name }) => name);
}

test("the stored list is there at the next start, with what was written since, and without reading the store again", async () => {
  const disk = createTestDisk();
  const first = await reopened(disk, SOON_MS, 0);
  await first.local.replica.applySnapshot(
    "e1",
    Array.from({ length: MANY }, (_, n) => envelope(contact(n), n + 1)),
    0,
  );
  await first.local.replica.barrier();
  await untilStored(disk, "work");
  await first.local.close();

  const second = await reopened(disk, SOON_MS, 2);
  await second.local.replica.applyServer(
    "e1",
    [envelope(contact(7, "Biel"), MANY + 1)],
    0,
  );
  await untilStored(disk, "overlay");
  const before = await namesOf(second.local);
  expect(before).toHaveLength(MANY);
  await second.local.close();

  // A life whose projection is never stored, as when the process is killed.
  const killed = await reopened(disk, NEVER_MS, 4);
  const pulled = [contact(3, "Aare"), contact(MANY, "Zug")];
  await killed.local.replica.applyServer(
    "e1",
    pulled.map((one, i) => envelope(one, MANY + 2 + i)),
    0,
  );
  const gone = contact(5);
  await killed.local.save("delete", [
    { c: "contacts", id: gone.id, before: gone, after: null },
  ]);
  await killed.local.settled();
  await killed.local.close();

  const last = await reopened(disk, NEVER_MS, 6);
  const expected = before
    .filter((name) => name !== "Firma 3" && name !== "Firma 5")
    .concat("Aare", "Zug")
    .toSorted();
  const names = await until(
    () => namesOf(last.local),
    (shown) => shown.length === expected.length && shown[0] === "Aare",
  );
  expect(names.toSorted()).toEqual(expected);
  expect(await last.local.list.ids({ ...ALL, text: "aare" })).toEqual([
    contact(3).id,
  ]);
  expect(last.opened.documents).toBeLessThan(MANY / 2);
  await last.local.close();
});
