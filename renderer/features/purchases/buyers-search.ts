import { isCalendarDay } from "../../../shared/core/calendar.ts";
import type { CustomerQuestion } from "../../local-store/erp/erp-book.ts";

/** The question over all customers, as it stands in the address. */
export type BuyersSearch = Partial<
  Pick<CustomerQuestion, "which" | "item" | "day">
>;

const WHICH = ["never", "since", "similar", "bought"] as const;

/** What is unreadable in the address is the plain question. */
export function readBuyersSearch(
  search: Readonly<Record<string, unknown>>,
): BuyersSearch {
  const which = WHICH.find((one) => one === search["which"]);
  const { item, day } = search;
  return {
    ...(which ? { which } : {}),
    // A number in the address is read as a number.
    ...(typeof item === "string" || typeof item === "number"
      ? { item: String(item) }
      : {}),
    ...(typeof day === "string" && isCalendarDay(day) ? { day } : {}),
  };
}
