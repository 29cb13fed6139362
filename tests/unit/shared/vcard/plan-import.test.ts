import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { Change } from "../../../../shared/domain/change.ts";
import { Contact } from "../../../../shared/entities/contact.ts";
import type { Note } from "../../../../shared/entities/note.ts";
import type { Setting } from "../../../../shared/entities/setting.ts";
import { entities } from "../../../../shared/entities/registry.ts";
import {
  contactsHere,
  lookupsOf,
} from "../../../../shared/vcard/contacts-here.ts";
import { createImportBatch } from "../../../../shared/vcard/import-batch.ts";
import { nameKey } from "../../../../shared/vcard/name-key.ts";
import { createImportPlan } from "../../../../shared/vcard/plan-import.ts";
import type { ReadContact } from "../../../../shared/vcard/read-contact.ts";
import { readBytes, readText } from "./read-text.ts";

/** What a device holds; `write` is what saving does. */
function device() {
  const contacts = new Map<string, Contact>();
  const notes = new Map<string, Note>();
  let last = 0;
  return {
    contacts,
    notes,
    newId: () =>
      `0190a0a0-0000-7000-8000-${(++last).toString(16).padStart(12, "0")}`,
    write(changes: readonly Change[]) {
      for (const { c, id, after } of changes) {
        if (c === "contacts") {
          if (after) contacts.set(id, Contact.fields.parse(after));
          else contacts.delete(id);
        } else if (c === "notes") {
          if (after) notes.set(id, entities.notes.fields.parse(after));
          else notes.delete(id);
        }
      }
    },
  };
}
type Device = ReturnType<typeof device>;

function cardsIn(text: string): readonly ReadContact[] {
  return readText(text).cards.flatMap((card) =>
    card.kind === "contact" ? [card.contact] : [],
  );
}

function run(
  here: Device,
  cards: readonly ReadContact[],
  setting: Setting | null = null,
) {
  const plan = createImportPlan({
    newId: here.newId,
    setting,
    userSalesperson: "CRO",
    known: "leave",
    today: "2026-03-13",
    wordOf: (use) => use,
    companyCards: new Map(
      cards
        .filter(({ type }) => type === "company")
        .map((card) => [nameKey(card.name), card]),
    ),
  });
  const changes: Change[] = [];
  const verdicts = cards.map((card) => {
    const planned = plan.take(card, contactsHere([...here.contacts.values()]));
    here.write(planned.changes);
    changes.push(...planned.changes);
    return planned.verdict;
  });
  return { verdicts, changes };
}

const named = (here: Device, name: string) =>
  [...here.contacts.values()].find((contact) => contact.name === name);

function vcard(...lines: readonly string[]): string {
  return ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\n");
}

const FIXTURES = path.resolve(import.meta.dirname, "../../../fixtures/vcards");
// Further files of other programs, from a folder outside of this repository.
const MORE = process.env["CARNET_VCARDS"];
const files = [FIXTURES, ...(MORE ? [MORE] : [])].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".vcf"))
    .map((name) => path.join(folder, name)),
);

it.each(files)("a second time nothing of %s is new", (file) => {
  const here = device();
  const cards = readBytes(readFileSync(file)).cards.flatMap((card) =>
    card.kind === "contact" ? [card.contact] : [],
  );
  const { verdicts } = run(here, cards);
  expect(verdicts).toEqual(
    cards.map(() => (MORE ? expect.stringMatching(/^(new|twice)$/) : "new")),
  );
  const again = run(here, cards);
  expect(again.verdicts).toEqual(
    verdicts.map((one) => (one === "new" ? "same" : one)),
  );
  expect(again.changes).toEqual([]);
});

it.each([
  ["Monsieur", "M"],
  ["M.", "M"],
  ["Herr Dr.", "M"],
  ["Sig.ra", "F"],
  ["Mme", "F"],
  ["Ms.", "F"],
  ["Frau und Herr", "UNISEX"],
  ["Dr.", "UNISEX"],
  ["", "UNISEX"],
])(
  "SAL-1: who is called %j is written to by the salutation %s",
  (title, code) => {
    const here = device();
    run(here, cardsIn(vcard(`N:Favre;Zoé;;${title};`, "FN:Zoé Favre")));
    expect(named(here, "Zoé Favre")?.salutation).toBe(code);
  },
);

