import { partsOf, textOf } from "./card.ts";
import type { CardGleaner, Channel } from "./card-gleaner.ts";
import { countryCode } from "./country-code.ts";
import { oneLine } from "./one-line.ts";

interface CardAddress {
  readonly lines: readonly string[];
  readonly city: string;
  readonly county: string;
  readonly postCode: string;
  readonly country: string;
}

/** ADR: the first (preferred before business before private) into the fields, the others among the further ones. */
export function takeAddresses(gleaner: CardGleaner): void {
  const [main, ...others] = gleaner
    .channels("ADR")
    .filter(({ property }) => partsOf(property).some((part) => part.trim()));
  if (main) takeMain(gleaner, main);
  for (const channel of others) {
    gleaner.addFurther(channel, "address", inOneLine(read(channel)));
  }
}

function takeMain(gleaner: CardGleaner, channel: Channel): void {
  const address = read(channel);
  const country = countryOf(gleaner, channel, address);
  // First: it decides what a post code may be.
  if (country !== null) gleaner.put("country", country);
  const [first = "", ...rest] = address.lines;
  const taken = [
    gleaner.put("address", first),
    gleaner.put("address2", rest.join(", ")),
    gleaner.put("postCode", address.postCode),
    gleaner.put("city", address.city),
    gleaner.put("county", address.county),
    country !== null || address.country === "",
  ];
  if (taken.every(Boolean)) gleaner.taken(channel.property);
  else gleaner.addFurther(channel, "address", inOneLine(address));
}

/** Post office box, extension and street are one block; a street of several lines keeps their order. */
function read({ property }: Channel): CardAddress {
  const [
    box = "",
    extra = "",
    street = "",
    city = "",
    county = "",
    postCode = "",
    country = "",
  ] = partsOf(property);
  const lines = [...linesOf(street), ...linesOf(extra), ...linesOf(box)];
  const last = lines.at(-1) ?? "";
  // Programs that keep an address as one text put the country under it.
  const below = !country.trim() && last.length > 3 && countryCode(last);
  return {
    lines: below ? lines.slice(0, -1) : lines,
    city: oneLine(city),
    county: oneLine(county),
    postCode: oneLine(postCode),
    country: below ? last : oneLine(country),
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim().replace(/,$/, ""))
    .filter((line) => line !== "");
}

/** By its name; Apple writes the code beside the address (X-ABADR). */
function countryOf(
  gleaner: CardGleaner,
  { property }: Channel,
  address: CardAddress,
): string | null {
  if (address.country !== "") return countryCode(address.country);
  const beside = gleaner
    .all("X-ABADR")
    .find(({ group }) => group !== "" && group === property.group);
  const code = beside ? textOf(beside).trim() : "";
  return /^[a-z]{2}$/i.test(code) ? countryCode(code) : null;
}

function inOneLine(address: CardAddress): string {
  return [
    ...address.lines,
    `${address.postCode} ${address.city}`.trim(),
    address.county,
    address.country,
  ]
    .filter((part) => part !== "")
    .join(", ");
}
