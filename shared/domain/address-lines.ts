import type { Contact } from "../entities/contact.ts";

/** Post codes of these countries stand before the town, and those of others behind it (Universal Postal Union, S42). */
const BEHIND = new Set(["US", "GB", "CA", "AU", "IE", "NZ", "IN"]);

/**
 * The address as the post wants it, without empty lines: company, person, street, box, post code and town, and the country
 * in capitals when it is another one.
 *
 * @param countryName in the language of the country of origin
 */
export function addressLines(
  contact: Contact,
  home: string,
  countryName: (code: string) => string,
): readonly string[] {
  const { name, name2, companyName, address, address2, city, county } = contact;
  const { postCode = "", country = home } = contact;
  const isPerson = contact.type === "person";
  const town = BEHIND.has(country)
    ? [[city, county].filter(Boolean).join(", "), postCode]
    : [postCode, city];
  return [
    isPerson ? companyName : name,
    isPerson ? name : name2,
    address,
    address2,
    town.filter(Boolean).join(" "),
    country === home ? "" : countryName(country).toUpperCase(),
  ].flatMap((line) => {
    const text = line?.trim() ?? "";
    return text === "" ? [] : [text];
  });
}
