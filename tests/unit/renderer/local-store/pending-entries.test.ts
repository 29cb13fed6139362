import { expect, test } from "vitest";
import { createPendingEntries } from "../../../../renderer/local-store/pending-entries.ts";
import type { JournalEntry } from "../../../../shared/ipc/journal.ts";
import { createTestJournal, TEST_DEVICE } from "../../../helpers/journal.ts";

async function threeEntries() {
  const journal = createTestJournal();
  for (const id of ["a", "a", "b"])
    await journal.bridge.invoke("journal/append", {
      label: "test",
      ops: [{ c: "contacts", id, k: "set", f: { city: [null, "Bulle"] } }],
    });
  const pending = createPendingEntries(journal.bridge, journal.state());
  return { journal, pending };
}

const numbers = (entries: readonly JournalEntry[]) => entries.map(({ d }) => d);

test("the journal's unsent entries are there from the start", async () => {
  const { pending } = await threeEntries();
  expect(numbers(pending.pendingEntries())).toEqual([1, 2, 3]);
  expect(numbers(await pending.groupsAfter(1, 1, false))).toEqual([2]);
  expect(pending.waitingRecords()).toBe(2);
  expect(pending.lastD()).toBe(3);
  const writes = pending.pendingOpsOf("contacts", "a", 1);
  expect(writes.map(({ d }) => d)).toEqual([2]);
});

test("answers of the journal that come in another order are put right, and nothing is sent out of turn", async () => {
  const { journal } = await threeEntries();
  const [one, two, three] = journal.state().pending;
  if (!one || !two || !three) throw new Error("Not written");
  const state = { ...journal.state(), pending: [one], lastD: 1 };
  const pending = createPendingEntries(journal.bridge, state);
  pending.add(three);
  expect(pending.lastD()).toBe(1);
  expect(await pending.groupsAfter(1, 9, false)).toEqual([]);
  pending.add(two);
  expect(pending.lastD()).toBe(3);
  expect(numbers(await pending.groupsAfter(1, 9, false))).toEqual([2, 3]);
  const writes = pending.pendingOpsOf("contacts", "a");
  expect(writes.map(({ d }) => d)).toEqual([1, 2]);
});

test("acknowledging is durable first, then takes the entries out and keeps the refused ones", async () => {
  const { journal, pending } = await threeEntries();
  let told = 0;
  pending.subscribe(() => told++);
  await pending.acknowledge(
    2,
    [{ d: 2, s: "rejected", code: "forbidden", message: "No." }],
    TEST_DEVICE,
  );
  expect(journal.state().acked).toBe(2);
  expect(numbers(pending.pendingEntries())).toEqual([3]);
  expect(pending.pendingOpsOf("contacts", "a")).toEqual([]);
  expect(pending.refusedEntries()).toMatchObject([
    { d: 2, refused: { code: "forbidden", message: "No." } },
  ]);
  expect(pending.acked()).toBe(2);
  expect(told).toBe(1);
});

test("the journal is told whom the server has answered", async () => {
  const { journal, pending } = await threeEntries();
  await pending.acknowledge(2, [], "an earlier identity");
  expect(numbers(journal.state().pending)).toEqual([1, 2, 3]);
});

test("when the journal cannot acknowledge, nothing is forgotten", async () => {
  const { journal } = await threeEntries();
  const failing = { invoke: () => Promise.reject(new Error("no disk")) };
  const pending = createPendingEntries(failing, journal.state());
  await expect(pending.acknowledge(3, [], TEST_DEVICE)).rejects.toThrow(
    "no disk",
  );
  expect(numbers(pending.pendingEntries())).toEqual([1, 2, 3]);
});

test("what is being sent counts to the most that waited, until nothing does", async () => {
  const { pending } = await threeEntries();
  expect(pending.mostWaiting()).toBe(2);
  await pending.acknowledge(2, [], TEST_DEVICE);
  expect([pending.waitingRecords(), pending.mostWaiting()]).toEqual([1, 2]);
  await pending.acknowledge(3, [], TEST_DEVICE);
  expect(pending.mostWaiting()).toBe(0);
});
