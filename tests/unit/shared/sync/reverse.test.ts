import { expect, test } from "vitest";
import { slimStep } from "../../../../shared/sync/made-step.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { keyOf, reversed, stepsOf } from "../../../../shared/sync/reverse.ts";

const id = "0190a0a0-0000-7000-8000-000000000001";
const sale = {
  ...{ id, contactId: "0190a0a0-0000-7000-8000-000000000002" },
  ...{ description: "Caves", createdOn: "2026-03-01" },
  status: "notStarted",
} as const;
const whole = stepsOf([{ c: "opportunities", id, before: null, after: sale }]);
const KINDS = [
  ["as it was kept formerly", whole],
  ["as it is kept", whole.map(slimStep)],
] as const;
const back = (now: object, steps: typeof whole) =>
  reversed(steps, new Map([[keyOf({ c: "opportunities", id }), now as never]]));

test.each(KINDS)(
  "%s, an opportunity that the server has given its number and its cycle is as it was made: it goes",
  (_how, steps) => {
    const given = { ...sale, no: "OP000001", cycle: "NEW" };
    expect(back(given, steps).changes).toMatchObject([
      { before: given, after: null },
    ]);
  },
);

test.each(KINDS)(
  "%s, one that has been moved in its cycle since stays",
  (_how, steps) => {
    const entries = {
      e: { stage: 1, changedOn: "2026-03-02", action: "first" },
    };
    const { changes, kept } = back({ ...sale, cycle: "NEW", entries }, steps);
    expect(changes).toEqual([]);
    expect(kept).toEqual([{ c: "opportunities", id, path: "" }]);
  },
);

test("what made a document does not hold it a second time, and tells every edit of it", () => {
  const more = { a: { kind: "phone", value: "1", label: "x" } };
  const contact = {
    id,
    type: "company",
    name: "Fromagerie",
    more,
  } as never as Contact;
  const steps = stepsOf([
    { c: "contacts", id, before: null, after: contact },
  ]).map(slimStep);
  expect(JSON.stringify(steps)).not.toContain("Fromagerie");
  const goes = (now: object) =>
    reversed(steps, new Map([[`contacts/${id}`, now as never]])).changes.length;
  const { a } = more;
  const turned = { a: { label: a.label, value: a.value, kind: a.kind } };
  expect(goes({ ...contact, more: turned, no: "CT1", companyId: id })).toBe(1);
  expect(goes({ ...contact, city: null })).toBe(1);
  for (const edited of [
    ...[{ name: "Laiterie" }, { city: "Bulle" }, { more: {} }],
    { more: { a: { ...a, value: "2" } } },
  ])
    expect(goes({ ...contact, ...edited }), JSON.stringify(edited)).toBe(0);
});

test("OPP-7: a sale whose value its quote has completed since is taken back whole, its end too, and can be done again", () => {
  const end = { stage: 3, changedOn: "2026-04-10", action: "won" } as const;
  const before = { ...sale, status: "inProgress" } as const;
  const sold = {
    ...before,
    status: "won",
    closedOn: "2026-04-10",
    entries: { end: { ...end, estimatedMinor: 4_500_000 } },
  } as const;
  const closing = stepsOf([{ c: "opportunities", id, before, after: sold }]);
  const completed = {
    ...{ ...sold, quoteNo: "Q-1", quoteMinor: 4_650_000 },
    entries: { end: { ...end, estimatedMinor: 4_650_000 } },
  };
  const { changes, kept } = back(completed, closing);
  expect(kept).toEqual([]);
  expect(changes.map(({ after }) => after)).toEqual([
    { ...before, quoteNo: "Q-1", quoteMinor: 4_650_000 },
  ]);
  const again = back(changes[0]?.after as object, stepsOf(changes));
  expect(again.changes[0]?.after).toEqual(completed);

  // What somebody has typed there since is theirs.
  const typed = { end: { ...end, estimatedMinor: 4_500_000, chances: 90 } };
  expect(back({ ...sold, entries: typed }, closing).kept).toEqual([
    { c: "opportunities", id, path: "entries/end" },
  ]);
});
