import { isOddChannel } from "../../../shared/domain/more-channels.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { ContactsHere } from "../../../shared/vcard/contacts-here.ts";
import { photoProblemOf } from "../../../shared/vcard/photo.ts";
import type { PlannedCard } from "../../../shared/vcard/plan-import.ts";
import type {
  ReadContact,
  ValueProblem,
} from "../../../shared/vcard/read-contact.ts";
import type { FieldUpdate, Made, PreviewRow } from "./messages.ts";
import type { CardOfFile } from "./read-file.ts";

/** A card, what becomes of it, and what was here when that was decided. */
export type Planned = readonly [
  CardOfFile,
  PlannedCard | null,
  ContactsHere | null,
];

const NO_ROW = {
  type: "person",
  name: "",
  companyName: "",
  channel: "",
  problems: [],
  photoProblem: null,
  updates: [],
  hasVisit: false,
} as const;

export function previewRow([card, what]: Planned, today: string): PreviewRow {
  const { number, line } = card;
  if (card.kind === "bad")
    return { ...NO_ROW, number, line, verdict: "bad", reason: card.reason };
  const { contact } = card;
  const { email, phone, mobile } = contact.fields;
  // What a warning is about reaches nobody.
  const usable = contact.further.find(
    (one) => one.kind !== "address" && !isOddChannel(one),
  );
  return {
    number,
    line,
    type: contact.type,
    name: contact.name,
    companyName: contact.companyName ?? "",
    channel: email ?? phone ?? mobile ?? usable?.value ?? "",
    verdict: what?.verdict ?? "refused",
    reason: null,
    problems: [...lateVisit(contact, today), ...contact.problems]
      .slice(0, 5)
      .map((problem) => ({
        ...problem,
        value: problem.value.slice(0, 80),
      })),
    photoProblem: contact.hasPhoto ? photoProblemOf(card.photo) : null,
    updates: what ? updatesIn(what) : [],
    hasVisit: what?.changes.some(({ c }) => c === "interactions") ?? false,
  };
}

/** Nothing is logged before it happens (INT-17). */
function lateVisit(
  { visit }: ReadContact,
  today: string,
): readonly ValueProblem[] {
  return visit && visit.date > today
    ? [{ field: "visit.date", code: "in-the-future", value: visit.date }]
    : [];
}

/** What one row shows of what it changes. */
const UPDATES_MAX = 6;

function updatesIn({
  contactId,
  changes,
}: PlannedCard): readonly FieldUpdate[] {
  const own = changes.find(
    ({ c, id, before }) => c === "contacts" && id === contactId && before,
  );
  if (own?.c !== "contacts" || !own.before || !own.after) return [];
  const { before, after } = own;
  const word = (value: unknown): string => {
    if (typeof value !== "object" || value === null)
      return `${(value as string | boolean | undefined) ?? ""}`.slice(0, 80);
    const items = Object.values(value) as { readonly value?: string }[];
    return items
      .map((one) => one.value ?? "")
      .join(", ")
      .slice(0, 80);
  };
  return (Object.keys(after) as (keyof Contact)[])
    .filter((field) => after[field] !== before[field] && !SHADOWS.has(field))
    .slice(0, UPDATES_MAX)
    .map((field) => ({
      field,
      before: word(before[field]),
      after: word(after[field]),
    }));
}

/** Follow from others, and say nothing to a person. */
const SHADOWS: ReadonlySet<string> = new Set(["searchName", "externalId"]);

export function madeBy(plans: readonly Planned[]): Made {
  let [companies, persons, photos, updates, visits] = [0, 0, 0, 0, 0];
  for (const [card, what] of plans) {
    if (what?.replacesEmployer) companies--;
    for (const change of what?.changes ?? []) {
      if (change.c === "interactions") visits++;
      if (change.c !== "contacts") continue;
      if (change.before !== null) {
        if (change.origin === "imported") updates++;
      } else if (change.after?.type === "company") companies++;
      else persons++;
    }
    if (
      what?.verdict === "new" &&
      card.kind === "contact" &&
      card.contact.hasPhoto &&
      photoProblemOf(card.photo) === null
    )
      photos++;
  }
  return { companies, persons, photos, updates, visits };
}
