import type { Account } from "../../../shared/entities/account.ts";
import type { PurchaseLine } from "../../../shared/domain/purchase-summary.ts";

type Row = Readonly<Record<string, unknown>>;

/** What the book keeps of an account: whose it is, and what one looks for it by. */
export type SlimAccount = Pick<
  Account,
  | "id"
  | "kind"
  | "no"
  | "name"
  | "postCode"
  | "city"
  | "contactId"
  | "blocked"
  | "salesperson"
>;

export type SlimLine = PurchaseLine & { readonly accountId: string };

const ACCOUNT = [
  "id",
  "kind",
  "no",
  "name",
  "postCode",
  "city",
  "contactId",
  "blocked",
  "salesperson",
] as const satisfies readonly (keyof SlimAccount)[];

const LINE = [
  "accountId",
  "document",
  "type",
  "item",
  "description",
  "date",
  "quantity",
  "amountMinor",
  "currency",
  "discountMinor",
] as const satisfies readonly (keyof SlimLine)[];

export function slimAccount(v: Row): SlimAccount {
  return pick(v, ACCOUNT) as unknown as SlimAccount;
}

/** Null: a line of before lines said whose they are; nobody can ask for it. */
export function slimLine(v: Row): SlimLine | null {
  return v["accountId"] === undefined
    ? null
    : (pick(v, LINE) as unknown as SlimLine);
}

function pick(v: Row, members: readonly string[]): Row {
  return Object.fromEntries(
    members.flatMap((name) => (v[name] === undefined ? [] : [[name, v[name]]])),
  );
}
