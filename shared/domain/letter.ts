import type { CalendarDay } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import type { Code } from "../entities/code.ts";
import type { Contact } from "../entities/contact.ts";
import { addressLines } from "./address-lines.ts";
import { addressOn } from "./alt-address.ts";
import {
  greeting,
  type Formality,
  type GreetingRefusal,
} from "./salutation.ts";

/** On which side the window of the envelope is: in Switzerland mostly on the right. */
export const WINDOW_SIDES = ["right", "left"] as const;
export type WindowSide = (typeof WINDOW_SIDES)[number];

/**
 * Where things stand on a letter, in millimetres from the upper left corner of an A4 page. The address is small enough to be
 * seen whole in a window of 100 × 45 mm wherever the folded sheet slides to in a C5 or C5/6 envelope.
 */
export const LETTER = {
  page: { width: 210, height: 297 },
  margin: { left: 25, right: 20, top: 20, bottom: 20 },
  address: {
    ...{ top: 52, height: 27 },
    width: { right: 80, left: 70 },
    left: { right: 118, left: 22 },
  },
  sender: {
    ...{ top: 20, width: 80, height: 28 },
    left: { right: 25, left: 118 },
  },
  /** The first line below address and date. */
  body: { top: 100 },
} as const;

export interface Letter {
  readonly address: readonly string[];
  readonly greeting: string;
}

export type LetterRefusal =
  | GreetingRefusal
  | { readonly kind: "no-address" }
  /** PRV-1: nothing new may be begun with them. */
  | { readonly kind: "privacy-blocked" };

/** A letter to a contact on a day: the address that is valid then (ALT-1), and how it begins (SAL-1). */
export function letterTo(
  contact: Contact,
  how: {
    readonly day: CalendarDay;
    /** Codes of kind `salutationFormula`. */
    readonly formulas: readonly Code[];
    readonly formality: Formality;
    readonly home: string;
    readonly countryName: (code: string) => string;
  },
): Result<Letter, LetterRefusal> {
  if (contact.privacyBlocked) return refuse({ kind: "privacy-blocked" });
  const addressed = addressedOn(contact, how.day);
  if (!addressed.city && !addressed.postCode)
    return refuse({ kind: "no-address" });
  const begins = greeting(contact, how.formulas, how.formality);
  if (!begins.ok) return begins;
  const address = addressLines(addressed, how.home, how.countryName);
  return ok({ address, greeting: begins.value });
}

/** The contact with the address that is valid on a day as its address, as a whole. */
export function addressedOn(contact: Contact, day: CalendarDay): Contact {
  const other = addressOn(contact, day);
  if (!other) return contact;
  const {
    address: _street,
    address2: _box,
    postCode: _code,
    city: _town,
    county: _canton,
    country: _land,
    companyName: _employer,
    ...rest
  } = contact;
  const { address, address2, postCode, city, county, country } = other;
  const { companyName, companyName2 } = other;
  const isCompany = contact.type === "company";
  return {
    ...rest,
    ...(isCompany && companyName ? { name: companyName } : {}),
    ...(isCompany && companyName2 ? { name2: companyName2 } : {}),
    ...(!isCompany && companyName ? { companyName } : {}),
    ...present({ address, address2, postCode, city, county, country }),
  };
}

function present(
  members: Readonly<Record<string, string | undefined>>,
): Partial<Contact> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  );
}

const LOCALES: Readonly<Record<string, string>> = {
  DES: "de-CH",
  DEU: "de-DE",
  FRS: "fr-CH",
  FRA: "fr-FR",
  ITS: "it-CH",
  ITA: "it-IT",
  RMC: "rm-CH",
  ENG: "en-GB",
  ENU: "en-US",
};

/** The day as it stands on a letter in the recipient's language. */
export function letterDay(
  day: CalendarDay,
  language: string | undefined,
  screen: string,
): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Intl.DateTimeFormat(LOCALES[language ?? ""] ?? screen, {
    ...{ day: "numeric", month: "long", year: "numeric" },
    timeZone: "UTC",
  }).format(new Date(Date.UTC(year, month - 1, date)));
}
