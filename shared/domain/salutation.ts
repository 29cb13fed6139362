import { ok, refuse, type Result } from "../core/result.ts";
import type { Code, SalutationPart } from "../entities/code.ts";
import type { Contact } from "../entities/contact.ts";

export type Formality = NonNullable<Code["formality"]>;

/** SAL-1: why there is no greeting; never an empty letter. */
export type GreetingRefusal =
  | { readonly kind: "no-salutation" }
  | { readonly kind: "no-language"; readonly salutation: string }
  | {
      readonly kind: "no-formula";
      readonly salutation: string;
      readonly language: string;
    };

/** By what a formula is known in its list, 20 characters at most: `F/DES/F`, `F/DES/I`. */
export function formulaCode(
  salutation: string,
  language: string,
  formality: Formality,
): string {
  const mark = formality === "formal" ? "F" : "I";
  return `${salutation}/${language}`.slice(0, 18) + `/${mark}`;
}

/**
 * SAL-1: how the contact is addressed in a letter, by the formula of its salutation, its language and the formality.
 * SAL-2: an empty part of the name goes with its following blank, and no blank is left before a comma.
 *
 * @param formulas codes of kind `salutationFormula`, inactive ones left out
 */
export function greeting(
  contact: Contact,
  formulas: readonly Code[],
  formality: Formality,
): Result<string, GreetingRefusal> {
  const { salutation, language } = contact;
  if (salutation === undefined) return refuse({ kind: "no-salutation" });
  if (language === undefined)
    return refuse({ kind: "no-language", salutation });
  const formula = formulas.find(
    (one) =>
      one.salutation === salutation &&
      one.language === language &&
      one.formality === formality,
  );
  return formula
    ? ok(filled(formula, contact))
    : refuse({ kind: "no-formula", salutation, language });
}

function filled({ description, parts = [] }: Code, contact: Contact): string {
  return description
    .replace(/%([1-5])( ?)/g, (_, digit: string, blank: string) => {
      const value = partOf(contact, parts[Number(digit) - 1]);
      return value === "" ? "" : value + blank;
    })
    .replace(/\s+,/g, ",")
    .trim();
}

function partOf(contact: Contact, part: SalutationPart | undefined): string {
  if (part === undefined) return "";
  return part === "companyName" && contact.type === "company"
    ? contact.name
    : (contact[part] ?? "");
}
