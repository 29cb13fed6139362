import type { Contact } from "../entities/contact.ts";
import { languageCodeOf } from "../directory/language-code.ts";
import {
  lookupCity,
  lookupPostCode,
  type Locality,
} from "../directory/post-codes.ts";
import { withValue } from "./with-value.ts";

type Place = Pick<Contact, "postCode" | "city" | "county" | "country">;
type Field = keyof Contact;

/**
 * LOC-3: what the official directory adds to a typed post code or city: the other one, the canton, the country and the
 * language, each only where the contact has none, or still has what the old post code had given.
 *
 * `typed` names the members that the person has just written, an emptied one included: they are never touched. Where
 * a post code has several localities the main one is taken; where a city has several post codes none is, the person
 * chooses. A town that the directory knows, but not at the post code just typed, goes with its canton: it belonged to
 * the code that was corrected. A name of the person's own ("Bulle-Centre") stays.
 */
export function withLocality(
  contact: Contact,
  before: Place,
  typed: ReadonlySet<Field>,
): Contact {
  if (!typed.has("postCode") && !typed.has("city")) return contact;
  if (!isSwissPlace(contact)) return contact;
  const old = localityOf(before);
  const locality = wantedLocality(contact, typed);
  if (!locality) return contact;
  const fill = (
    target: Contact,
    field: "postCode" | "city" | "county",
    given: string | undefined,
    stale: string | undefined,
  ): Contact => {
    const free = target[field] === undefined || target[field] === stale;
    return free && !typed.has(field) ? withValue(target, field, given) : target;
  };
  const stale = typed.has("postCode") && isElsewhere(contact) ? contact : null;
  let filled = fill(contact, "postCode", locality.postCode, old?.postCode);
  filled = fill(filled, "city", locality.city, stale?.city ?? old?.city);
  filled = fill(
    filled,
    "county",
    locality.canton,
    stale?.county ?? old?.canton,
  );
  if (filled.country === undefined && !typed.has("country")) {
    filled = withValue(filled, "country", locality.country);
  }
  return filled;
}

/** The language spoken at the contact's address, as an ERP code (`FRS`), if the directory knows one. */
export function languageAt(place: Place): string | undefined {
  if (!isSwissPlace(place)) return undefined;
  const language = localityOf(place)?.language;
  return language && languageCodeOf(language);
}

/**
 * domain.md §2.2: a new country takes away a post code, city and canton that the directory knows to be Swiss. Typed
 * members stay.
 */
export function withCountry(
  contact: Contact,
  before: Place,
  typed: ReadonlySet<Field>,
): Contact {
  const left = isSwissPlace(before) && !isSwissPlace(contact);
  if (!left || localityOf(before) === undefined) return contact;
  return (["postCode", "city", "county"] as const).reduce(
    (moved, field) =>
      typed.has(field) ? moved : withValue(moved, field, undefined),
    contact,
  );
}

function isSwissPlace(place: Place): boolean {
  return (
    place.country === undefined ||
    place.country === "CH" ||
    place.country === "LI"
  );
}

/** The directory's entry for an address as it stands: post code and city must agree where both are there. */
function localityOf(place: Place): Locality | undefined {
  if (place.postCode === undefined) return undefined;
  const localities = lookupPostCode(place.postCode);
  return place.city === undefined
    ? localities[0]
    : localities.find((locality) => locality.city === place.city);
}

/** The town is a known one, and not one of the post code's. */
function isElsewhere({ postCode, city }: Place): boolean {
  if (postCode === undefined || city === undefined) return false;
  if (lookupPostCode(postCode).some((place) => place.city === city)) {
    return false;
  }
  return lookupCity(city, 50).some((place) => place.city === city);
}

/** What was typed, looked up: a post code with the contact's city or its main one; a city if it can only be one place. */
function wantedLocality(
  { postCode, city }: Contact,
  typed: ReadonlySet<Field>,
): Locality | undefined {
  if (typed.has("postCode") && postCode !== undefined) {
    const localities = lookupPostCode(postCode);
    return localities.find((place) => place.city === city) ?? localities[0];
  }
  if (city === undefined || !typed.has("city")) return undefined;
  const named = lookupCity(city, 50).filter(
    (place) => place.city.toLowerCase() === city.toLowerCase(),
  );
  const here = named.find((place) => place.postCode === postCode);
  return here ?? (named.length === 1 ? named[0] : undefined);
}
