import { fold } from "../core/fold.ts";
import { phoneForms, phoneQuery } from "./phone-digits.ts";

/** As much of a company as its name is looked up by. */
export interface NamedCompany {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly city: string;
  readonly postCode: string;
  readonly phone: string;
}

/**
 * NAM-5: which company a typed text means: the one with this number, else of this name, else the one whose number or
 * name begins with it, else that has it anywhere in number, name, city, phone or post code; case and accents aside. Null
 * when the first of these that finds any finds several, or none does: then the person must choose.
 */
export function findCompany<T extends NamedCompany>(
  typed: string,
  companies: readonly T[],
): T | null {
  const text = fold(typed.trim());
  if (text === "") return null;
  const digits = phoneQuery(typed);
  const steps: readonly ((one: T) => boolean)[] = [
    ({ no }) => fold(no) === text,
    ({ name }) => fold(name) === text,
    ({ no, name }) => fold(no).startsWith(text) || fold(name).startsWith(text),
    (one) =>
      [one.no, one.name, one.city, one.postCode].some((value) =>
        fold(value).includes(text),
      ) ||
      (digits !== null && phoneForms(one.phone).includes(digits)),
  ];
  for (const step of steps) {
    const found = companies.filter(step);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}
