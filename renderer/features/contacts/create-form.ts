import {
  createCompany,
  createPerson,
  type CreateFacts,
} from "../../../shared/domain/create-contact.ts";
import {
  checkField,
  type ContactPatch,
  type FieldProblem,
} from "../../../shared/domain/field-check.ts";
import type { Change } from "../../../shared/domain/change.ts";
import type { Contact } from "../../../shared/entities/contact.ts";

export type CreateKind = "company" | "person" | "independent";

/** What a creation form may ask for. */
export type CreateField =
  | "name"
  | "name2"
  | "initials"
  | "jobTitle"
  | "address"
  | "postCode"
  | "city"
  | "phone"
  | "mobile"
  | "email"
  | "homePage"
  | "vatNo";

/** Texts as typed, by field. */
export type CreateValues = { readonly [F in CreateField]?: string };

const fields: Readonly<
  Record<
    CreateKind,
    {
      readonly first: readonly CreateField[];
      readonly more: readonly CreateField[];
    }
  >
> = {
  company: {
    first: ["phone", "email"],
    more: ["homePage", "vatNo", "mobile", "name2"],
  },
  person: {
    first: ["jobTitle", "mobile", "email"],
    more: ["phone", "initials"],
  },
  independent: {
    first: ["jobTitle", "phone", "mobile", "email"],
    more: ["homePage"],
  },
};

/** The fields of a creation form besides name and place: those at once, those after "More fields". */
export function createFields(kind: CreateKind) {
  return fields[kind];
}

/** What is wrong with the typed texts, by field; warnings included. */
export function problemsOf(
  kind: CreateKind,
  values: CreateValues,
): ReadonlyMap<CreateField, FieldProblem> {
  const type = kind === "company" ? "company" : "person";
  const problems = new Map<CreateField, FieldProblem>();
  for (const [field, text] of Object.entries(values)) {
    const name = field as CreateField;
    const { problem } = checkField(name, text, { ...values, type });
    if (problem) problems.set(name, problem);
  }
  if ((values.name ?? "").trim() === "") {
    problems.set("name", { kind: "error", code: "required" });
  }
  return problems;
}

/** The changes that create the contact; null when the rules refuse it as a whole. */
export function createChanges(
  kind: CreateKind,
  facts: CreateFacts & { readonly company: Contact | null },
  values: CreateValues,
): readonly Change[] | null {
  const draft: ContactPatch = Object.fromEntries(
    Object.entries(values).filter(([, text]) => text.trim() !== ""),
  );
  const created =
    kind === "company"
      ? createCompany(facts, draft)
      : createPerson(facts, draft);
  return created.ok ? created.value : null;
}
