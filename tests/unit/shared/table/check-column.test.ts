import { expect, test } from "vitest";
import { createColumnChecker } from "../../../../shared/table/check-column.ts";
import type { RowRules } from "../../../../shared/table/read-row.ts";

const rules: RowRules = {
  ...{ head: ["Anniversaire", "Mobile"], source: "csv", country: "CH" },
  columns: [{ target: "birthday" }, { target: "mobile" }],
  ...{ dayOrder: "day-first", prettyPhones: true, properCase: false },
  ...{ restToComment: false, fixes: {} },
};

test("a day of zeros is no day, and a value that a person has emptied is none", () => {
  const rows = [
    ["0.0.00", "079 CAFFE"],
    ["0/0/0000", "079 555 12 12"],
    ["31.2.2026", ""],
  ];
  const counts = (fixes: Record<number, Record<string, string>>) => {
    const checker = createColumnChecker({ ...rules, fixes });
    for (const row of rows) checker.add(row);
    return checker.result().map(({ ok, wrong }) => ({ ok, wrong }));
  };
  expect(counts({})).toEqual([
    { ok: 0, wrong: 1 },
    { ok: 1, wrong: 1 },
  ]);
  expect(counts({ 1: { "079 CAFFE": "" } })).toEqual([
    { ok: 0, wrong: 1 },
    { ok: 1, wrong: 0 },
  ]);
});
