import {
  createCompany,
  createPerson,
  type CreateFacts,
} from "../../../shared/domain/create-contact.ts";
import {
  joinName,
  splitName,
  type NameParts,
} from "../../../shared/domain/contact-name.ts";
import {
  checkField,
  type ContactPatch,
  type FieldProblem,
} from "../../../shared/domain/field-check.ts";
import { requestChange } from "../../../shared/domain/account-request.ts";
import {
  addRelation,
  linkCodesOf,
} from "../../../shared/domain/business-relations.ts";
import type { Change } from "../../../shared/domain/change.ts";
import { phoneE164 } from "../../../shared/domain/phone.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { requestOf, type RequestFacts } from "./create-request.ts";

export type CreateKind = "company" | "person" | "independent";

/** What a creation form may ask for. */
export type CreateField =
  | "name"
  | "firstName"
  | "surname"
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
  | "vatNo"
  | "country"
  | "salutation"
  /** Code of a business relation; one that needs a linked record asks for it. */
  | "relation";

/** Texts as typed, by field. */
export type CreateValues = { readonly [F in CreateField]?: string };

const NAME_MAX = 100;

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

export type CreateProblem =
  | FieldProblem
  | {
      readonly kind: "warning";
      readonly code: "phone-impossible";
      readonly max?: undefined;
    };

/** What is wrong with the typed texts, by field; warnings included. */
export function problemsOf(
  kind: CreateKind,
  values: CreateValues,
): ReadonlyMap<CreateField, CreateProblem> {
  const type = kind === "company" ? "company" : "person";
  const problems = new Map<CreateField, CreateProblem>();
  const { relation: _, ...own } = values;
  for (const [field, text] of Object.entries(own)) {
    const name = field as Exclude<CreateField, "relation">;
    const { problem } = checkField(name, text, { ...own, type });
    const isPhone = name === "phone" || name === "mobile";
    if (problem) problems.set(name, problem);
    else if (isPhone && text.trim() !== "" && !isWhole(text, values))
      problems.set(name, { kind: "warning", code: "phone-impossible" });
  }
  const [first] = nameFields(kind);
  if (nameOf(kind, values) === "") {
    problems.set(first, { kind: "error", code: "required" });
  } else if (type === "person" && nameOf(kind, values).length > NAME_MAX) {
    problems.set(first, { kind: "error", code: "too-long", max: NAME_MAX });
  }
  return problems;
}

function isWhole(phone: string, { country }: CreateValues): boolean {
  return phoneE164(phone, country || undefined) !== null;
}

/** What asks for the name: a company has one, a person two parts. */
export function nameFields(
  kind: CreateKind,
): readonly [CreateField, ...CreateField[]] {
  return kind === "company" ? ["name"] : ["firstName", "surname"];
}

function nameOf(kind: CreateKind, values: CreateValues): string {
  return kind === "company"
    ? (values.name ?? "").trim()
    : joinName({ firstName: values.firstName, surname: values.surname });
}

/** A name given from outside, in the fields that ask for it; of a person the last word is the surname. */
export function startValues(kind: CreateKind, name: string): CreateValues {
  if (name.trim() === "") return {};
  if (kind === "company") return { name };
  const words = name.trim().split(/\s+/);
  const surname = words.length > 1 ? (words.pop() ?? "") : "";
  return { firstName: words.join(" "), surname };
}

/** What there is of the contact so far, as others are compared with it; its id is nobody's. */
export function draftContact(
  kind: CreateKind,
  values: CreateValues,
  company: Contact | null,
): Readonly<Record<string, string>> {
  const { relation: _, salutation: __, ...said } = values;
  const typed = Object.entries(said).map(
    ([field, text]) => [field, text.trim()] as const,
  );
  return {
    ...Object.fromEntries(typed.filter(([, text]) => text !== "")),
    id: "draft",
    type: kind === "company" ? "company" : "person",
    name: nameOf(kind, values),
    ...(company ? { companyId: company.id, companyName: company.name } : {}),
  };
}

/** Without the address that a person takes over from the company. */
export function withoutPlace(values: CreateValues): CreateValues {
  const {
    address: _,
    postCode: __,
    city: ___,
    country: ____,
    ...rest
  } = values;
  return rest;
}

/** True once something was typed that would be a loss. */
export function isWorthKeeping(values: CreateValues): boolean {
  return Object.values(values).some((text) => text.trim() !== "");
}

/** What the dialog keeps as a draft: the texts, and the company chosen for a person. */
export interface CreateDraft {
  readonly values: CreateValues;
  readonly companyId: string | null;
}

/** A stored draft, or null when it is not one of this form; whatever is not a text is left out. */
export function readCreateDraft(value: unknown): CreateDraft | null {
  const { values, companyId } = rowOf(value);
  const texts = Object.entries(rowOf(values)).filter(
    ([, text]) => typeof text === "string",
  );
  return texts.length === 0
    ? null
    : {
        values: Object.fromEntries(texts),
        companyId: typeof companyId === "string" ? companyId : null,
      };
}

function rowOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** What becomes of a whole name that was typed as the first name (NAM-1); null when it was not. */
export function splitFirstName(
  kind: CreateKind,
  { firstName = "", surname = "" }: CreateValues,
): NameParts | null {
  const isWhole = surname.trim() === "" && /\S\s+\S/.test(firstName);
  return kind !== "company" && isWhole ? splitName(firstName) : null;
}

/** NAM-1: a whole name in the first of two fields is a name to be split. */
function wholeName(kind: CreateKind, values: CreateValues): CreateValues {
  if (splitFirstName(kind, values) === null) return values;
  const { firstName = "", surname: _, ...rest } = values;
  return { ...rest, name: firstName };
}

/** The changes that create the contact; null when the rules refuse it as a whole. */
export function createChanges(
  kind: CreateKind,
  facts: CreateFacts & RequestFacts,
  values: CreateValues,
): readonly Change[] | null {
  const { relation = "", ...own } = wholeName(kind, values);
  const draft: ContactPatch = Object.fromEntries(
    Object.entries(own).filter(([, text]) => text.trim() !== ""),
  );
  const created =
    kind === "company"
      ? createCompany(facts, draft)
      : createPerson(facts, draft);
  if (!created.ok) return null;
  const [change] = created.value;
  if (relation === "" || change?.c !== "contacts" || !change.after)
    return created.value;
  const { after: contact } = change;
  const request = requestOf(contact.type, facts, relation);
  if (request) {
    return [
      ...created.value,
      requestChange(facts.newId(), request, contact, contact),
    ];
  }
  const linkCodes = linkCodesOf(facts.setting);
  const related = addRelation(contact, relation, linkCodes);
  // A person of a company has the company's relations: what was chosen before the company was is left out.
  const after = related.ok ? related.value[0]?.after : null;
  return after ? [{ ...change, after } as Change] : created.value;
}
