import { z } from "zod";
import { code, Id, MinorAmount, Minutes, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { defineEntity } from "./define-entity.ts";

export const CodeKind = z.enum([
  "businessRelation",
  "industryGroup",
  "mailingGroup",
  "jobResponsibility",
  "orgLevel",
  "webSource",
  "territory",
  "language",
  "country",
  "currency",
  "salutation",
  "salutationFormula",
  "salesperson",
  "team",
  "interactionTemplate",
  "interactionGroup",
  "salesCycle",
  "closeCode",
  "activity",
  "customerTemplate",
  "vendorTemplate",
  "visitCadence",
]);
/** Whose part of the name stands for `%1` to `%5` in a salutation formula (SAL-1). */
export const SalutationPart = z.enum([
  "jobTitle",
  "firstName",
  "middleName",
  "surname",
  "initials",
  "companyName",
]);
export type SalutationPart = z.infer<typeof SalutationPart>;

export type CodeKind = z.infer<typeof CodeKind>;

/** Days, weeks, months … as written in the set-up: `2W`, `1M+3D`. */
const DateFormula = text(32);

/** One step of a sales cycle (OPP); `completed` and `chances` in percent. */
const Stage = z.strictObject({
  stage: z.int().min(1).max(99),
  description: text(100),
  translations: z.record(z.string().max(12), text(100)).optional(),
  completed: z.number().min(0).max(100),
  chances: z.number().min(0).max(100),
  activity: code(20).optional(),
  quoteRequired: z.boolean().optional(),
  allowSkip: z.boolean().optional(),
  dateFormula: DateFormula.optional(),
});
export type Stage = z.infer<typeof Stage>;

/** One task of an activity (TSK-9); its day is the start plus the formula. */
export const Step = z.strictObject({
  type: z.enum(["task", "meeting", "phoneCall"]),
  description: text(100),
  priority: z.enum(["low", "normal", "high"]).optional(),
  dateFormula: DateFormula.optional(),
});
export type Step = z.infer<typeof Step>;

/** One entry of any set-up list (domain.md §2.3), by kind. */
export const Code = defineEntity({
  name: "codes",
  number: 5,
  fields: z.strictObject({
    id: Id,
    kind: CodeKind,
    code: code(20),
    /** Shown name in the company's own language. */
    description: text(100),
    /** Other languages, by BCP 47 tag. */
    translations: z.record(z.string().max(12), text(100)).optional(),
    inactive: z.boolean().optional(),
    sort: z.int().optional(),
    email: text(80).optional(),
    phone: text(30).optional(),
    members: z.array(code(20)).max(200).optional(),
    url: text(250).optional(),
    group: code(10).optional(),
    unitCostMinor: MinorAmount.min(0).optional(),
    unitDurationMin: Minutes.optional(),
    flow: z.enum(["in", "out"]).optional(),
    initiatedBy: z.enum(["us", "them"]).optional(),
    /** Of a sales cycle: how probability is worked out (OPP-4), and its stages in order. */
    probability: z.enum(["multiply", "add", "chances", "completed"]).optional(),
    stages: z.array(Stage).max(99).optional(),
    /** Of a visit cadence: how long after a visit the next one is due (TSK-6). */
    dateFormula: DateFormula.optional(),
    /** Of an activity, in order; of an interaction template, what has to be done after it. */
    steps: z.array(Step).max(99).optional(),
    /** Of an interaction template: what stands in the note to begin with, and the cycle of the opportunity that it opens. */
    noteText: text(2000).optional(),
    cycle: code(10).optional(),
    /** Of a salutation formula, whose text is the description: for which salutation and language, and how formal. */
    salutation: code(10).optional(),
    language: code(10).optional(),
    formality: z.enum(["formal", "informal"]).optional(),
    parts: z.array(SalutationPart).max(5).optional(),
    /** Of a customer or vendor template: for which contacts, and what the new record starts with. */
    contactType: z.enum(["company", "person"]).optional(),
    country: code(10).optional(),
    territory: code(10).optional(),
    currency: code(10).optional(),
  }),
  computed: z.object(serverStamps),
  sets: ["members"],
});
export type Code = z.infer<typeof Code.fields>;
