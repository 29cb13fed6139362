import type { frCHPurchases } from "./fr-CH-purchases.ts";

/** Every key of what customers bought that a language must have. */
export type PurchaseWords = Readonly<
  Record<keyof typeof frCHPurchases, string>
>;
