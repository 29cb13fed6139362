import type { i18n } from "i18next";
import type { CodeKind } from "../../../shared/entities/code.ts";
import { isCalendarDay } from "../../../shared/core/calendar.ts";
import type { StageEntry } from "../../../shared/entities/opportunity.ts";
import type { Codes } from "../../local-store/use-codes.ts";
import { formatDay, formatFrancs } from "../../ui/format.ts";
import { wordOf } from "../../ui/word-of.ts";
import type { FieldChange } from "./outbox-lines.ts";

/** Ties between documents and copies for the machine: no person typed them. */
const SILENT = new Set([
  "id",
  "contactId",
  "companyId",
  "interactionId",
  "taskId",
  "opportunityId",
  "docId",
  "searchName",
  "businessRelation",
  "role",
  "sha256",
  "thumb",
]);

const LISTS: Readonly<Record<string, CodeKind>> = {
  cycle: "salesCycle",
  salesperson: "salesperson",
  completedBy: "salesperson",
  territory: "territory",
  language: "language",
  country: "country",
  currency: "currency",
  salutation: "salutation",
  orgLevel: "orgLevel",
  cadence: "visitCadence",
  team: "team",
  industryGroups: "industryGroup",
  mailingGroups: "mailingGroup",
  responsibilities: "jobResponsibility",
  template: "interactionTemplate",
  group: "interactionGroup",
};

/** Members with a closed list of values, and where their words begin. */
const CHOICES: Readonly<Record<string, string>> = {
  "contacts/type": "kind",
  "tasks/type": "task.type",
  "tasks/status": "task.status",
  "tasks/priority": "priority",
  "opportunities/status": "sale.status",
  "opportunities/priority": "priority",
  "interactions/evaluation": "evaluation",
  "interactions/flow": "flow",
  "interactions/initiatedBy": "initiatedBy",
  "contacts/correspondence": "correspondence",
  "interactions/correspondence": "correspondence",
};

/** Whether people type the member as they like: no list, no choice, no day, no map and no set. */
export function isFreeText(
  c: string,
  path: string,
  ...values: readonly unknown[]
): boolean {
  return (
    !path.includes("/") &&
    !Object.hasOwn(LISTS, path) &&
    !Object.hasOwn(CHOICES, `${c}/${path}`) &&
    values.some((value) => typeof value === "string") &&
    values.every(
      (value) =>
        value === null ||
        value === undefined ||
        (typeof value === "string" && !isCalendarDay(value)),
    )
  );
}

/** What of a record's changes a person reads. A company's name as its own employer is no news. */
export function spokenChanges(
  changes: readonly FieldChange[],
): readonly FieldChange[] {
  const name = changes.find(({ path }) => path === "name")?.now;
  return changes.filter(
    ({ path, now }) =>
      !SILENT.has(memberOf(path)) && !(path === "companyName" && now === name),
  );
}

/** False for ties between documents and copies for the machine. */
export function isSpoken(path: string): boolean {
  return !SILENT.has(memberOf(path));
}

/** The field's name as on the card; the bare member where no screen shows it yet. */
export function fieldWord(path: string, words: i18n): string {
  const member = memberOf(path);
  return wordOf(words, `field.${member}`) ?? member;
}

/**
 * A value as one reads it: names for codes, words for choices, days as written here, yes and no. Empty text = no
 * value.
 *
 * @param names of contacts by id, for members that point at one
 */
export function valueWords(
  c: string,
  path: string,
  value: unknown,
  deps: {
    readonly words: i18n;
    readonly codes: Codes;
    readonly language: string;
    readonly names: ReadonlyMap<string, string>;
  },
): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value))
    return value
      .map((one) => valueWords(c, path, one, deps))
      .filter((text) => text !== "")
      .join(", ");
  if (typeof value === "boolean")
    return deps.words.t(value ? "value.yes" : "value.no");
  if (typeof value === "number")
    return path.endsWith("Minor") ? formatFrancs(value) : String(value);
  if (typeof value === "string") return textWords(c, path, value, deps);
  if (c === "opportunities") return moveWords(value as StageEntry, deps.words);
  return itemWords(value);
}

/** A move of an opportunity, as its history tells it. */
function moveWords(
  { action, changedOn, estimatedMinor = 0 }: StageEntry,
  words: i18n,
): string {
  return [
    wordOf(words, `sale.action.${action}`),
    formatDay(changedOn),
    formatFrancs(estimatedMinor),
  ]
    .filter(Boolean)
    .join(" · ");
}

function textWords(
  c: string,
  path: string,
  value: string,
  deps: Parameters<typeof valueWords>[3],
): string {
  const choice = CHOICES[`${c}/${path}`];
  const chosen = choice && wordOf(deps.words, `${choice}.${value}`);
  if (chosen) return chosen;
  const list = Object.hasOwn(LISTS, path) ? LISTS[path] : undefined;
  if (list) return deps.codes.text(list, value, deps.language);
  const name = deps.names.get(value);
  if (name !== undefined) return name;
  return isCalendarDay(value) ? formatDay(value) : value;
}

/** An item of a map (a further phone, a relation): its values, without the member names. */
function itemWords(item: object): string {
  return Object.values(item)
    .filter((one) => typeof one === "string" || typeof one === "number")
    .join(" · ");
}

/** `more/ITEM/value` belongs to `more`. */
function memberOf(path: string): string {
  return path.split("/")[0] ?? path;
}
