import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { addDays } from "../../shared/core/calendar.ts";
import type { Change } from "../../shared/domain/change.ts";
import { dueTasks } from "../../shared/domain/due-tasks.ts";
import { weekLookBack } from "../../shared/domain/written-up.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Interaction } from "../../shared/entities/interaction.ts";
import type { Opportunity } from "../../shared/entities/opportunity.ts";
import type { Task } from "../../shared/entities/task.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import type {
  DueAnswer,
  DueQuestion,
} from "../../renderer/local-store/store.ts";
import { TEST_DEVICE } from "../helpers/journal.ts";
import {
  createTestDisk,
  openTestStore,
  type TestStore,
} from "../helpers/local-store.ts";

const TODAY = "2026-03-13";
const QUESTION: DueQuestion = { today: TODAY, salesperson: "CRO", room: 1000 };
const CONTACTS = 6;

function id(kind: number, n: number): string {
  return `0189000${kind}-0000-7000-8000-${String(n).padStart(12, "0")}`;
}
function contact(n: number): Contact {
  return { id: id(1, n), type: "company", name: `Firma ${n}` };
}

interface Model {
  readonly contacts: Map<string, Contact>;
  readonly tasks: Map<string, Task>;
  readonly interactions: Map<string, Interaction>;
}

const salesperson = fc.constantFrom("CRO", "MBE");
const aContact = fc.nat(CONTACTS - 1).map((n) => id(1, n));
const task = fc.record({
  id: fc.nat(15).map((n) => id(3, n)),
  contactId: aContact,
  type: fc.constantFrom("task", "meeting", "phoneCall"),
  description: fc.constantFrom("Offre", "Rappeler"),
  date: fc.integer({ min: -9, max: 9 }).map((n) => addDays(TODAY, n)),
  status: fc.constantFrom("notStarted", "inProgress", "completed"),
  salesperson,
});
const interaction = fc.record({
  id: fc.nat(40).map((n) => id(2, n)),
  contactId: aContact,
  date: fc.integer({ min: -100, max: 0 }).map((n) => addDays(TODAY, n)),
  group: fc.constantFrom("MEETING", "MEETING", "PHONE"),
  canceled: fc.constantFrom(true, false, false),
  postponed: fc.constantFrom(true, false, false),
  salesperson,
});
type Written =
  | { readonly c: "tasks"; readonly after: Task }
  | { readonly c: "interactions"; readonly after: Interaction };
const written: fc.Arbitrary<Written> = fc.oneof(
  task.map((after) => ({ c: "tasks" as const, after })),
  interaction.map((after) => ({ c: "interactions" as const, after })),
);
const step = fc.oneof(
  { weight: 4, arbitrary: written.map((one) => ["save", one] as const) },
  { weight: 2, arbitrary: written.map((one) => ["pull", one] as const) },
  { weight: 1, arbitrary: written.map((one) => ["delete", one] as const) },
  { weight: 1, arbitrary: fc.constant(["ask"] as const) },
  { weight: 1, arbitrary: fc.constant(["reopen"] as const) },
);

function changeOf(model: Model, { c, after }: Written): Change {
  const before = model[c].get(after.id) ?? null;
  return { c, id: after.id, before, after } as Change;
}

function toIds(answer: DueAnswer): readonly (readonly string[])[] {
  return [answer.overdue, answer.today, answer.soon, answer.later].map(
    ({ rows }) => rows.map((row) => row.task.id),
  );
}

/** What was pulled is told by RxDB's events, which may come a moment after its write. */
function settled(check: () => Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 5000, interval: 10 });
}

const OWN: Task = {
  id: id(3, 99),
  contactId: id(1, 0),
  type: "task",
  description: "Offre",
  date: TODAY,
  status: "notStarted",
  salesperson: "CRO",
};

