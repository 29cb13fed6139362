import { expect, test } from "vitest";
import { createColumnChecker } from "../../../../shared/table/check-column.ts";
import type { RowRules } from "../../../../shared/table/read-row.ts";

const rules: RowRules = {
  ...{ head: ["Anniversaire", "Mobile"], source: "csv", country: "CH" },
  columns: [{ target: "birthday" }, { target: "mobile" }],
  ...{ dayOrder: "day-first", prettyPhones: true, properCase: false },
  ...{ restToComment: false, fixes: {} },
};

test("a day of zeros is no day, and a value that a person has mended or emptied can be got back", () => {
  const rows = [
    ["0.0.00", "079 CAFFE"],
    ["0/0/0000", "079 555 12 12"],
    ["31.2.2026", ""],
  ];
  const counts = (fixes: Record<number, Record<string, string>>) => {
    const checker = createColumnChecker({ ...rules, fixes });
    for (const row of rows) checker.add(row);
    return checker.result().map(({ ok, wrong, values, mended }) => ({
      ...{ ok, wrong, values, mended },
    }));
  };
  const birthdays = { ok: 0, wrong: 1, values: ["31.2.2026"], mended: [] };
  expect(counts({})).toEqual([
    birthdays,
    { ok: 1, wrong: 1, values: ["079 CAFFE"], mended: [] },
  ]);
  expect(counts({ 1: { "079 CAFFE": "" } })).toEqual([
    birthdays,
    { ok: 1, wrong: 0, values: [], mended: ["079 CAFFE"] },
  ]);
  expect(counts({ 1: { "079 CAFFE": "079 223 33 00" } })).toEqual([
    birthdays,
    { ok: 2, wrong: 0, values: [], mended: ["079 CAFFE"] },
  ]);
});
