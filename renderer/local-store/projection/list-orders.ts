import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import type { Value } from "../../../shared/domain/contact-filter.ts";
import {
  isInWords,
  wordCollator,
  type SortBy,
} from "../../../shared/domain/contact-order.ts";
import {
  isTextColumn,
  type ContactTable,
  type TextColumn,
} from "./contact-table.ts";
import type { Figures } from "./figures.ts";
import { keyedColumn, type KeyedName } from "./keyed-columns.ts";
import {
  placeKeys,
  placeNumbers,
  sortRows,
  type Placing,
} from "./sort-rows.ts";
import { createTextOrder, type TextOrder } from "./text-order.ts";

/** The orders of the list, in whatever languages have been asked for. */
export interface ListOrders {
  changed(row: number): void;
  /** All rows that are here, by name. */
  byName(locale: string): Uint32Array;
  /** `rows`, which come by name, in another order. */
  sorted(
    rows: Uint32Array,
    sort: readonly SortBy[],
    locale: string,
  ): Uint32Array;
  /** The language that somebody asked in last. */
  readonly lastLocale: string;
}

export function createListOrders(
  table: ContactTable,
  figures: Figures,
  known?: { readonly locale: string; readonly rows: Uint32Array },
): ListOrders {
  const orders = new Map<string, TextOrder>();
  let lastLocale = known?.locale ?? "en";
  if (known) void orderOf("name", known.locale, known.rows);

  function compareIn(
    column: ContactColumn,
    locale: string,
  ): (a: string, b: string) => number {
    if (isInWords(column)) return wordCollator(locale).compare;
    return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  }
  function orderOf(
    column: TextColumn,
    locale: string,
    rows?: Uint32Array,
  ): TextOrder {
    const key = isInWords(column) ? `${column} ${locale}` : column;
    const order =
      orders.get(key) ??
      createTextOrder({
        size: () => table.ids.size,
        isHere: table.isHere,
        text: (row) => table.text(row, column),
        compare: compareIn(column, locale),
        tie: (a, b) => (table.ids.idAt(a) < table.ids.idAt(b) ? -1 : 1),
        known: rows,
      });
    orders.set(key, order);
    return order;
  }
  function placing(
    column: ContactColumn,
    locale: string,
    rows: Uint32Array,
  ): Omit<Placing, "descending"> {
    if (isTextColumn(column)) {
      const { groups, groupCount, rows: all } = orderOf(column, locale);
      const [first] = all;
      const hasEmpty = first !== undefined && table.text(first, column) === "";
      return { groups, count: groupCount, emptyGroup: hasEmpty ? 0 : -1 };
    }
    const { keys, valueOf, inOrder } = keyedColumn(
      table,
      figures,
      column satisfies KeyedName,
    );
    if (inOrder) return placeNumbers(keys, rows);
    const compare = compareIn(column, locale);
    const texts = new Map<number, string>();
    const textOf = (key: number): string => {
      const text = texts.get(key) ?? asText(valueOf(key));
      texts.set(key, text);
      return text;
    };
    return placeKeys(keys, rows, (a, b) => compare(textOf(a), textOf(b)));
  }
  return {
    changed(row) {
      for (const order of orders.values()) order.changed(row);
    },
    byName(locale) {
      lastLocale = locale;
      return orderOf("name", locale).rows;
    },
    sorted: (rows, sort, locale) =>
      sortRows(
        rows,
        sort.map(({ column, descending }) => ({
          ...placing(column, locale, rows),
          descending,
        })),
      ),
    get lastLocale() {
      return lastLocale;
    },
  };
}

function asText(value: Value): string {
  return typeof value === "object" ? value.join(" ") : String(value ?? "");
}