it("SAL-1: a salutation that the card says, or a company that has its own, counts before the title", () => {
  const here = device();
  const said = ["N:Favre;Zoé;;Mme;", "FN:Zoé Favre", "X-CARNET-SALUTATION:DR"];
  run(here, cardsIn(vcard(...said)));
  expect(named(here, "Zoé Favre")?.salutation).toBe("DR");
  const setting = { id: "s", key: "marketing", defaultPersonSalutation: "DU" };
  const cards = cardsIn(vcard("N:Rey;Luc;;M.;", "FN:Luc Rey"));
  run(here, cards, setting as Setting);
  expect(named(here, "Luc Rey")?.salutation).toBe("DU");
});

it("people join the company of their card: one that is here, or one that is made once", () => {
  const here = device();
  run(here, cardsIn(vcard("KIND:org", "FN:Käserei Gruyère AG")));
  const { verdicts } = run(
    here,
    cardsIn(
      vcard("N:Dürr;Hans", "ORG:Kaserei  GRUYERE AG;Verkauf") +
        vcard("N:Blanc;Zoë", "ORG:Laiterie Neuve") +
        vcard("N:Noir;Luc", "ORG:laiterie neuve"),
    ),
  );
  expect(verdicts).toEqual(["new", "new", "new"]);
  expect(here.contacts.size).toBe(5);
  expect(named(here, "Hans Dürr")).toMatchObject({
    companyName: "Käserei Gruyère AG",
    companyId: named(here, "Käserei Gruyère AG")?.id,
    salesperson: "CRO",
  });
  expect(named(here, "Luc Noir")?.companyId).toBe(
    named(here, "Zoë Blanc")?.companyId,
  );
});

it("an employer that is made of a row has its office; one that is here keeps its own", () => {
  const here = device();
  const at = (name: string, street: string): ReadContact => {
    const [card] = cardsIn(vcard(`N:${name};Zoë`, "ORG:Laiterie Neuve"));
    const office = { address: street, postCode: "1663", city: "Pringy" };
    if (!card) throw new Error("No card");
    return { ...card, fields: { ...card.fields, ...office }, office };
  };
  const rows = [at("Blanc", "Rue 1"), at("Noir", "Quai 2")];
  expect(run(here, rows).verdicts).toEqual(["new", "new"]);
  const company = named(here, "Laiterie Neuve");
  expect(company).toMatchObject({ address: "Rue 1", city: "Pringy" });
  expect(named(here, "Zoë Noir")).toMatchObject({ address: "Quai 2" });
  expect(run(here, rows)).toEqual({ verdicts: ["same", "same"], changes: [] });
});

it("a company's own card counts, also when it comes after its people", () => {
  const here = device();
  const { verdicts } = run(
    here,
    cardsIn(
      vcard("N:Blanc;Zoë", "ORG:Laiterie Neuve") +
        vcard("ORG:Laiterie Neuve", "TEL:026 555 12 12"),
    ),
  );
  expect(verdicts).toEqual(["new", "new"]);
  expect(here.contacts.size).toBe(2);
  // INH-4: the person takes over the number.
  expect(named(here, "Zoë Blanc")?.phone).toBe("026 555 12 12");
});

it("a contact that is here is known by its UID, or by its name with a number or address in common", () => {
  const here = device();
  const first = vcard("N:Dürr;Hans", "UID:u1", "TEL:026 555 12 12");
  run(here, cardsIn(first));
  const verdicts = (text: string) => run(here, cardsIn(text)).verdicts;
  expect(verdicts(first)).toEqual(["same"]);
  expect(verdicts(vcard("N:Dürr;Hans", "UID:u1", "TEL:079 111 22 33"))).toEqual(
    ["different"],
  );
  expect(verdicts(vcard("FN:DURR\\, HANS", "TEL:+41265551212"))).toEqual([
    "different",
  ]);
  expect(verdicts(vcard("N:Dürr;Hans", "TEL:031 111 22 33"))).toEqual(["new"]);
});

const UUID = "4cc59a5f-1d0c-4f3b-9a57-0d3f5d1c2b3a";
const put = (here: Device, contact: Partial<Contact>) => {
  const id = here.newId();
  here.contacts.set(
    id,
    Contact.fields.parse({ type: "person", name: "Somebody", ...contact, id }),
  );
};

