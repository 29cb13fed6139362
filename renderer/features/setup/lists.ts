import type { Code, CodeKind } from "../../../shared/entities/code.ts";

/** The set-up lists in the order of Settings, those that a new company looks at first on top (domain.md §2.3). */
export const LISTS = [
  "businessRelation",
  "industryGroup",
  "mailingGroup",
  "jobResponsibility",
  "orgLevel",
  "salesperson",
  "team",
  "territory",
  "visitCadence",
  "webSource",
  "customerTemplate",
  "vendorTemplate",
  "salutation",
  "salutationFormula",
  "interactionTemplate",
  "interactionGroup",
  "activity",
  "salesCycle",
  "closeCode",
  "language",
  "country",
  "currency",
] as const satisfies readonly CodeKind[];

/** What a code carries beside its name, by kind; the details form shows these. */
export type Detail = Exclude<
  keyof Code,
  "id" | "kind" | "code" | "description" | "sort" | "inactive" | "translations"
>;

export const DETAILS: Partial<Record<CodeKind, readonly Detail[]>> = {
  salesperson: ["email", "phone"],
  team: ["members"],
  visitCadence: ["dateFormula"],
  webSource: ["url"],
  interactionTemplate: [
    "group",
    "unitCostMinor",
    "unitDurationMin",
    "flow",
    "initiatedBy",
    "noteText",
    "steps",
    "cycle",
  ],
  customerTemplate: ["contactType", "country", "territory", "currency"],
  vendorTemplate: ["contactType", "country", "territory", "currency"],
  closeCode: ["group"],
  salutationFormula: ["salutation", "language", "formality", "parts"],
  salesCycle: ["probability", "stages"],
  activity: ["steps"],
};

/** Sums of contacts by column that the list can answer at once. */
export const COLUMNS = {
  businessRelation: "relation",
  industryGroup: "industry",
  mailingGroup: "mailing",
  salesperson: "salesperson",
  territory: "territory",
  visitCadence: "cadence",
  language: "language",
  country: "country",
} as const satisfies Partial<Record<CodeKind, string>>;