async function compare(store: TestStore, model: Model): Promise<void> {
  const due = dueTasks(model.tasks.values(), TODAY, "CRO");
  const answer = await store.agenda.due(QUESTION);
  expect(toIds(answer)).toEqual(
    [due.overdue, due.today, due.soon, due.later].map((list) =>
      list.map((one) => one.id),
    ),
  );
  const { written: count, missing } = weekLookBack({
    tasks: model.tasks.values(),
    interactions: model.interactions.values(),
    today: TODAY,
    salesperson: "CRO",
    contactOf: (of) =>
      model.contacts.has(of) ? { salesperson: undefined } : null,
  });
  const week = await store.agenda.week(QUESTION);
  expect(week.written).toBe(count);
  expect(week.rows).toEqual(
    missing.map((one) => ({
      ...one,
      contact: expect.objectContaining({ id: one.contactId }) as unknown,
    })),
  );
  const monday = "2026-03-09";
  const diary = await store.agenda.diary({ monday, salesperson: "CRO" });
  const isThere = (one: { date: string; salesperson?: string | undefined }) =>
    one.date >= monday && one.date <= "2026-03-15" && one.salesperson === "CRO";
  expect([...diary.recorded].sort()).toEqual(
    [...model.interactions.values()]
      .filter(
        (one) =>
          isThere(one) && one.canceled !== true && one.postponed !== true,
      )
      .map((one) => one.id)
      .sort(),
  );
  expect(diary.planned.map((one) => one.id).sort()).toEqual(
    [...model.tasks.values()]
      .filter((one) => isThere(one) && one.status !== "completed")
      .map((one) => one.id)
      .sort(),
  );
  const room = 2;
  const waiting = [...model.interactions.values()]
    .filter((one) => one.salesperson === "CRO")
    .filter((one) => one.postponed === true && one.canceled !== true)
    .sort((a, b) => (a.date + a.id < b.date + b.id ? -1 : 1));
  const postponed = await store.agenda.postponed({ salesperson: "CRO", room });
  expect(postponed.total).toBe(waiting.length);
  expect(postponed.rows.map((row) => [row.id, row.contact?.id])).toEqual(
    waiting
      .slice(0, room)
      .map((one) => [
        one.id,
        model.contacts.has(one.contactId) ? one.contactId : undefined,
      ]),
  );
}

test("kept up step by step, the agenda is what working it out afresh gives", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 40 }),
      // Everything that is new in a pull written past RxDB, or nothing.
      fc.constantFrom(1, undefined),
      async (steps, bulkFrom) => {
        const disk = createTestDisk(bulkFrom);
        let store = await openTestStore(disk);
        const model: Model = {
          contacts: new Map(),
          tasks: new Map(),
          interactions: new Map(),
        };
        let seq = 0;
        const pull = async (
          c: string,
          document: { readonly id: string } | null,
          of: string,
        ) => {
          const upTo = disk.journal.state().lastD;
          const v = document as Envelope["v"];
          const deleted = document === null;
          seq += 1;
          await store.replica.applyServer(
            "epoch",
            [{ c, id: of, seq, rev: seq, deleted, v }],
            upTo,
          );
          await store.pending.acknowledge(upTo, [], TEST_DEVICE);
        };
        for (let n = 0; n < CONTACTS; n++) {
          model.contacts.set(id(1, n), contact(n));
          await pull("contacts", contact(n), id(1, n));
        }
        try {
          for (const [what, one] of steps) {
            switch (what) {
              case "save":
                await store.save("test", [changeOf(model, one)]);
                model[one.c].set(one.after.id, one.after as never);
                break;
              case "pull":
                await store.settled();
                await pull(one.c, one.after, one.after.id);
                model[one.c].set(one.after.id, one.after as never);
                break;
              case "delete":
                await store.settled();
                await pull(one.c, null, one.after.id);
                model[one.c].delete(one.after.id);
                break;
              case "ask":
                await settled(() => compare(store, model));
                break;
              case "reopen":
                await store.close();
                store = await openTestStore(disk);
                break;
            }
          }
          await settled(() => compare(store, model));
          // An own save counts at once; after RxDB has it nothing is different.
          const mine = OWN;
          await store.save("test", [
            changeOf(model, { c: "tasks", after: mine }),
          ]);
          model.tasks.set(mine.id, mine);
          await compare(store, model);
          await store.settled();
          await compare(store, model);
          await store.close();
          store = await openTestStore(disk);
          // What it had stored is told at once, and what came since a moment later.
          await settled(() => compare(store, model));
        } finally {
          await store.close();
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
}, 180_000);