it("an id that others may have too is a contact's only with its type, and its name or a number", () => {
  for (const [other, card, verdict] of [
    [
      { type: "company", name: "Fromagerie", externalId: "10001" },
      ["UID:10001"],
      "new",
    ],
    [{ name: "Luc Noir", externalId: "10001" }, ["UID:10001"], "new"],
    [
      { name: "Luc Noir", externalId: "10001", phone: "021 555 12 12" },
      ["UID:10001"],
      "different",
    ],
    [{ name: "Zoë Blanc", externalId: "10001" }, ["UID:10001"], "different"],
    [{ name: "Luc Noir", externalId: UUID }, [`UID:${UUID}`], "different"],
    [
      { name: "Luc Noir", externalId: `${UUID}:ABPerson` },
      [`UID:${UUID}:ABPerson`],
      "different",
    ],
    [
      { type: "company", name: "Fromagerie", externalId: UUID },
      [`UID:${UUID}`],
      "new",
    ],
  ] as const) {
    const here = device();
    put(here, other);
    const text = vcard("N:Blanc;Zoë", "TEL:+41215551212", ...card);
    expect(run(here, cardsIn(text)).verdicts, other.name).toEqual([verdict]);
  }
});

it("contacts of one id are told apart by their names, also the second time", () => {
  const here = device();
  const text =
    vcard("N:Blanc;Zoë", "UID:1") +
    vcard("N:Noir;Luc", "UID:1") +
    vcard("KIND:org", "FN:Garage Rochat", "UID:1");
  expect(run(here, cardsIn(text)).verdicts).toEqual(["new", "new", "new"]);
  expect(run(here, cardsIn(text)).verdicts).toEqual(["same", "same", "same"]);
});

it("an employer is a company, whoever else has the id of its card", () => {
  const here = device();
  put(here, { name: "Luc Noir", externalId: "7" });
  run(
    here,
    cardsIn(vcard("N:Blanc;Zoë", "ORG:Firma") + vcard("ORG:Firma", "UID:7")),
  );
  expect(named(here, "Zoë Blanc")?.companyId).toBe(named(here, "Firma")?.id);
});

it("names made of signs, and those that only signs tell apart, are different names", () => {
  expect(nameKey("★★★")).not.toBe(nameKey("♥"));
  expect(nameKey("C++ SA")).not.toBe(nameKey("C# SA"));
  expect(nameKey("Meier + Partner")).toBe(nameKey("Meier+Partner"));
  expect(nameKey("Müller & Söhne AG")).toBe("muller sohne ag");
  const here = device();
  const { verdicts } = run(
    here,
    cardsIn(
      ["★★★", "♥", "C++ SA", "C# SA"]
        .map((name) => vcard("KIND:org", `FN:${name}`))
        .join(""),
    ),
  );
  expect(verdicts).toEqual(["new", "new", "new", "new"]);
});

it("two companies that each have an id are two, with or without a number; without ids they are one", () => {
  const branch = (uid: string, ...lines: readonly string[]) =>
    vcard("KIND:org", "FN:Coop", uid, ...lines);
  const here = device();
  const text =
    branch("UID:a", "ADR:;;Rue 1;Lausanne;;1000;") +
    branch("UID:b", "TEL:021 555 12 12") +
    branch("X-ID:c", "ADR:;;Rue 2;Fribourg;;1700;");
  expect(run(here, cardsIn(text)).verdicts).toEqual(["new", "new", "twice"]);
  expect(run(here, cardsIn(text)).verdicts).toEqual(["same", "same", "twice"]);
  // A number that the ERP gave is no address book's id.
  put(here, { type: "company", name: "Migros", externalId: "10001" });
  const migros = vcard("KIND:org", "FN:Migros", `UID:${UUID}`);
  expect(run(here, cardsIn(migros)).verdicts).toEqual(["same"]);
});

it("a contact is the same only when its further numbers and addresses are here too", () => {
  const here = device();
  const card = (...more: readonly string[]) =>
    cardsIn(vcard("N:Blanc;Zoë", `UID:${UUID}`, "TEL:021 555 12 12", ...more));
  run(
    here,
    card("TEL;TYPE=home:021 555 13 13", "URL:https://a.ch", "URL:https://b.ch"),
  );
  const verdict = (...more: readonly string[]) =>
    run(here, card(...more)).verdicts[0];
  expect(verdict("TEL;TYPE=home:021 555 13 13")).toBe("same");
  expect(verdict("TEL;TYPE=home:021 555 99 99")).toBe("different");
  expect(verdict("URL:https://a.ch", "URL:https://c.ch")).toBe("different");
});

it("a card's further numbers stay in its order", () => {
  const here = device();
  const numbers = Array.from({ length: 30 }, (_, i) => `021 555 ${1000 + i}`);
  run(here, cardsIn(vcard("N:Blanc;Zoë", ...numbers.map((no) => `TEL:${no}`))));
  const more = Object.entries(named(here, "Zoë Blanc")?.more ?? {});
  expect(
    more.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { value }]) => value),
  ).toEqual(numbers.slice(1));
});

