import { z } from "zod";
import { addDays, type CalendarDay } from "../core/calendar.ts";
import { contactColumns, type ContactColumn } from "./contact-columns.ts";
import {
  readFilter,
  type Condition,
  type ContactFilter,
} from "./contact-filter.ts";
import type { SortBy } from "./contact-order.ts";

export const listKinds = [
  "all",
  "companies",
  "persons",
  "independent",
] as const;
export type ListKind = (typeof listKinds)[number];

/** A column that is shown; `width` in CSS pixels. */
export interface ViewColumn {
  readonly column: ContactColumn;
  readonly width: number;
}

/** What a list of contacts shows, and how: a view (ux.md 5(b)). The name is always the first column. */
export interface ListView {
  readonly kind: ListKind;
  readonly filter: ContactFilter;
  /** The most important first; none = by name. */
  readonly sort: readonly SortBy[];
  readonly columns: readonly ViewColumn[];
  /** People stand under their company. */
  readonly tree: boolean;
}

export const COLUMN_MIN = 64;
export const COLUMN_MAX = 640;
export const SORTS_MAX = 3;

const Column = z.enum(contactColumns as [ContactColumn, ...ContactColumn[]]);
const StoredView = z.object({
  kind: z.enum(listKinds).catch("all"),
  filter: z.unknown(),
  sort: z
    .array(z.object({ column: Column, descending: z.boolean() }))
    .max(SORTS_MAX)
    .catch([]),
  columns: z
    .array(
      z.object({
        column: Column,
        width: z.number().min(COLUMN_MIN).max(COLUMN_MAX).catch(140),
      }),
    )
    .max(contactColumns.length)
    .catch([]),
  tree: z.boolean().catch(false),
});

/**
 * A view out of a document, a file or an address. What this version does not understand of columns and order is the
 * default; with a filter that it does not understand there is no view (null): it would show other contacts.
 */
export function readListView(value: unknown): ListView | null {
  const read = StoredView.safeParse(value);
  if (!read.success) return null;
  const { columns, filter: stored, ...view } = read.data;
  const filter = stored === undefined ? NO_FILTER : readFilter(stored);
  if (filter === null) return null;
  return { ...view, filter, columns: readColumns(columns) };
}

/** The order of a list as an address has it; null when it is none. */
export function readSort(value: unknown): readonly SortBy[] | null {
  const read = StoredView.shape.sort.unwrap().safeParse(value);
  return read.success ? read.data : null;
}

/** Each column once, the name first. */
function readColumns(columns: readonly ViewColumn[]): readonly ViewColumn[] {
  const all = columns.length > 0 ? columns : defaultColumns("all");
  const name = all.find(({ column }) => column === "name") ?? NAME;
  const others = all.filter(
    ({ column }, i) =>
      column !== "name" && all.findIndex((one) => one.column === column) === i,
  );
  return [name, ...others];
}

export const NO_FILTER: ContactFilter = { all: [] };

const NAME: ViewColumn = { column: "name", width: 240 };

const WIDTHS: Partial<Readonly<Record<ContactColumn, number>>> = {
  no: 100,
  type: 104,
  companyName: 200,
  jobTitle: 136,
  phone: 132,
  mobile: 132,
  email: 230,
  address: 190,
  postCode: 84,
  country: 72,
  relation: 150,
  industry: 150,
  mailing: 150,
  salesperson: 120,
  lastVisit: 116,
  lastAttempt: 116,
  nextTask: 128,
  visitDue: 140,
  interactions: 100,
  minutes: 100,
  changed: 116,
  created: 116,
  lastPurchase: 116,
};

export function defaultWidth(column: ContactColumn): number {
  return column === "name" ? NAME.width : (WIDTHS[column] ?? 130);
}

function columnsOf(...columns: readonly ContactColumn[]): ListView["columns"] {
  return ["name" as const, ...columns].map((column) => ({
    column,
    width: defaultWidth(column),
  }));
}

