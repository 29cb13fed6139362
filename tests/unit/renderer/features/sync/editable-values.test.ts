import { expect, test } from "vitest";
import {
  editableValues,
  withValues,
} from "../../../../../renderer/features/sync/editable-values.ts";
import type { Op } from "../../../../../shared/sync/protocol.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const ops: Op[] = [
  {
    ...{ c: "interactions", id: ID, k: "ins" },
    v: {
      ...{ id: ID, contactId: ID, date: "2026-03-13", result: "Good." },
      ...{ evaluation: "positive", durationMin: 30, description: "Visit" },
    },
  },
  {
    ...{ c: "contacts", id: ID, k: "set" },
    f: { phone: ["021", "abc"], territory: [null, "W"], email: ["a", null] },
  },
];

test("texts and days can be typed anew, lists, numbers and ties cannot", () => {
  expect(
    editableValues(ops).map(({ at, path, value, kind }) =>
      [at, path, value, kind].join(" "),
    ),
  ).toEqual([
    "0 date 2026-03-13 day",
    "0 result Good. long",
    "0 description Visit text",
    "1 phone abc text",
  ]);
});

test("OPP-10: the number of a refused quote is typed anew or taken out, and the rest goes with it as it was", () => {
  const quote: Op = {
    ...{ c: "opportunities", id: ID, k: "set" },
    f: { quoteNo: [null, "Q-1001"], quoteMinor: [null, 4_650_000] },
  };
  expect(editableValues([quote]).map(({ path }) => path)).toEqual(["quoteNo"]);
  const resent = (text: string) =>
    withValues([quote], new Map([["0/quoteNo", text]]));
  expect(resent("Q-1002")).toMatchObject([
    { f: { quoteNo: [null, "Q-1002"], quoteMinor: [null, 4_650_000] } },
  ]);
  expect(resent("")).toMatchObject([{ f: { quoteNo: [null, null] } }]);
});

test("what was typed anew is in the operations, with the base that it had; emptied it is absent", () => {
  const typed = new Map([
    ["0/date", "2026-01-05"],
    ["0/description", " "],
    ["1/phone", " 022 "],
  ]);
  const [visit, contact] = withValues(ops, typed);
  expect(visit?.k === "ins" && visit.v).toEqual({
    ...{ id: ID, contactId: ID, date: "2026-01-05", result: "Good." },
    ...{ evaluation: "positive", durationMin: 30 },
  });
  expect(contact?.k === "set" && contact.f).toEqual({
    ...{ phone: ["021", "022"], territory: [null, "W"], email: ["a", null] },
  });
});
