import { addDays, type CalendarDay } from "../../core/calendar.ts";
import type { Stage } from "../../entities/code.ts";
import type { Contact } from "../../entities/contact.ts";
import type { Interaction } from "../../entities/interaction.ts";
import type { Task } from "../../entities/task.ts";
import type { Bought } from "./bought.ts";

/** Something to bring up at the next visit, and where it comes from. */
export type Question =
  /** Open work whose day has come: is it done? */
  | { readonly kind: "promised"; readonly what: string; readonly day: string }
  /** Planned for a day that lies ahead. */
  | { readonly kind: "agreed"; readonly what: string; readonly day: string }
  | { readonly kind: "putOff"; readonly what: string; readonly day: string }
  /** Begun and not finished being written up. */
  | { readonly kind: "unfinished"; readonly day: string }
  /** An opportunity whose closing day is past. */
  | { readonly kind: "decision"; readonly what: string; readonly day: string }
  /** Its next stage wants a quote. */
  | { readonly kind: "quote"; readonly what: string; readonly stage: Stage }
  | { readonly kind: "stage"; readonly what: string; readonly stage: Stage }
  | { readonly kind: "closing"; readonly what: string }
  /** The last visit went badly. */
  | { readonly kind: "mend"; readonly day: string }
  | { readonly kind: "noNextStep"; readonly day: string }
  /** What was written down last. */
  | { readonly kind: "since"; readonly what: string; readonly day: string }
  | { readonly kind: "first" }
  | { readonly kind: "lapsed"; readonly what: string; readonly day: string }
  | { readonly kind: "never"; readonly what: string; readonly buyers: number }
  | { readonly kind: "whoDecides" }
  | { readonly kind: "missing"; readonly fields: readonly MissingField[] };

export type MissingField = "phone" | "email" | "jobTitle" | "address";

export interface BriefSale {
  readonly description: string;
  readonly closingOn: CalendarDay | undefined;
  readonly quoteNo: string | undefined;
  /** The stage after the present one; null = it is the last. */
  readonly next: Stage | null;
}

export interface BriefFacts {
  readonly contact: Contact;
  /** How many people of the company are known. */
  readonly people: number;
  /** What counts (STA-1), the newest first. */
  readonly visits: readonly Interaction[];
  readonly unfinished: readonly Interaction[];
  /** Open ones, what is due first before. */
  readonly tasks: readonly Task[];
  readonly sales: readonly BriefSale[];
  readonly bought: Bought;
  /** The work date. */
  readonly today: CalendarDay;
}

const OF_A_KIND = 2;
const LAPSED_DAYS = 365;
const SENTENCE = 90;

/**
 * What to ask at a visit, worked out from what is recorded alone, the most pressing first: what was promised, put off or
 * left unfinished, where the opportunities stand, how the last visit went, what is no longer or never bought, and what
 * nobody has written down yet.
 */
export function whatToAsk(facts: BriefFacts): readonly Question[] {
  return [
    ...ofWork(facts),
    ...ofSales(facts),
    ...ofVisits(facts),
    ...ofPurchases(facts),
    ...ofCard(facts),
  ];
}

function ofWork({ tasks, unfinished, today }: BriefFacts): readonly Question[] {
  const asked = tasks.flatMap((task): readonly Question[] => {
    const { description: what, date: day } = task;
    // A meeting of today is the visit itself.
    if (task.type === "meeting" && day >= today) return [];
    if (task.status === "postponed") return [{ kind: "putOff", what, day }];
    if (day <= today) return [{ kind: "promised", what, day }];
    return [{ kind: "agreed", what, day }];
  });
  const of = (kind: Question["kind"], most: number) =>
    asked.filter((one) => one.kind === kind).slice(0, most);
  return [
    ...of("promised", OF_A_KIND + 1),
    ...of("putOff", OF_A_KIND),
    ...of("agreed", OF_A_KIND),
    ...unfinished
      .slice(0, 1)
      .map(({ date }) => ({ kind: "unfinished", day: date }) as const),
  ];
}

function ofSales({ sales, today }: BriefFacts): readonly Question[] {
  return sales.slice(0, OF_A_KIND + 1).map((sale): Question => {
    const { description: what, closingOn: day, next: stage } = sale;
    if (day !== undefined && day < today)
      return { kind: "decision", what, day };
    if (stage === null) return { kind: "closing", what };
    return stage.quoteRequired === true && sale.quoteNo === undefined
      ? { kind: "quote", what, stage }
      : { kind: "stage", what, stage };
  });
}

function ofVisits(facts: BriefFacts): readonly Question[] {
  const reached = facts.visits.filter((one) => one.attemptFailed !== true);
  const [last] = reached;
  if (!last) return [{ kind: "first" }];
  const day = last.date;
  const what = beginning(last.result ?? "");
  const went = last.evaluation ?? "";
  const badly = went === "negative" || went === "veryNegative";
  const nothing = facts.tasks.length === 0 && facts.sales.length === 0;
  return [
    ...(badly ? [{ kind: "mend", day } as const] : []),
    ...(what === "" ? [] : [{ kind: "since", what, day } as const]),
    ...(nothing ? [{ kind: "noNextStep", day } as const] : []),
  ];
}

/** The first sentence, or as much of it as a line and a half holds. */
function beginning(text: string): string {
  const [sentence = ""] = text.trim().split(/(?<=[.!?;])\s|\n/);
  if (sentence.length <= SENTENCE) return sentence.replace(/[.;]$/, "");
  const cut = sentence.slice(0, SENTENCE);
  return `${cut.slice(0, cut.lastIndexOf(" ")) || cut}…`;
}

function ofPurchases({ bought, today }: BriefFacts): readonly Question[] {
  const since = addDays(today, -LAPSED_DAYS);
  const lapsed = (bought.summary?.products ?? []).flatMap((product) => {
    const { description, item, last, quantity } = product;
    return quantity > 0 && last !== null && last < since
      ? [{ kind: "lapsed", what: description || item, day: last } as const]
      : [];
  });
  const never = bought.never.map(
    ({ item, description, buyers }) =>
      ({ kind: "never", what: description || item, buyers }) as const,
  );
  return [...lapsed.slice(0, OF_A_KIND), ...never.slice(0, OF_A_KIND)];
}

function ofCard({ contact, people }: BriefFacts): readonly Question[] {
  const { type, phone, mobile, email, jobTitle, city, companyId } = contact;
  const missing: readonly (MissingField | false)[] = [
    !phone && !mobile && "phone",
    !email && "email",
    type === "person" && companyId !== undefined && !jobTitle && "jobTitle",
    !city && "address",
  ];
  const fields = missing.filter((one) => one !== false);
  return [
    ...(type === "company" && people === 0
      ? [{ kind: "whoDecides" } as const]
      : []),
    ...(fields.length > 0 ? [{ kind: "missing", fields } as const] : []),
  ];
}
