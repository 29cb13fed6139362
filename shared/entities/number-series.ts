import { z } from "zod";
import { code } from "./fields.ts";

/** A number series of the company's own (NUM): its first and last number; what is absent is allowed and without end. */
export const NumberSeries = z.strictObject({
  /** Letters and as many digits as a number has at least: `CT000001`. */
  first: code(20),
  last: code(20).optional(),
  /** Off: numbers come in a row, none is reserved for a device (NUM-2). */
  gaps: z.boolean().optional(),
  /** Off: what somebody types is replaced by the next number (NUM-1). */
  manual: z.boolean().optional(),
});
export type NumberSeries = z.infer<typeof NumberSeries>;

/** The member of the marketing set-up that holds each series. */
export const SERIES_MEMBERS = {
  contacts: "contactNumbers",
  opportunities: "opportunityNumbers",
  tasks: "taskNumbers",
  customers: "customerNumbers",
  vendors: "vendorNumbers",
  banks: "bankNumbers",
  employees: "employeeNumbers",
} as const;
export type SeriesName = keyof typeof SERIES_MEMBERS;
