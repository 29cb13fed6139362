import { z } from "zod";
import { code, Day, Id, LongText, MinorAmount, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { defineEntity } from "./define-entity.ts";

const Percent = z.number().min(0).max(100);

/** One stage move; entries are only ever added, so two laptops' moves are both kept (OFF-9). */
const StageEntry = z.strictObject({
  stage: z.int().min(1).max(99),
  changedOn: Day,
  action: z.enum([
    "first",
    "next",
    "previous",
    "skipped",
    "jumped",
    "updated",
    "won",
    "lost",
  ]),
  estimatedMinor: MinorAmount.optional(),
  chances: Percent.optional(),
  /** As the stage and the cycle said when the move was made (OPP-4): a later set-up rewrites no history. */
  completed: Percent.optional(),
  probability: Percent.optional(),
  closeOn: Day.optional(),
  closeCode: code(12).optional(),
});
export type StageEntry = z.infer<typeof StageEntry>;

/** A potential sale (domain.md OPP). */
export const Opportunity = defineEntity({
  name: "opportunities",
  number: 4,
  fields: z.strictObject({
    id: Id,
    no: code(20).optional(),
    description: text(100),
    contactId: Id,
    companyId: Id.optional(),
    salesperson: code(20).optional(),
    cycle: code(10).optional(),
    status: z.enum(["notStarted", "inProgress", "won", "lost"]),
    priority: z.enum(["low", "normal", "high"]).optional(),
    createdOn: Day,
    closedOn: Day.optional(),
    quoteNo: text(20).optional(),
    /** What the quote comes to; a sale then comes to the same (OPP-7). */
    quoteMinor: MinorAmount.optional(),
    comment: LongText.optional(),
    /** The visit it came from; one visit makes one opportunity at most (INT-11). */
    interactionId: Id.optional(),
    entries: z.record(Id, StageEntry).optional(),
  }),
  computed: z.object(serverStamps),
  maps: ["entries"],
  indexed: (v) => ({ contactId: v.contactId }),
});
export type Opportunity = z.infer<typeof Opportunity.fields>;
