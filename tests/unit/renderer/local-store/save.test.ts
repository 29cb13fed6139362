import { createUnfinished } from "../../../../renderer/local-store/unfinished.ts";
import { expect, test } from "vitest";
import { createListeners } from "../../../../renderer/local-store/listeners.ts";
import { createOwnWrites } from "../../../../renderer/local-store/own-writes.ts";
import { createSave } from "../../../../renderer/local-store/save.ts";
import type { Change } from "../../../../shared/domain/change.ts";
import type { Bridge } from "../../../../shared/ipc/contract.ts";
import type { JournalEntry } from "../../../../shared/ipc/journal.ts";

const id = "01890000-0000-7000-8000-000000000001";

function renamed(name: string): Change {
  const before = { id, type: "company" as const, name: "First" };
  return { c: "contacts", id, before, after: { ...before, name } };
}

/** A journal that answers when the test says so; entries are numbered as they were asked for. */
function slowJournal() {
  const asked: (() => void)[] = [];
  const taken: number[] = [];
  const labels: string[] = [];
  const ready: string[] = [];
  const invoke = (
    _name: string,
    input: Pick<JournalEntry, "label" | "ops">,
  ) => {
    const d = asked.length + 1;
    labels.push(input.label);
    return new Promise((resolve) =>
      asked.push(() =>
        resolve({
          status: "saved",
          entry: { ...input, d, m: id, hlc: "1.0", at: 1 },
        }),
      ),
    );
  };
  const save = createSave({
    bridge: { invoke } as unknown as Pick<Bridge, "invoke">,
    store: { marks: async () => ({ rev: 8, seq: 3, pending: false }) },
    pending: { add: ({ d }) => taken.push(d) },
    ownWrites: createOwnWrites(),
    flush: async () => {},
    makeReady: (ops) => ready.push(...ops.map((op) => op.id)),
    changes: createListeners(),
    announce: () => {},
    unfinished: createUnfinished(),
  });
  const soon = () => new Promise((done) => setTimeout(done));
  return { save, asked, taken, labels, ready, soon };
}

test("answers that overtake each other are taken in the order of saving", async () => {
  const { save, asked, taken, soon } = slowJournal();
  const both = [save("a", [renamed("A")]), save("b", [renamed("B")])];
  await soon();
  asked[1]?.();
  await soon();
  expect(taken).toEqual([]);
  asked[0]?.();
  expect(await Promise.all(both)).toEqual([
    { status: "saved", d: 1 },
    { status: "saved", d: 2 },
  ]);
  expect(taken).toEqual([1, 2]);
});

test("saving without a change asks nothing of the journal", async () => {
  const { save, labels } = slowJournal();
  expect(await save("a", [renamed("First")])).toEqual({
    status: "saved",
    d: 0,
  });
  expect(labels).toEqual([]);
});

test("what will be written over is looked for before the journal has answered", async () => {
  const { save, asked, ready, soon } = slowJournal();
  const saving = save("a", [renamed("A")]);
  await soon();
  expect(ready).toEqual([id]);
  asked[0]?.();
  expect(await saving).toEqual({ status: "saved", d: 1 });
});
