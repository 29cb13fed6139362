import type { PurchaseSummary } from "../purchase-summary.ts";

/** What the customer behind a contact has bought, and never has (S6). */
export interface Bought {
  /** Numbers of the customer's records; empty = not a customer. */
  readonly customers: readonly string[];
  /** Of all years. */
  readonly summary: PurchaseSummary | null;
  /** The newest years alone, the newest first. */
  readonly recent: readonly {
    readonly year: string;
    readonly products: PurchaseSummary["products"];
  }[];
  /** What similar customers buy and this one never has, the most frequent first. */
  readonly never: readonly {
    readonly item: string;
    readonly description: string;
    readonly buyers: number;
  }[];
}

export const NOT_A_CUSTOMER: Bought = {
  customers: [],
  summary: null,
  recent: [],
  never: [],
};