/** The views that Carnet comes with, in their order (ux.md 5(b)2). The trash is a page of its own. */
export const shippedViews = [
  "all",
  "companies",
  "persons",
  "independent",
  "mine",
  "visitOverdue",
  "notVisited",
  "newThisMonth",
  "customers",
  "prospects",
  "suppliers",
  "unreachable",
  "changedHere",
  "recent",
] as const;
export type ShippedView = (typeof shippedViews)[number];

export function isShippedView(id: string): id is ShippedView {
  return (shippedViews as readonly string[]).includes(id);
}

/** Views of contacts that this device names one by one: with unsent work, or opened last. */
export type NamedContacts = "unsent" | "opened";

export function namedContactsOf(id: string): NamedContacts | null {
  return id === "changedHere" ? "unsent" : id === "recent" ? "opened" : null;
}

export interface ViewFacts {
  readonly today: CalendarDay;
  /** Code of whose notebook it is; without one nothing is "mine". */
  readonly salesperson: string | undefined;
}

/** A view as it comes, before its owner changes its columns or order. */
export function shippedView(id: ShippedView, facts: ViewFacts): ListView {
  return {
    kind: listKinds.find((kind) => kind === id) ?? "all",
    filter: { all: [...conditionsOf(id, facts)] },
    sort: [...sortOf(id)],
    columns: defaultColumns(id),
    tree: false,
  };
}

function conditionsOf(
  id: ShippedView,
  { today, salesperson }: ViewFacts,
): readonly Condition[] {
  const is = (column: ContactColumn, ...values: string[]): Condition => ({
    column,
    op: "is",
    values,
  });
  const none = (column: ContactColumn): Condition => ({
    column,
    op: "empty",
    values: [],
  });
  switch (id) {
    case "mine":
      // No code is empty: a notebook that belongs to nobody has no contacts of its own.
      return [is("salesperson", salesperson ?? " ")];
    case "visitOverdue":
      return [{ column: "nextTask", op: "before", values: ["today"] }];
    case "notVisited":
      return [{ column: "lastVisit", op: "notLastDays", values: ["90"] }];
    case "newThisMonth": {
      const before = addDays(`${today.slice(0, 7)}-01`, -1);
      return [{ column: "created", op: "after", values: [before] }];
    }
    case "customers":
      return [is("relation", "CUST")];
    case "prospects":
      return [is("relation", "PROS")];
    case "suppliers":
      return [is("relation", "VEND")];
    case "unreachable":
      return [none("email"), none("phone"), none("mobile")];
    default:
      return [];
  }
}

function sortOf(id: ShippedView): readonly SortBy[] {
  switch (id) {
    case "visitOverdue":
      return [{ column: "nextTask", descending: false }];
    case "notVisited":
      return [{ column: "lastVisit", descending: false }];
    case "newThisMonth":
      return [{ column: "created", descending: true }];
    default:
      return [];
  }
}

/** The columns that a view comes with; `all` for one of the person's own. */
export function defaultColumns(id: ShippedView): readonly ViewColumn[] {
  switch (id) {
    case "companies":
    case "customers":
    case "prospects":
    case "suppliers":
      return columnsOf(
        ...(["postCode", "city", "relation", "phone", "email"] as const),
        ...(["industry", "salesperson", "lastVisit", "nextTask"] as const),
      );
    case "persons":
      return columnsOf(
        ...(["companyName", "jobTitle", "phone", "mobile", "email"] as const),
        ...(["city", "salesperson", "lastVisit", "nextTask"] as const),
      );
    case "visitOverdue":
    case "notVisited":
      return columnsOf(
        ...(["companyName", "nextTask", "lastVisit", "lastAttempt"] as const),
        ...(["visitDue", "interactions", "phone", "city"] as const),
        ...(["salesperson"] as const),
      );
    case "newThisMonth":
      return columnsOf(
        ...(["type", "companyName", "created", "phone", "email"] as const),
        ...(["city", "salesperson"] as const),
      );
    default:
      return columnsOf(
        ...(["type", "companyName", "jobTitle", "phone", "email"] as const),
        ...(["postCode", "city", "salesperson", "lastVisit"] as const),
        ...(["nextTask"] as const),
      );
  }
}
