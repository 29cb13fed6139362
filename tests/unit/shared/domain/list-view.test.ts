import { describe, expect, test } from "vitest";
import {
  defaultColumns,
  readListView,
  shippedView,
  shippedViews,
} from "../../../../shared/domain/list-view.ts";
import {
  ownViewsIn,
  savedViewChange,
} from "../../../../renderer/features/list/own-views.ts";
import {
  readViewFile,
  writeViewFile,
} from "../../../../renderer/features/list/view-file.ts";
import type { Setting } from "../../../../shared/entities/setting.ts";

const facts = { today: "2026-03-13", salesperson: "CRO" };
const id = "0190a0a0-0000-7000-8000-000000000001";

describe.each(shippedViews)("the view %s", (name) => {
  test("is read again as it was written, also from a document and a file", () => {
    const view = shippedView(name, facts);
    expect(readListView(JSON.parse(JSON.stringify(view)))).toEqual(view);
    const change = savedViewChange(null, { id, name: "Mine", view });
    expect(ownViewsIn([change?.after as Setting], "fr-CH").saved).toEqual([
      { id, name: "Mine", view },
    ]);
    expect(readViewFile(writeViewFile([{ name: "Mine", view }]))).toEqual([
      { name: "Mine", view },
    ]);
  });
});

test("a filter that this version does not understand is no view: it would show other contacts", () => {
  const view = shippedView("mine", facts);
  expect(
    readListView({
      ...view,
      filter: { all: [{ column: "shoeSize", op: "is", values: ["42"] }] },
    }),
  ).toBeNull();
});

test("unknown columns and orders are the defaults, and the name is always there and first", () => {
  const view = shippedView("mine", facts);
  const read = readListView({
    ...view,
    sort: "by size",
    columns: [{ column: "city", width: 9_999 }],
  });
  expect(read?.sort).toEqual([]);
  expect(read?.columns).toEqual([
    { column: "name", width: 240 },
    { column: "city", width: 140 },
  ]);
});

test("new this month is everything after the last day of the month before", () => {
  expect(shippedView("newThisMonth", facts).filter.all).toEqual([
    { column: "created", op: "after", values: ["2026-02-28"] },
  ]);
});

test.each(["", "{}", "[]", '{"format":"carnet-views","views":[{"name":"x"}]}'])(
  "a file without views is none: %s",
  (text) => expect(readViewFile(text)).toBeNull(),
);

test("the phone number stands whole in a window of 1280 pixels, beside navigation and views", () => {
  const TABLE = 1280 - 202 - 228;
  const MARKS = 36;
  for (const id of ["all", "companies", "persons", "independent"] as const) {
    const columns = defaultColumns(id);
    const phone = columns.findIndex(({ column }) => column === "phone");
    const end = columns
      .slice(0, phone + 1)
      .reduce((sum, { width }) => sum + width, MARKS);
    expect(phone, id).toBeGreaterThan(0);
    expect(end, id).toBeLessThanOrEqual(TABLE);
  }
});
