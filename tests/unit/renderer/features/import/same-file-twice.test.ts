import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { inheritFlagsOf } from "../../../../../shared/domain/inheritance.ts";
import { mergeContacts } from "../../../../../shared/domain/merge/merge-contacts.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";
import { desk } from "./import-desk.ts";

const FIXTURES = path.resolve(
  import.meta.dirname,
  "../../../../fixtures/vcards",
);
// Further files of other programs, from a folder outside of this repository.
const MORE = process.env["CARNET_VCARDS"];
const files = [FIXTURES, ...(MORE ? [MORE] : [])].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(vcf|csv)$/.test(name))
    .map((name) => [name, path.join(folder, name)] as const),
);

/** Some of each program's own headings, with what makes a second time hard: several numbers, companies, days. */
const TABLES = [
  [
    "outlook-de.csv",
    `"Anrede","Vorname","Nachname","Firma","Straße geschäftlich","Postleitzahl geschäftlich","Ort geschäftlich","Telefon geschäftlich","Telefon (privat)","E-Mail-Adresse","Geburtstag","Notizen"\r\n"Herr","Jürg","Müller","Käserei AG","Dorfplatz 3","3550","Langnau","034 555 44 00","034 555 44 01","j@kaese.example","22.3.1980","Zeile 1\nZeile 2"\r\n`,
  ],
  [
    "google.csv",
    `Name,Given Name,Family Name,Organization 1 - Name,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\nZoé Dürr,Zoé,Dürr,Cave SA,z@a.example ::: y@a.example,w@a.example,Mobile,079 555 12 12 ::: 078 555 12 12,Home,021 555 12 12\n`,
  ],
  [
    "visites.csv",
    `Société;Tél. société;NPA;Prénom;Nom;E-mail;Date de visite;Objet de la visite\nCave SA;021 555 33 10;1096;Zoé;Müller;zoe@a.example;10.03.2026;Dégustation\nCave SA;021 555 33 10;1096;Zoé;Müller;zoe@a.example;02.03.2026;Offre\nCave SA;021 555 33 10;1096;Luc;Rey;;10.03.2026;Dégustation\n`,
  ],
] as const;

describe("the same file a second time makes nothing and changes nothing", () => {
  test.each([
    ...files.map(([name, file]) => [name, () => readFileSync(file)] as const),
    ...TABLES.map(
      ([name, text]) => [name, () => new TextEncoder().encode(text)] as const,
    ),
  ])("%s", async (name, bytesOf) => {
    const { importing, previewing, seen } = desk();
    const file = new File([Uint8Array.from(bytesOf())], name);
    await importing(file);
    expect(MORE ?? seen().length).not.toBe(0);
    const { preview } = await previewing(file);
    expect(preview).toMatchObject({
      ...{ companies: 0, persons: 0, updates: 0, visits: 0 },
      verdicts: { new: 0, update: 0 },
    });
  });
});

it("a value that was mended the first time is mended the second time, too, and stays in sight", async () => {
  const { previewing, session, until, when, contacts } = desk();
  const file = new File(
    ["Prénom;Nom;E-mail;Téléphone\nFrançois;Dupré;f(at)d;026 555 01 02\n"],
    "clients.csv",
  );
  await previewing(file);
  session.backToColumns();
  session.setRules({ fixes: { 2: { "f(at)d": "f@d.example" } } });
  session.plan();
  await until("preview");
  session.write();
  await until("result");
  expect(contacts()).toMatchObject([{ email: "f@d.example" }]);

  const { preview } = await previewing(file);
  expect(preview).toMatchObject({ persons: 0, updates: 0 });
  session.backToColumns();
  session.check();
  const mended = await when(
    (state) =>
      (state.step === "map" && state.checked?.map((one) => one.mended)) || null,
  );
  expect(mended).toEqual([[], [], ["f(at)d"], []]);
});

it("MRG-3: the old file makes no card anew after two of its cards were merged", async () => {
  const { importing, previewing, contacts, documents } = desk();
  const file = new File(
    [
      `Record ID;Société;Prénom;Nom;E-mail;Mobile\n1;Cave SA;Zoé;Müller;zoe@a.example;079 555 12 12\n2;Cave SA;Zoe;Mueller;z.mueller@b.example;\n3;Cave SA;Luc;Rey;luc@a.example;\n;;Anna;Blanc;anna@c.example;\n;;Ana;Blanc;ana@c.example;\n`,
    ],
    "clients.csv",
  );
  await importing(file);
  const before = contacts().length;
  const named = (name: string) => {
    const found = contacts().find((one) => one.name === name);
    if (!found) throw new Error(`${name} was not imported.`);
    return found;
  };
  const merge = (keep: Contact, other: Contact) => {
    const merged = mergeContacts({
      ...{ keep, other, people: [], hasPicture: false },
      related: {
        ...{ interactions: [], tasks: [], opportunities: [] },
        ...{ notes: [], files: [], people: [], tied: [] },
      },
      flags: inheritFlagsOf(null),
      ...{ choice: {}, resolutions: {}, commentHeading: "" },
    });
    if (!merged.ok) throw new Error(merged.error.kind);
    for (const { c, id, after } of merged.value)
      if (after) documents.set(id, { c, after });
  };
  merge(named("Zoé Müller"), named("Zoe Mueller"));
  merge(named("Ana Blanc"), named("Anna Blanc"));
  const { preview } = await previewing(file);
  expect(preview).toMatchObject({ persons: 0, companies: 0 });
  expect(preview.verdicts).toMatchObject({ new: 0, bad: 0, refused: 0 });
  await importing(file);
  expect(contacts()).toHaveLength(before);
});
