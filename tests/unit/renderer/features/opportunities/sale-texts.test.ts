import { expect, test } from "vitest";
import {
  editOf,
  quoteOf,
} from "../../../../../renderer/features/opportunities/sale-texts.ts";

test("of an edited opportunity is written what was typed and nothing else: what others change meanwhile stays", () => {
  expect(editOf({ comment: "Mardi" }, {})).toEqual({ comment: "Mardi" });
  expect(editOf({}, {})).toEqual({});
  expect(
    editOf(
      { description: "", priority: "high", salesperson: "MBE", comment: "" },
      { quoteNo: "Q-1001" },
    ),
  ).toEqual({
    ...{ description: "", priority: "high", salesperson: "MBE" },
    ...{ comment: null, quoteNo: "Q-1001" },
  });
});

test("OPP-7, OPP-10: of a quote is read what was typed of it; an emptied line takes it out, and no amount is told", () => {
  const read = (typed: Readonly<Record<string, string>>) => quoteOf(typed);
  expect(read({ comment: "x" })).toEqual({ ok: true, value: {} });
  expect(read({ quoteNo: " Q-1001 ", quoteTotal: "46'500" })).toEqual({
    ok: true,
    value: { quoteNo: "Q-1001", quoteMinor: 4_650_000 },
  });
  expect(read({ quoteNo: " ", quoteTotal: "" })).toEqual({
    ok: true,
    value: { quoteNo: null, quoteMinor: null },
  });
  expect(read({ quoteTotal: "viel" })).toEqual({
    ...{ ok: false, field: "quoteTotal", word: "sale.noTotal" },
  });
});
