import { expect, test } from "vitest";
import { findCode } from "../../../../../shared/domain/starter-codes.ts";
import { totalsOf } from "../../../../../shared/domain/statistics.ts";
import {
  duplicateOf,
  emptyRow,
  isBlank,
  readRow,
  stateOf,
  type WeekRow,
} from "../../../../../shared/domain/week/week-row.ts";
import {
  recordedEntry,
  weekTotals,
} from "../../../../../shared/domain/week/week-totals.ts";
import { saveWeek } from "../../../../../shared/domain/week/save-week.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";
import type { Task } from "../../../../../shared/entities/task.ts";

const READING = { today: "2026-03-13", language: "fr-CH" };
let made = 0;
const newId = () => `id-${++made}`;

function row(day: string, more: Partial<WeekRow> = {}): WeekRow {
  return { ...emptyRow(newId, newId(), day), ...more };
}
const contact = (id: string, more: Partial<Contact> = {}): Contact => ({
  ...{ id, type: "person", name: id },
  ...more,
});
const CONTACTS: Readonly<Record<string, Contact>> = {
  luc: contact("luc", { companyId: "gruyere", companyName: "Gruyère-Est" }),
  helvetia: contact("helvetia", { type: "company" }),
  annina: contact("annina"),
  elena: contact("elena", { privacyBlocked: true }),
};

function save(rows: readonly WeekRow[], tasks: readonly Task[] = []) {
  return saveWeek(rows, {
    reading: READING,
    userSalesperson: "CRO",
    time: "17:00",
    contactOf: (id) => CONTACTS[id] ?? null,
    templateOf: (code) => findCode("interactionTemplate", code, []),
    presetsOf: () => ({ usualMinutes: null, opportunityId: "" }),
    taskOf: (id) => tasks.find((one) => one.id === id) ?? null,
    newId,
  });
}

/** Story A8. */
const A8 = [
  row("2026-03-09", {
    ...{ time: "10:00", contactId: "luc", minutes: "90", outcome: "positive" },
    note: "Intéressé par l'affineur AF-200 ; offre avant Pâques",
    nextStep: "appeler 20.03.",
  }),
  row("2026-03-10", {
    ...{ time: "14:30", contactId: "helvetia", minutes: "180" },
    ...{ outcome: "neutral", note: "Budget figé jusqu'en juin" },
  }),
  row("2026-03-11", {
    ...{ time: "09:00", contactId: "annina", template: "OUTGOING" },
    ...{ minutes: "5", outcome: "notReached" },
  }),
  row("2026-03-12", {
    ...{ time: "16:00", contactId: "luc", template: "INCOME" },
    ...{ minutes: "15", outcome: "veryPositive" },
  }),
];

test("INT-17: the week of story A8 is four interactions, 290 minutes and 91 francs, with one next step", () => {
  const { changes, saved } = save(A8);
  expect(saved).toHaveLength(4);
  const visits = changes.flatMap((one) =>
    one.c === "interactions" && one.after ? [one.after] : [],
  );
  expect(visits.map(({ costMinor }) => costMinor ?? 0)).toEqual([
    4500, 4500, 100, 0,
  ]);
  expect(totalsOf(visits)).toEqual({
    interactions: 4,
    minutes: 290,
    costMinor: 9100,
  });
  const [task, ...others] = changes.flatMap((one) =>
    one.c === "tasks" ? [one.after] : [],
  );
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    date: "2026-03-20",
    type: "phoneCall",
    salesperson: "CRO",
    contactId: "luc",
    interactionId: A8[0]?.visitId,
  });
  expect(visits[2]).toMatchObject({ attemptFailed: true });

  const entries = visits.flatMap((one, i) => recordedEntry(one, i === 0) ?? []);
  const totals = weekTotals(entries, "2026-03-09", "2026-03-13");
  expect(totals).toMatchObject({
    ...{ interactions: 4, minutes: 290, costMinor: 9100 },
    ...{ contacts: 3, followUps: 1, emptyDays: ["2026-03-13"] },
  });
  expect(totals.days.map(({ visits: n }) => n)).toEqual([1, 1, 1, 1, 0, 0, 0]);
});

test("INT-17: each row is saved on its own: one of the future, one about nobody and one about a blocked contact stay", () => {
  const rows = [
    row("2026-03-16", { contactId: "luc", note: "trop tôt" }),
    row("2026-03-09", { who: "Fav", note: "qui ?" }),
    row("2026-03-09", { contactId: "elena", note: "bloquée" }),
    row("2026-03-09", { contactId: "luc", when: "mardi prochaun" }),
    row("2026-03-09", { contactId: "luc", minutes: "beaucoup" }),
    row("2026-03-09", { contactId: "luc" }),
  ];
  const states = rows.map((one) =>
    stateOf(one, READING, one.contactId === "elena"),
  );
  expect(states).toEqual([
    { kind: "error", why: "future" },
    { kind: "error", why: "notFound" },
    { kind: "error", why: "privacyBlocked" },
    { kind: "error", why: "badDate" },
    { kind: "error", why: "badDuration" },
    { kind: "ready" },
  ]);
  expect(save(rows).saved).toEqual([rows[5]]);
});

test("TSK-3: the task that a visit was is done with it, once, and not when nobody was reached", () => {
  const task: Task = {
    ...{ id: "t1", contactId: "luc", type: "meeting", description: "Visite" },
    ...{ date: "2026-03-10", status: "notStarted", salesperson: "CRO" },
  };
  const met = row("2026-03-10", { contactId: "luc", taskId: "t1" });
  const twice = save(
    [met, row("2026-03-11", { ...met, visitId: "other" })],
    [task],
  );
  const closed = twice.changes.filter((one) => one.id === "t1");
  expect(closed).toHaveLength(1);
  expect(closed[0]?.after).toMatchObject({
    status: "completed",
    closedOn: "2026-03-13",
  });
  expect(twice.changes[0]?.after).toMatchObject({ taskId: "t1" });
  const missed = save([{ ...met, outcome: "notReached" }], [task]);
  expect(missed.changes.map(({ id }) => id)).toEqual([met.visitId]);
});

test("a row saved twice is the same visit; a double is another one", () => {
  const one = row("2026-03-09", { contactId: "luc", nextStep: "devis +1w" });
  const ids = (rows: readonly WeekRow[]) =>
    save(rows).changes.map(({ id }) => id);
  expect(ids([one])).toEqual([one.visitId, one.stepId]);
  expect(ids([one])).toEqual(ids([one]));
  const double = duplicateOf(one, newId, newId());
  expect(new Set(ids([one, double])).size).toBe(4);
});

test("a stored row comes back as it was typed; what is none does not", () => {
  const typed = row("2026-03-09", {
    ...{ when: "mardi à", who: "Fav", outcome: "positive", minutes: "" },
    note: "a\nb",
  });
  const stored = JSON.parse(JSON.stringify(typed)) as unknown;
  expect(readRow(typed.id, stored)).toEqual(typed);
  expect(readRow("x", { note: "x" })).toBeNull();
  expect(readRow("x", null)).toBeNull();
  expect(isBlank(row("2026-03-09"))).toBe(true);
  expect(isBlank(row("2026-03-09", { note: "x" }))).toBe(false);
});
