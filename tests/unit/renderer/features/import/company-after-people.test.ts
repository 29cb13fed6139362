import { expect, it } from "vitest";
import type {
  FromImport,
  Made,
} from "../../../../../renderer/features/import/messages.ts";
import { serveImport } from "../../../../../renderer/features/import/serve-import.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";
import { nameKey } from "../../../../../shared/vcard/name-key.ts";
import { setup } from "./import-desk.ts";

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]).toString("base64");

function file(...cards: readonly (readonly string[])[]): File {
  const text = cards.map((lines) =>
    ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n"),
  );
  return new File(text, "cards.vcf");
}

type Counts = Pick<Made, "companies" | "persons" | "photos">;

/** A device that previews and writes files; an import ends early after `groups` groups. */
function device(here: readonly Contact[] = []) {
  const contacts = new Map(here.map((contact) => [contact.id, contact]));
  let pictures = 0;

  async function importFile(
    cards: File,
    groups = Infinity,
  ): Promise<{ readonly preview: Counts; readonly written: Counts }> {
    const preview = { companies: 0, persons: 0, photos: 0 };
    const written = { companies: 0, persons: 0, photos: 0 };
    await new Promise<void>((resolve) => {
      let saved = 0;
      const post = (message: FromImport) => {
        switch (message.kind) {
          case "lookup": {
            const { n } = message;
            const { names, externalIds } = message.lookups;
            const found = [...contacts.values()].filter(
              ({ name, externalId }) =>
                names.includes(nameKey(name)) ||
                externalIds.includes(externalId ?? ""),
            );
            setImmediate(() =>
              tell({
                ...{ kind: "found", n, people: [], visits: [] },
                contacts: found,
              }),
            );
            return;
          }
          case "rows":
            preview.companies += message.makes.companies;
            preview.persons += message.makes.persons;
            preview.photos += message.makes.photos;
            return;
          case "planning":
            return;
          case "previewed":
            setImmediate(() => tell({ kind: "write" }));
            return;
          case "changes": {
            const { n } = message;
            for (const { c, after } of message.groups
              .slice(0, groups - saved)
              .flat()) {
              if (c === "files") {
                written.photos++;
                pictures++;
              }
              if (c !== "contacts" || !after) continue;
              contacts.set(after.id, after);
              if (after.type === "company") written.companies++;
              else written.persons++;
            }
            saved += message.groups.length;
            if (saved >= groups) resolve();
            else setImmediate(() => tell({ kind: "saved", n }));
            return;
          }
          default:
            resolve();
        }
      };
      const tell = serveImport(post, async () => ({
        mime: "image/jpeg",
        bytes: 3,
        sha256: "0".repeat(64),
        thumb: "/9j/",
      }));
      tell({ kind: "open", file: cards, setup });
    });
    return { preview, written };
  }
  return { contacts, importFile, pictures: () => pictures };
}

const people = (count: number) =>
  Array.from({ length: count }, (_, i) => [
    `N:Nr${i};Zo`,
    "ORG:Zeta AG",
    `UID:u${i}`,
  ]);
const company = [
  "ORG:Zeta AG",
  "FN:Zeta AG",
  "UID:zeta",
  "TEL;TYPE=WORK:021 555 12 12",
  `PHOTO;ENCODING=b;TYPE=JPEG:${jpeg}`,
];

it("a company whose card comes after its people brings its picture once, however early the import ends", async () => {
  for (const groups of [1, 3]) {
    const { importFile, contacts, pictures } = device();
    const cards = file(...people(401), company);
    const first = await importFile(cards, groups);
    expect(first.written.persons).toBeLessThan(401);
    await importFile(cards);
    expect(contacts.size).toBe(402);
    expect(pictures()).toBe(1);
    const again = await importFile(cards);
    const nothing = { companies: 0, persons: 0, photos: 0 };
    expect(again).toEqual({ preview: nothing, written: nothing });
  }
});

it("the preview counts what is written when a company's card comes late", async () => {
  const known = {
    id: "0190a0a0-0000-7000-8000-000000000001",
    type: "company",
    name: "Zeta, renamed by hand",
    externalId: "4cc59a5f-1d0c-4f3b-9a57-0d3f5d1c2b3a",
  } as const;
  for (const [cards, here, counts] of [
    [[...people(300), company], [], [1, 300, 1]],
    [
      [...people(300), ["ORG:Zeta AG", `UID:${known.externalId}`]],
      [known],
      [0, 300, 0],
    ],
    [[company, ...people(300)], [], [1, 300, 1]],
  ] as const) {
    const { preview, written } = await device(here).importFile(file(...cards));
    const [companies, persons, photos] = counts;
    expect(written).toEqual({ companies, persons, photos });
    expect(preview).toEqual(written);
  }
});
