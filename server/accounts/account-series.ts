import type { AccountKind } from "../../shared/entities/account.ts";

/** The number series of accounts that are made here. */
export const ACCOUNT_SERIES = {
  customer: "customers",
  vendor: "vendors",
  bank: "banks",
  employee: "employees",
} as const satisfies Record<AccountKind, string>;
