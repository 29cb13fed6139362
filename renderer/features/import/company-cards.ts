import { nameKey } from "../../../shared/vcard/name-key.ts";
import { photoProblemOf } from "../../../shared/vcard/photo.ts";
import type { ReadContact } from "../../../shared/vcard/read-contact.ts";
import type { CardOfFile } from "./read-file.ts";

/** Company cards that are remembered for the people before them; a file with more of them is a directory. */
const COMPANY_CARDS_MAX = 20_000;

export function rememberCompany(
  card: Extract<CardOfFile, { kind: "contact" }>,
  into: Map<string, ReadContact>,
): void {
  if (card.contact.type !== "company") return;
  const key = nameKey(card.contact.name);
  if (into.size < COMPANY_CARDS_MAX && !into.has(key))
    into.set(key, card.contact);
}

/** One of whose people a card has been read already. */
export function isCompanyWithPicture(
  { contact, photo }: Extract<CardOfFile, { kind: "contact" }>,
  employers: ReadonlySet<string>,
): boolean {
  return (
    contact.type === "company" &&
    contact.hasPhoto &&
    photoProblemOf(photo) === null &&
    employers.has(nameKey(contact.name))
  );
}
