import { expect, test } from "vitest";
import { keptForms } from "../../../../../renderer/features/today/kept-forms.ts";
import type { Draft } from "../../../../../shared/entities/draft.ts";

const NAMES = new Map([["c1", "Favre SA"]]);

function draft(id: string, form: string, more: Partial<Draft> = {}): Draft {
  return { id, form, value: {}, savedAt: "2026-03-13T08:00:00.000Z", ...more };
}
const opened = (kind: string, at: string, values: Record<string, string>) => ({
  value: { values, companyId: null, kind, at },
});

test("visits, cards and new contacts say whom they are about, the newest first", () => {
  const forms = keptForms(
    [
      draft("1", "visit", { contactId: "c1" }),
      draft("2", "visit", { savedAt: "2026-03-13T09:00:00.000Z" }),
      draft("3", "card", { contactId: "c1" }),
      draft("4", "create", opened("company", "", { name: "Neuf SA" })),
      draft(
        "5",
        "create",
        opened("person", "c1", { firstName: "Luc", surname: "Pasquier" }),
      ),
    ],
    NAMES,
  );
  expect(
    forms.map(({ id, kind, contactId, name }) => [id, kind, contactId, name]),
  ).toEqual([
    ["2", "visit", undefined, ""],
    ["1", "visit", "c1", "Favre SA"],
    ["3", "card", "c1", "Favre SA"],
    ["4", "company", undefined, "Neuf SA"],
    ["5", "person", "c1", "Luc Pasquier"],
  ]);
});

test.each([
  [
    "the list of the cards opened last",
    draft("1", "last-opened", { value: ["c1"] }),
  ],
  ["a card whose contact is gone", draft("1", "card", { contactId: "c9" })],
  [
    "a dialog of nobody knows which kind",
    draft("1", "create", opened("alien", "", { name: "X" })),
  ],
  [
    "one of an earlier version",
    draft("1", "create", { value: { values: { name: "X" }, companyId: null } }),
  ],
  ["a damaged one", draft("1", "create", { value: null })],
])("%s is no form to go on with", (_, one) => {
  expect(keptForms([one], NAMES)).toEqual([]);
});