test("of years of visits only the last weeks are opened, however the work date moves", async () => {
  const disk = createTestDisk();
  const store = await openTestStore(disk);
  const changes: Change[] = [
    { c: "contacts", id: id(1, 0), before: null, after: contact(0) },
    ...["2021-03-01", "2021-03-15", "2026-02-13", "2026-02-27"].map(
      (date, n): Change => ({
        c: "interactions",
        id: id(2, n),
        before: null,
        after: { id: id(2, n), contactId: id(1, 0), date, group: "MEETING" },
      }),
    ),
  ];
  await store.save("test", changes);
  await store.settled();
  await store.close();
  const again = await openTestStore(disk);
  const at = async (today: string) => {
    const week = { ...QUESTION, today };
    return (await again.agenda.week(week)).rows.map((row) => row.lastVisit);
  };
  expect(await at(TODAY)).toEqual(["2026-02-27"]);
  expect(await at("2021-03-29")).toEqual(["2021-03-15"]);
  expect(await at("2025-03-10")).toEqual([]);
  await again.close();
});

test("an answer tells names as they are now, and a change of them", async () => {
  const store = await openTestStore(createTestDisk());
  const told: number[] = [];
  store.agenda.subscribe(() => told.push(told.length));
  const after: Task = {
    id: id(3, 1),
    contactId: id(1, 0),
    type: "task",
    description: "Offre",
    date: TODAY,
    status: "notStarted",
  };
  await store.save("test", [
    { c: "contacts", id: id(1, 0), before: null, after: contact(0) },
    { c: "tasks", id: after.id, before: null, after },
  ]);
  const { today } = await store.agenda.due(QUESTION);
  expect(today.rows[0]?.contact?.name).toBe("Firma 0");
  const before = told.length;
  await store.save("test", [
    {
      c: "contacts",
      id: id(1, 0),
      before: contact(0),
      after: { ...contact(0), name: "Fromagerie" },
    },
  ]);
  const renamed = await store.agenda.due(QUESTION);
  expect(renamed.today.rows[0]?.contact?.name).toBe("Fromagerie");
  await expect.poll(() => told.length).toBeGreaterThan(before);
  await store.close();
});

test("what may be sold is known at once, with its contact and its totals, and after a restart", async () => {
  const disk = createTestDisk();
  const store = await openTestStore(disk);
  const sale = (n: number, more: Partial<Opportunity>): Opportunity => ({
    id: id(4, n),
    contactId: id(1, 0),
    description: `Affaire ${n}`,
    salesperson: "CRO",
    cycle: "NEW",
    status: "inProgress",
    createdOn: TODAY,
    entries: {
      [id(5, n)]: {
        stage: 2,
        changedOn: TODAY,
        action: "first",
        estimatedMinor: 1000 * (n + 1),
        probability: 50,
        closeOn: addDays(TODAY, 40 - 30 * n),
      },
    },
    ...more,
  });
  const all = [
    sale(0, {}),
    sale(1, {}),
    sale(2, { status: "lost", closedOn: TODAY }),
    sale(3, { salesperson: "MBE" }),
  ];
  await store.save("test", [
    { c: "contacts", id: id(1, 0), before: null, after: contact(0) },
    ...all.map((after): Change => ({
      c: "opportunities",
      id: after.id,
      before: null,
      after,
    })),
  ]);
  const ask = {
    salesperson: "CRO",
    which: "open",
    room: 10,
    contactId: id(1, 0),
  } as const;
  const answer = await store.agenda.sales(ask);
  expect(
    answer.rows.map((row) => [row.sale.description, row.contact?.name]),
  ).toEqual([
    ["Affaire 1", "Firma 0"],
    ["Affaire 0", "Firma 0"],
  ]);
  const open = { count: 2, estimatedMinor: 3000, currentMinor: 1500 };
  expect(answer.totals.open).toEqual(open);
  expect(await store.agenda.sales({ ...ask, room: 1 })).toMatchObject({
    total: 2,
    totals: { open },
  });
  const elsewhere = { ...ask, contactId: id(1, 1) };
  expect((await store.agenda.sales(elsewhere)).total).toBe(0);
  await store.settled();
  await store.close();
  const again = await openTestStore(disk);
  expect(await again.agenda.sales(ask)).toEqual(answer);
  await again.close();
});
