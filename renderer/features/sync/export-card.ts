import type { Contact } from "../../../shared/entities/contact.ts";
import { writeCard } from "../../../shared/vcard/write-card.ts";
import type { OutboxLine } from "./outbox-lines.ts";

/**
 * What was typed about contacts as vCards, for a telephone or another program; null where nothing is a contact's. Of a
 * known contact only what changed is there, under its name.
 */
export function exportCard(
  lines: readonly OutboxLine[],
  nameOf: (line: OutboxLine) => string | null,
): string | null {
  const cards = lines.flatMap((line) => {
    const name = line.name ?? nameOf(line);
    if (line.c !== "contacts" || line.state === "deleted" || name === null)
      return [];
    const typed = line.fields.filter(
      ({ path, now }) => now !== null && !path.includes("/"),
    );
    const values = Object.fromEntries(
      typed.map(({ path, now }) => [path, now]),
    );
    const contact = { type: "person", ...values, name, id: line.id } as Contact;
    return [writeCard(contact, "4.0")];
  });
  return cards.length === 0 ? null : cards.join("");
}
