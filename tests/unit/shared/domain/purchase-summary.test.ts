import { expect, test } from "vitest";
import {
  hasBought,
  lastInvoiced,
  summarisePurchases,
  type PurchaseLine,
} from "../../../../shared/domain/purchase-summary.ts";
import { similarProducts } from "../../../../shared/domain/similar-products.ts";

function line(
  date: string,
  item: string,
  quantity: number,
  francs: number,
  more: Partial<PurchaseLine> = {},
): PurchaseLine {
  return {
    ...{ document: `F${date}`, item, date, quantity, currency: "CHF" },
    type: quantity < 0 ? "credit" : "invoice",
    description: `Article ${item}`,
    amountMinor: Math.round(francs * 100),
    ...more,
  };
}

/** Story A11. */
const gruyere = [
  line("2025-05-12", "1000", 2, 7800),
  line("2025-09-18", "1100", 1, 12450),
  line("2025-11-03", "1000", 1, 3900),
  line("2025-12-01", "1000", -1, -3900),
  line("2026-01-20", "1200", 40, 620),
];

const CHF = (francs: number) => [{ currency: "CHF", minor: francs * 100 }];

test("HIS-1: story A11: by product, credit notes taken off, the day of the last invoice", () => {
  const { products, totals, last } = summarisePurchases(gruyere);
  expect(products).toMatchObject([
    { item: "1100", quantity: 1, amounts: CHF(12450), last: "2025-09-18" },
    { item: "1000", quantity: 2, amounts: CHF(7800), last: "2025-11-03" },
    { item: "1200", quantity: 40, amounts: CHF(620), last: "2026-01-20" },
  ]);
  expect(totals).toEqual(CHF(20870));
  expect(last).toBe("2026-01-20");
});

test("HIS-1: a year takes its own lines; the years stand beside it unchanged", () => {
  const { products, totals, years } = summarisePurchases(gruyere, "2026");
  expect(products.map(({ item }) => item)).toEqual(["1200"]);
  expect(totals).toEqual(CHF(620));
  expect(years).toEqual([
    { year: "2026", amounts: CHF(620) },
    { year: "2025", amounts: CHF(20250) },
  ]);
});

test("HIS-1: francs and euros are never added up", () => {
  const { totals, products } = summarisePurchases([
    line("2025-05-12", "1000", 1, 100),
    line("2025-05-13", "1000", 1, 90, { currency: "EUR" }),
  ]);
  const both = [
    { currency: "CHF", minor: 10_000 },
    { currency: "EUR", minor: 9_000 },
  ];
  expect(totals).toEqual(both);
  expect(products[0]?.amounts).toEqual(both);
});

test("HIS-1: tenths of kilograms add up to what one reads", () => {
  const tenths = [
    line("2025-05-12", "S", 0.1, 1),
    line("2025-05-13", "S", 0.2, 1),
  ];
  expect(summarisePurchases(tenths).products[0]?.quantity).toBe(0.3);
});

test("HIS-1: the product is called as on the newest line; documents and discounts are counted", () => {
  const [product] = summarisePurchases([
    line("2025-06-01", "1", 1, 10, { description: "Neu", discountMinor: 50 }),
    line("2025-05-01", "1", 1, 10, { description: "Alt", discountMinor: 25 }),
    line("2025-05-01", "1", 1, 10, { description: "Alt" }),
  ]).products;
  expect(product).toMatchObject({
    description: "Neu",
    documents: 2,
    discounts: [{ currency: "CHF", minor: 75 }],
  });
});

test("HIS-1: what came only as a credit note has no last purchase", () => {
  const only = [line("2025-12-01", "1000", -1, -3900)];
  expect(summarisePurchases(only).products[0]?.last).toBeNull();
  expect(lastInvoiced(only)).toBeNull();
});

test("HIS-2: what went back whole was not bought", () => {
  expect(hasBought(gruyere.filter(({ item }) => item === "1000"))).toBe(true);
  expect(
    hasBought([line("2025-05-12", "A", 1, 5), line("2025-06-12", "A", -1, -5)]),
  ).toBe(false);
  expect(hasBought([])).toBe(false);
});

test("HIS-2: customers of one industry group, by the number of buyers, without what one has", () => {
  const man = (id: string, ...bought: string[]) => ({
    ...{ id, industryGroups: ["MAN"], bought: new Set(bought) },
  });
  const here = man("a", "1000");
  const retail = { ...man("d", "AF-200", "1300"), industryGroups: ["RET"] };
  const both = { ...man("e", "1100"), industryGroups: ["RET", "MAN"] };
  expect(
    similarProducts(here, [
      here,
      man("b", "1000", "AF-200", "1100"),
      man("c", "AF-200"),
      retail,
      both,
    ]),
  ).toEqual({
    customers: 3,
    products: [
      { item: "1100", buyers: 2 },
      { item: "AF-200", buyers: 2 },
    ],
  });
});
