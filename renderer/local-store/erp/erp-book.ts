import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type {
  Amount,
  PurchaseLine,
  PurchaseSummary,
} from "../../../shared/domain/purchase-summary.ts";
import type { AccountKind } from "../../../shared/entities/account.ts";
import type { SlimAccount } from "./slim-erp.ts";

/**
 * What the ERP has told us: accounts and posted lines. Answered by a worker of its own that reads them when the first
 * question comes; ten thousand lines never pass through the window's thread.
 */
export interface ErpBook {
  /** HIS-1: what these accounts have bought; `year` null = all years. */
  purchases(
    accountIds: readonly string[],
    year: string | null,
  ): Promise<PurchaseSummary>;
  /** The lines of one product, the newest first, at most `LINES_SHOWN`. */
  lines(
    accountIds: readonly string[],
    item: string,
  ): Promise<{
    readonly total: number;
    readonly lines: readonly PurchaseLine[];
  }>;
  /** What customers of the same industry groups buy and this one never has. */
  similar(accountId: string): Promise<SimilarAnswer>;
  /** Every product that anybody has bought, by code. */
  items(): Promise<readonly Item[]>;
  /** HIS-2: over all customers. */
  customers(question: CustomerQuestion): Promise<CustomerAnswer>;
  accounts(question: AccountQuestion): Promise<AccountAnswer>;
  /** Called after changes that may change an answer. */
  subscribe(listener: () => void): () => void;
}

export const LINES_SHOWN = 200;

export interface Item {
  readonly item: string;
  readonly description: string;
  readonly buyers: number;
}

export interface SimilarAnswer {
  readonly customers: number;
  readonly products: readonly Item[];
}

/**
 * `never`: has not bought it at all (or has given it all back). `since`: has bought it, not since that day. `similar`: has
 * never bought it, and others of the same industry groups have.
 */
export interface CustomerQuestion {
  readonly which: "bought" | "never" | "since" | "similar";
  /** Code of a product; for `since` empty = any product. */
  readonly item: string;
  /** Of `since`. */
  readonly day: CalendarDay;
  readonly from: number;
  readonly to: number;
}

export interface CustomerRow {
  readonly account: SlimAccount;
  /** Of the product that was asked about, else of all. */
  readonly last: CalendarDay | null;
  readonly amounts: readonly Amount[];
  /** Of `similar`: how many similar customers buy it. */
  readonly buyers: number;
}

export interface CustomerAnswer {
  readonly total: number;
  readonly rows: readonly CustomerRow[];
}

export interface AccountQuestion {
  readonly kind: AccountKind;
  /** Every word must begin a word of name, number, post code or town. */
  readonly text: string;
  /** Only those without a contact. */
  readonly free: boolean;
  readonly from: number;
  readonly to: number;
}

export interface AccountAnswer {
  readonly total: number;
  readonly rows: readonly SlimAccount[];
  /** All that the question found, for an action on all of them; at most 500. */
  readonly ids: readonly string[];
}
