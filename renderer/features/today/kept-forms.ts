import type { Draft } from "../../../shared/entities/draft.ts";

/** A form that waits for its end, and what opens it again. */
export interface KeptForm {
  readonly id: string;
  readonly kind: "visit" | "card" | "company" | "person" | "independent";
  /** Of a visit or a card the contact, of a new person the company. */
  readonly contactId: string | undefined;
  /** Whom it is about, as far as it was typed; empty = nobody yet. */
  readonly name: string;
  readonly savedAt: string;
}

const CREATED = ["company", "person", "independent"] as const;

/**
 * The half-typed forms among the drafts, newest first. What is no such form, or can no longer be opened, is left out:
 * a card whose contact is gone, a dialog kept by a version that did not say which one it was.
 *
 * @param names of contacts, by id
 */
export function keptForms(
  drafts: readonly Draft[],
  names: ReadonlyMap<string, string>,
): readonly KeptForm[] {
  return drafts
    .flatMap((draft) => keptForm(draft, names) ?? [])
    .sort(newestFirst);
}

function newestFirst(a: KeptForm, b: KeptForm): number {
  if (a.savedAt !== b.savedAt) return a.savedAt < b.savedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function keptForm(
  { id, form, contactId, value, savedAt }: Draft,
  names: ReadonlyMap<string, string>,
): KeptForm | null {
  const name = names.get(contactId ?? "") ?? "";
  switch (form) {
    case "visit":
      return { id, kind: "visit", contactId, name, savedAt };
    case "card":
      return name === ""
        ? null
        : { id, kind: "card", contactId, name, savedAt };
    case "create": {
      const { kind, at, values } = rowOf(value);
      const created = CREATED.find((one) => one === kind);
      if (!created || typeof at !== "string") return null;
      const company = at === "" ? undefined : at;
      const typed = typedName(rowOf(values));
      return { id, kind: created, contactId: company, name: typed, savedAt };
    }
    default:
      return null;
  }
}

function typedName(values: Readonly<Record<string, unknown>>): string {
  return ["name", "firstName", "surname"]
    .map((field) => values[field])
    .filter((text) => typeof text === "string")
    .join(" ")
    .trim();
}

function rowOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
