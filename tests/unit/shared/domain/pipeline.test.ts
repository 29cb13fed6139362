import { expect, it } from "vitest";
import {
  inSalesOrder,
  pipelineTotals,
  saleOf,
  type Sale,
} from "../../../../shared/domain/pipeline.ts";
import { affineur } from "./opportunity-builder.ts";

function sale(values: Partial<Sale>): Sale {
  return { ...saleOf(affineur()), ...values };
}

it("tells of an opportunity what its active entry says", () => {
  expect(saleOf(affineur())).toMatchObject({
    description: "Affineur AF-200",
    stage: 1,
    estimatedMinor: 4_800_000,
    probability: 16,
    currentMinor: 768_000,
    closingOn: "2026-04-30",
  });
  expect(saleOf(affineur({ start: undefined }))).toMatchObject({
    stage: 0,
    estimatedMinor: 0,
    currentMinor: 0,
  });
});

it("STA-1: the pipeline is added up by stage and by month, closed ones by their reason", () => {
  const of = { estimatedMinor: 1000, currentMinor: 100, closingOn: undefined };
  const { closingOn: _, ...undated } = sale({ stage: 2 });
  const totals = pipelineTotals([
    sale({}),
    sale({ ...of, closingOn: "2026-04-01" }),
    { ...undated, estimatedMinor: 5, currentMinor: 1 },
    sale({ status: "won", closeCode: "PRICE_W", estimatedMinor: 7 }),
    sale({ status: "lost", closeCode: "PRICE_L" }),
    sale({ status: "lost", closeCode: "PRICE_L" }),
  ]);
  expect(totals.open).toEqual({
    count: 3,
    estimatedMinor: 4_801_005,
    currentMinor: 768_101,
  });
  expect(totals.byStage).toEqual([
    {
      cycle: "NEW",
      stage: 1,
      count: 2,
      estimatedMinor: 4_801_000,
      currentMinor: 768_100,
    },
    {
      cycle: "NEW",
      stage: 2,
      count: 1,
      estimatedMinor: 5,
      currentMinor: 1,
    },
  ]);
  expect(totals.byMonth.map(({ month, count }) => [month, count])).toEqual([
    ["2026-04", 2],
    ["", 1],
  ]);
  expect(
    totals.byReason.map(({ outcome, code, count }) => [outcome, code, count]),
  ).toEqual([
    ["won", "PRICE_W", 1],
    ["lost", "PRICE_L", 2],
  ]);
});

it("open ones stand by the day on which they are expected, closed ones below, the last first", () => {
  const rows = inSalesOrder([
    sale({ id: "c", status: "lost", closingOn: "2026-01-01" }),
    sale({ id: "d", status: "won", closingOn: "2026-02-01" }),
    sale({ id: "b", closingOn: "2026-05-01" }),
    sale({ id: "a", closingOn: "2026-04-01" }),
  ]);
  expect(rows.map(({ id }) => id)).toEqual(["a", "b", "d", "c"]);
});
