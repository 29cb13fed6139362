import type { Contact } from "../entities/contact.ts";
import { isFieldOf } from "./contact-type.ts";
import {
  checkField,
  type ContactPatch,
  type ProblemCode,
  type TextField,
} from "./field-check.ts";

/** Fields that many contacts may get at once, in the order of the card; names are typed one by one. */
export const bulkTexts = [
  "jobTitle",
  "orgLevel",
  "phone",
  "mobile",
  "fax",
  "email",
  "homePage",
  "address",
  "address2",
  "postCode",
  "city",
  "county",
  "country",
  "salesperson",
  "territory",
  "cadence",
  "language",
  "salutation",
  "currency",
  "correspondence",
  "comment",
] as const satisfies readonly TextField[];

/** Fields that hold several codes; a code is added to them or taken out. */
export const bulkSets = [
  "mailingGroups",
  "industryGroups",
  "responsibilities",
] as const satisfies readonly (keyof Contact)[];

export type BulkText = (typeof bulkTexts)[number];
export type BulkSet = (typeof bulkSets)[number];

/** One thing that is to be done to every chosen contact. */
export type BulkEdit =
  | { readonly op: "set"; readonly field: BulkText; readonly value: string }
  | { readonly op: "clear"; readonly field: BulkText | BulkSet }
  | {
      readonly op: "replace";
      readonly field: BulkText;
      /** As it is written, upper and lower case alike; never empty. */
      readonly find: string;
      readonly value: string;
    }
  | { readonly op: "add"; readonly field: BulkSet; readonly value: string }
  | { readonly op: "remove"; readonly field: BulkSet; readonly value: string };

/** What becomes of one contact. `invalid`: it stays as it is, `after` is what could not be stored. */
export type BulkOutcome =
  | {
      readonly kind: "changed";
      readonly before: string;
      readonly after: string;
      readonly patch: ContactPatch;
    }
  | { readonly kind: "unchanged"; readonly before: string }
  | {
      readonly kind: "invalid";
      readonly before: string;
      readonly after: string;
      readonly code: ProblemCode | "not-of-this-type";
    };

/**
 * The patch that an edit of many makes of one contact: the rules are those of the card (`checkField`), and a field
 * that the contact's type does not have stays empty (TYP-4). Sets are shown as their codes in alphabetical order.
 */
export function bulkOutcome(contact: Contact, edit: BulkEdit): BulkOutcome {
  const before = shown(contact, edit.field);
  if (!isFieldOf(contact.type, edit.field)) {
    return edit.op === "set" || edit.op === "add"
      ? { kind: "invalid", before, after: edit.value, code: "not-of-this-type" }
      : { kind: "unchanged", before };
  }
  if (edit.op === "add" || edit.op === "remove")
    return setOutcome(contact, edit, before);
  if (edit.op === "clear") {
    return before === ""
      ? { kind: "unchanged", before }
      : { kind: "changed", before, after: "", patch: { [edit.field]: null } };
  }
  const typed =
    edit.op === "set" ? edit.value : replaced(before, edit.find, edit.value);
  if (typed === before) return { kind: "unchanged", before };
  const { value = "", problem } = checkField(edit.field, typed, contact);
  if (problem?.kind === "error")
    return { kind: "invalid", before, after: typed, code: problem.code };
  if (value === before) return { kind: "unchanged", before };
  const patch = { [edit.field]: value === "" ? null : value };
  return { kind: "changed", before, after: value, patch };
}

function setOutcome(
  contact: Contact,
  edit: Extract<BulkEdit, { op: "add" | "remove" }>,
  before: string,
): BulkOutcome {
  const codes = contact[edit.field] ?? [];
  const has = codes.includes(edit.value);
  if (has === (edit.op === "add")) return { kind: "unchanged", before };
  const next = has
    ? codes.filter((code) => code !== edit.value)
    : [...codes, edit.value];
  const patch = { [edit.field]: next };
  return { kind: "changed", before, after: inOrder(next), patch };
}

function shown(contact: Contact, field: BulkText | BulkSet): string {
  const value = contact[field];
  return Array.isArray(value) ? inOrder(value) : (value ?? "");
}

function inOrder(codes: readonly string[]): string {
  return codes.toSorted().join(", ");
}

/** Every occurrence; `$` and its like stand for themselves. */
function replaced(text: string, find: string, value: string): string {
  if (find === "") return text;
  const pattern = new RegExp(
    find.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"),
    "giu",
  );
  return text.replace(pattern, () => value);
}
