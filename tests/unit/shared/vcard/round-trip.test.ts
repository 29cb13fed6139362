import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { newIdFrom } from "../../../../shared/domain/new-id.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { contactsHere } from "../../../../shared/vcard/contacts-here.ts";
import { createImportPlan } from "../../../../shared/vcard/plan-import.ts";
import type { ReadContact } from "../../../../shared/vcard/read-contact.ts";
import { writeCard } from "../../../../shared/vcard/write-card.ts";
import { readBytes } from "./read-text.ts";

const FIXTURES = path.resolve(import.meta.dirname, "../../../fixtures/vcards");
// Further files of other programs, from a folder outside of this repository.
const MORE = process.env["CARNET_VCARDS"];

const files = [FIXTURES, ...(MORE ? [MORE] : [])].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".vcf"))
    .map((name) => [name, path.join(folder, name)] as const),
);

function cardsIn(bytes: Uint8Array): readonly ReadContact[] {
  return readBytes(bytes).cards.flatMap((card) =>
    card.kind === "contact" ? [card.contact] : [],
  );
}

/** The contact that a card becomes, and the notes beside it. */
function imported(card: ReadContact): {
  contact: Contact;
  kept: readonly string[];
} {
  let last = 0;
  const plan = createImportPlan({
    newId: newIdFrom(
      { now: () => 1_773_400_000_000 },
      { bytes: (n) => new Uint8Array(n).fill(++last) },
    ),
    ...{ setting: null, userSalesperson: null, companyCards: new Map() },
    ...{ known: "leave", today: "2026-03-13", wordOf: (use) => use },
  });
  const { changes, contactId } = plan.take(card, contactsHere([]));
  const contact = changes.find(({ id }) => id === contactId)?.after;
  const kept = changes.flatMap((change) =>
    change.c === "notes" && change.after?.contactId === contactId
      ? [change.after.text ?? ""]
      : [],
  );
  return { contact: contact as Contact, kept };
}

/** What a person would miss: everything but ids and what is worked out anew. */
function said(card: ReadContact) {
  const {
    externalId: _id,
    problems: _problems,
    hasPhoto,
    kept,
    ...rest
  } = card;
  const further = card.further
    .map(({ kind, value }) => `${kind}/${value}`)
    .toSorted();
  return {
    ...rest,
    further,
    hasPhoto: hasPhoto && false,
    kept: kept.toSorted(),
  };
}

/** What the files of programs hold and the fixtures do not. */
const CARDS = [
  [
    "an address with a word of one's own, before it one of home",
    "N:Dartmouth;Greg\nADR;TYPE=HOME:;;123 Home St;;;;\nitem2.ADR:;;321 Custom St;Custom City;TX;98765;USA\nitem2.X-ABLabel:Chalet",
  ],
  [
    "a name to be shown that has half of the name's words",
    "FN:Johann Doe\nN:Doe;John",
  ],
  [
    "a name in one text, written otherwise than it is to be shown",
    "FN:Dirk\nN:dirk",
  ],
  [
    "the family first, and another name to be shown",
    "FN:The Boss\nN:Dürr\\, Hans",
  ],
  ["a country and no more of an address", "N:Mylka;Antoni\nADR:;;;;;;Poland"],
  [
    "another name to be shown, and titles",
    "FN:Display Name\nN:Name;First;;Dr.",
  ],
] as const;

function vcard(lines: string): Uint8Array {
  const text = `BEGIN:VCARD\nVERSION:3.0\n${lines}\nEND:VCARD\n`;
  return new TextEncoder().encode(text);
}

describe("what an import has read is written as vCard 4.0 and read again", () => {
  test.each([
    ...files.map(([name, file]) => [name, () => readFileSync(file)] as const),
    ...CARDS.map(([name, lines]) => [name, () => vcard(lines)] as const),
  ])("%s", (_name, bytesOf) => {
    const cards = cardsIn(bytesOf());
    expect(MORE ?? cards.length).not.toBe(0);
    for (const card of cards) {
      const { contact, kept } = imported(card);
      const text = writeCard(contact, "4.0", { kept });
      const [again] = cardsIn(new TextEncoder().encode(text));
      if (!again) throw new Error(text);
      const written = imported(again);
      // Defaults of the set-up (country, language) are said by our own card, and not by theirs.
      expect({ ...said(again), fields: {} }, text).toEqual({
        ...said(card),
        fields: {},
      });
      const { id: _id, externalId: _uid, more: _more, ...fields } = contact;
      expect(written.contact).toMatchObject({
        ...fields,
        ...(contact.companyId && { companyId: written.contact.companyId }),
      });
    }
  });
});

test("a name that was edited since is not hidden behind the one that came with it", () => {
  const [card] = cardsIn(vcard("FN:Johann Doe\nN:Doe;John"));
  if (!card) throw new Error("There is no card.");
  const { contact, kept } = imported(card);
  const edited = { ...contact, surname: "Miller", name: "John Miller" };
  const text = writeCard(edited, "4.0", { kept });
  expect(text).toContain("FN:John Miller");
  expect(text).not.toContain("Doe");
});
