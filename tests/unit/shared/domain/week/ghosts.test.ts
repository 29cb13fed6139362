import { expect, test } from "vitest";
import type { PlannedTask } from "../../../../../shared/domain/due-tasks.ts";
import {
  acceptGhost,
  ghostsOf,
  type GhostFacts,
} from "../../../../../shared/domain/week/ghosts.ts";
import {
  emptyRow,
  type WeekRow,
} from "../../../../../shared/domain/week/week-row.ts";
import { readReached } from "../../../../../shared/domain/week/reached.ts";
import type { Unwritten } from "../../../../../shared/domain/written-up.ts";

let made = 0;
const newId = () => `id-${++made}`;
const row = (more: Partial<WeekRow>): WeekRow => ({
  ...emptyRow(newId, newId(), "2026-03-10"),
  ...more,
});
const task = (id: string, more: Partial<PlannedTask> = {}): PlannedTask => ({
  ...{ id, contactId: `c-${id}`, type: "meeting", description: "Visite" },
  ...{ date: "2026-03-10", status: "notStarted" },
  ...more,
});
const usual = (contactId: string, expected: string): Unwritten => ({
  ...{ contactId, meeting: null, everyDays: 14, expected, lastVisit: null },
});

function keys(facts: Partial<GhostFacts>): readonly string[] {
  return ghostsOf({
    ...{ planned: [], missing: [], events: [], recorded: [], rows: [] },
    ...{ dismissed: new Set<string>(), today: "2026-03-13", reached: [] },
    ...facts,
  }).map(({ key }) => key);
}

test("INT-17: rows are proposed from the week's tasks, not from those of days to come", () => {
  const planned = [
    task("a"),
    task("b", { type: "phoneCall" }),
    task("c", { date: "2026-03-14" }),
  ];
  expect(keys({ planned })).toEqual(["task/a", "task/b"]);
  const [, call] = ghostsOf({
    ...{ planned, missing: [], events: [], recorded: [], rows: [] },
    ...{ dismissed: new Set<string>(), today: "2026-03-13", reached: [] },
  });
  expect(call).toMatchObject({ template: "OUTGOING", contactId: "c-b" });
});

test("INT-17: what is written up, begun or dismissed is not proposed", () => {
  const planned = [task("a"), task("b"), task("c"), task("d"), task("e")];
  const visit = { contactId: "c-b", date: "2026-03-10" };
  expect(
    keys({
      planned,
      recorded: [{ contactId: "x", date: "2026-03-09", taskId: "a" }, visit],
      rows: [row({ contactId: "c-c", day: "2026-03-10" })],
      dismissed: new Set(["task/d"]),
    }),
  ).toEqual(["task/e"]);
  // On another day the meeting may still have been held.
  expect(
    keys({
      planned: [task("b")],
      recorded: [{ ...visit, date: "2026-03-11" }],
    }),
  ).toEqual(["task/b"]);
});

test("INT-17: whoever is usually visited by now is proposed, unless the week speaks of them already", () => {
  const missing = [usual("x", "2026-03-11"), usual("c-a", "2026-03-11")];
  expect(keys({ missing, planned: [task("a")] })).toEqual([
    "task/a",
    "cadence/x",
  ]);
  expect(keys({ missing, rows: [row({ contactId: "x" })] })).toEqual([
    "cadence/c-a",
  ]);
  expect(
    keys({
      missing,
      recorded: [
        { contactId: "y", date: "2026-03-09", attendees: ["x", "c-a"] },
      ],
    }),
  ).toEqual([]);
});

test("INT-17: a meeting that was ticked off and not written up is proposed, an open one only once", () => {
  const met = (taskId: string, contactId: string): Unwritten => ({
    ...usual(contactId, "2026-03-10"),
    meeting: { taskId, date: "2026-03-10" },
  });
  expect(
    keys({ planned: [task("a")], missing: [met("a", "c-a"), met("z", "x")] }),
  ).toEqual(["task/a", "task/z"]);
  expect(
    keys({
      missing: [met("z", "x")],
      rows: [row({ contactId: "x", day: "2026-03-10" })],
    }),
  ).toEqual([]);
});

test("an appointment of a calendar is proposed with its length, and an accepted proposal does not come twice", () => {
  const event = {
    ...{ uid: "e1", day: "2026-03-09", time: "10:00", minutes: 45 },
    ...{ title: "Démo AF-200", who: "Favre", contactId: "" },
  };
  const facts = {
    ...{ planned: [task("a")], missing: [], events: [event], recorded: [] },
    ...{ rows: [], dismissed: new Set<string>(), reached: [] },
    today: "2026-03-13",
  };
  const [fromTask, fromCalendar] = ghostsOf(facts);
  if (!fromTask || !fromCalendar) throw new Error("no proposals");
  const rows = [fromTask, fromCalendar].map((one) => acceptGhost(one, row({})));
  expect(rows[1]).toMatchObject({
    ...{ day: "2026-03-09", time: "10:00", minutes: "45", who: "Favre" },
    note: "Démo AF-200",
  });
  expect(rows[0]).toMatchObject({ taskId: "a", note: "" });
  expect(ghostsOf({ ...facts, rows })).toEqual([]);
});

test("INT-14: a call or a mail from the app that was not logged is proposed with its kind, time and minutes", () => {
  const at = new Date(2026, 2, 10, 9, 5).getTime();
  const call = { contactId: "c", kind: "call", startedAt: at } as const;
  const reached = [
    { ...call, minutes: 7 },
    { ...call, kind: "mail", minutes: 2 } as const,
  ];
  expect(keys({ reached })).toHaveLength(2);
  const told = ghostsOf({
    ...{ planned: [], missing: [], events: [], rows: [], reached },
    ...{ dismissed: new Set<string>(), today: "2026-03-13" },
    // A visit on that day is another thing, a mail written up is this one.
    recorded: [
      { contactId: "c", date: "2026-03-10", template: "ONSITE" },
      { contactId: "c", date: "2026-03-10", template: "EMAIL" },
    ],
  });
  expect(told).toMatchObject([
    {
      ...{ why: "phoneCall", day: "2026-03-10", time: "09:05", minutes: 7 },
      template: "OUTGOING",
    },
  ]);
  expect(readReached({ ...reached[0] })).toEqual(reached[0]);
  expect(readReached({ ...reached[0], startedAt: "now" })).toBeNull();
});
