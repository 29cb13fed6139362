import { z } from "zod";
import {
  code,
  Day,
  Id,
  LongText,
  MinorAmount,
  Minutes,
  text,
  TimeOfDay,
} from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { AT_DESC_MAX, defineEntity } from "./define-entity.ts";

export const Evaluation = z.enum([
  "veryPositive",
  "positive",
  "neutral",
  "negative",
  "veryNegative",
]);

/**
 * A recorded communication: visit, call, letter, mail (domain.md INT). Written once; afterwards only
 * `evaluation`, `canceled` and, while `postponed`, every field may change (design.md §6.4).
 */
export const Interaction = defineEntity({
  name: "interactions",
  number: 2,
  fields: z.strictObject({
    id: Id,
    contactId: Id,
    /** Employer at the time, so that the visit stays on the company's card (TYP-9). */
    companyId: Id.optional(),
    date: Day,
    time: TimeOfDay.optional(),
    template: code(10).optional(),
    group: code(10).optional(),
    description: text(100).optional(),
    /** What came of it, in the salesperson's words (INT-16). */
    result: LongText.optional(),
    flow: z.enum(["in", "out"]).optional(),
    initiatedBy: z.enum(["us", "them"]).optional(),
    evaluation: Evaluation.optional(),
    attemptFailed: z.boolean().optional(),
    costMinor: MinorAmount.min(0).optional(),
    durationMin: Minutes.optional(),
    salesperson: code(20).optional(),
    language: code(10).optional(),
    correspondence: z.enum(["hardCopy", "email"]).optional(),
    contactVia: text(254).optional(),
    /** Code of the contact's alternative address that was valid on the day (INT-6); absent = the main address. */
    altAddress: code(10).optional(),
    opportunityId: Id.optional(),
    taskId: Id.optional(),
    amends: Id.optional(),
    canceled: z.boolean().optional(),
    postponed: z.boolean().optional(),
    /** Further people met. */
    attendees: z.array(Id).max(100).optional(),
  }),
  computed: z.object(serverStamps),
  sets: ["attendees"],
  indexed: (v) => ({
    contactId: v.contactId,
    atDesc: AT_DESC_MAX - Date.parse(`${v.date}T${v.time ?? "00:00"}:00Z`),
  }),
});
export type Interaction = z.infer<typeof Interaction.fields>;