it("the same contact twice in one file is made once; two people of one name are two", () => {
  const here = device();
  const mail = "EMAIL:hd@kaese.example";
  const { verdicts } = run(
    here,
    cardsIn(
      vcard("N:Dürr;Hans", mail) +
        vcard("N:Dürr;Hans", "TITLE:Chef", mail) +
        vcard("N:Dürr;Hans", "EMAIL:other@kaese.example"),
    ),
  );
  expect(verdicts).toEqual(["new", "twice", "new"]);
});

it("what has no field is kept in a note of the contact, and marked as imported", () => {
  const here = device();
  const { changes } = run(
    here,
    cardsIn(vcard("N:Dürr;Hans;;Dr.;", "NICKNAME:Hänsu", "X-SKYPE:durr")),
  );
  const [note] = here.notes.values();
  expect(note).toMatchObject({
    kind: "vcard",
    contactId: named(here, "Hans Dürr")?.id,
    text: "N:Dürr;Hans;;Dr.;\nNICKNAME:Hänsu\nX-SKYPE:durr",
  });
  expect(changes.every(({ origin }) => origin === "imported")).toBe(true);
});

it("a batch holds at most 50 changes, those of one card together", () => {
  const here = device();
  const plan = createImportPlan({
    newId: here.newId,
    setting: null,
    userSalesperson: null,
    known: "leave",
    today: "2026-03-13",
    wordOf: (use) => use,
    companyCards: new Map(),
  });
  const batch = createImportBatch();
  const full: (readonly Change[])[] = [];
  for (let i = 0; i < 60; i++) {
    const text = vcard(`N:Nr${i};A`, `ORG:Firma ${i}`, "X-SKYPE:a");
    for (const card of cardsIn(text)) {
      const group = batch.add(plan.take(card, contactsHere([])).changes);
      if (group) full.push(group);
    }
  }
  full.push(batch.take());
  expect(full.map(({ length }) => length)).toEqual([48, 48, 48, 36]);
});

it("a card as large as cards get stays below what the server takes as one document", () => {
  const here = device();
  const lines = Array.from({ length: 300 }, (_, i) => [
    `TEL;TYPE=HOME:021 555 ${1000 + i}`,
    `ADR;TYPE=HOME:;;${"Rue de la Gare ".repeat(40)}${i};Bulle;;1630;`,
    `X-LONG-${i}:${"ü".repeat(400)}`,
  ]).flat();
  run(
    here,
    cardsIn(
      vcard(
        `N:${"Dürr ".repeat(30)};${"Hans ".repeat(30)}`,
        `NOTE:${"à\\n".repeat(20_000)}`,
        ...lines,
      ),
    ),
  );
  expect(here.contacts.size).toBe(1);
  for (const document of [...here.contacts.values(), ...here.notes.values()])
    expect(JSON.stringify(document).length).toBeLessThan(64 * 1024);
});

it("an employer is asked for once in a file, unless it has a card of its own or what it is called is a card's name", () => {
  const people = cardsIn(
    ["A", "B"]
      .map(
        (name) =>
          `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nORG:Zeta AG\nEND:VCARD\n`,
      )
      .join(""),
  );
  const [first] = people;
  if (!first) throw new Error("There is no card.");
  const facts = {
    ...{ newId: device().newId, setting: null, userSalesperson: null },
    ...{ known: "fill" as const, today: "2026-03-13" },
    wordOf: (use: string) => use,
  } as const;
  const plan = createImportPlan({ ...facts, companyCards: new Map() });
  const none = new Map<string, ReadContact>();
  const { isEmployer } = plan;
  expect(lookupsOf(people, none, isEmployer)).toMatchObject({
    names: ["a", "b", "zeta ag"],
    withPeople: false,
  });
  plan.take(first, contactsHere([]));
  expect(lookupsOf(people, none, isEmployer).names).toEqual(["a", "b"]);
  const company = { ...first, type: "company", name: "Zeta AG" } as const;
  expect(lookupsOf([company], none, isEmployer)).toMatchObject({
    names: ["zeta ag"],
    withPeople: true,
  });
  const cards = new Map([["zeta ag", company]]);
  const other = createImportPlan({ ...facts, companyCards: cards });
  other.take(first, contactsHere([]));
  expect(lookupsOf(people, cards, other.isEmployer).names).toContain("zeta ag");
});
