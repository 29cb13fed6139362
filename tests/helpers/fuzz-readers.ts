import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { newIdFrom } from "../../shared/domain/new-id.ts";
import { Contact } from "../../shared/entities/contact.ts";
import { createCsvReader } from "../../shared/table/csv-reader.ts";
import { guessCharset } from "../../shared/table/guess-charset.ts";
import { guessShape } from "../../shared/table/guess-shape.ts";
import { readRow, type RowRules } from "../../shared/table/read-row.ts";
import { headRowOf, recognise } from "../../shared/table/recognise.ts";
import { openXlsx, WorkbookError } from "../../shared/table/xlsx-reader.ts";
import { writeXlsx } from "../../shared/table/xlsx-writer.ts";
import { contactsHere } from "../../shared/vcard/contacts-here.ts";
import { createImportPlan } from "../../shared/vcard/plan-import.ts";
import type { ReadContact } from "../../shared/vcard/read-contact.ts";
import { createVCardReader } from "../../shared/vcard/read-vcards.ts";

const READERS = ["vcard", "csv", "xlsx"] as const;
type Reader = (typeof READERS)[number];

export interface FuzzedReaders {
  readonly ok: boolean;
  readonly inputs: number;
  /** Contacts that were read, rows and cards that were left out with a reason, files that were refused with one. */
  readonly contacts: number;
  readonly leftOut: number;
  readonly refused: number;
  readonly slowestMs: number;
  readonly failures: readonly string[];
}

/** One broken file is read within this, or it hangs. */
const HANG_MS = 5_000;
const FIXTURES = path.resolve(import.meta.dirname, "../fixtures/vcards");

const TABLES = [
  `Société;Prénom;Nom;E-mail;NPA;Localité;Date de visite\nCave SA;Zoé;Müller;z@a.example;1096;Cully;10.03.2026\n"Deux\nlignes";"a ""b""";;x;;;\n`,
  `"Anrede","Vorname","Nachname","Firma","Straße geschäftlich","Telefon geschäftlich","Geburtstag"\r\n"Herr","Jürg","Müller","Käserei","Dorfplatz 3","034 555 44 00","22.3.1980"\r\n`,
  `Name\tE-mail 1 - Value\tPhone 1 - Label\tPhone 1 - Value\nZoé\ta@b.example ::: c@d.example\tWork\t021 555 12 12\n`,
];

/** Files of every kind, most of them nearly right, through the readers and the plan of an import. */
export function fuzzReaders(options: {
  readonly inputs: number;
  readonly seed: number;
  readonly until?: number;
  readonly say?: (words: string) => void;
}): FuzzedReaders {
  const random = randomFrom(options.seed);
  const seeds = seedFiles();
  const failures: string[] = [];
  const count = { contacts: 0, leftOut: 0, refused: 0 };
  let slowestMs = 0;
  let done = 0;
  while (done < options.inputs && Date.now() < (options.until ?? Infinity)) {
    const reader = READERS[done % READERS.length] ?? "csv";
    const of = seeds[reader];
    const bytes = mutated(reader, of[random(of.length)] ?? of[0]!, random);
    // The reader's own time: on a busy machine any file may wait for seconds.
    const began = process.threadCpuUsage();
    try {
      const read = READ[reader](bytes);
      count.contacts += checkContacts(read.contacts);
      count.leftOut += read.leftOut;
      if (read.refused) count.refused++;
    } catch (error) {
      const why = error instanceof Error ? error.stack : String(error);
      failures.push(`input ${done}, ${reader}: ${why}`);
    }
    const { user, system } = process.threadCpuUsage(began);
    const took = (user + system) / 1_000;
    slowestMs = Math.max(slowestMs, took);
    if (took > HANG_MS) failures.push(`input ${done}, ${reader}: ${took} ms`);
    done++;
    if (done % 50_000 === 0) options.say?.(`${done} inputs`);
    if (failures.length >= 10) break;
  }
  return {
    ...{ ok: failures.length === 0 && done > 0, inputs: done, ...count },
    ...{ slowestMs: Math.round(slowestMs), failures },
  };
}

interface Read {
  readonly contacts: readonly ReadContact[];
  readonly leftOut: number;
  readonly refused: boolean;
}

const READ: Readonly<Record<Reader, (bytes: Uint8Array) => Read>> = {
  vcard(bytes) {
    const reader = createVCardReader({ decode });
    const half = bytes.length >> 1;
    const cards = [
      ...reader.push(bytes.subarray(0, half)),
      ...reader.push(bytes.subarray(half)),
      ...reader.end(),
    ];
    const contacts = cards.flatMap((card) =>
      card.kind === "contact" ? [card.contact] : [],
    );
    for (const card of cards)
      if (card.kind === "bad" && !card.reason) throw new Error("no reason");
    const refused = reader.problem() !== null;
    return { contacts, leftOut: cards.length - contacts.length, refused };
  },
  csv(bytes) {
    const text = new TextDecoder(guessCharset(bytes)).decode(bytes);
    const reader = createCsvReader(guessShape(text, true));
    const half = text.length >> 1;
    const rows = [
      ...reader.push(text.slice(0, half)),
      ...reader.push(text.slice(half)),
      ...reader.end(),
    ];
    return tableOf(rows.map(({ cells }) => cells));
  },
  xlsx(bytes) {
    try {
      const book = openXlsx(bytes);
      const rows = [...book.rows(Math.max(0, book.firstWithRows()))];
      return tableOf(rows.map(({ cells }) => cells));
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      return { contacts: [], leftOut: 0, refused: true };
    }
  },
};

function tableOf(rows: readonly (readonly string[])[]): Read {
  const at = headRowOf(rows);
  const head = at < 0 ? (rows[0] ?? []).map(() => "") : (rows[at] ?? []);
  const data = rows.slice(at + 1);
  const rules: RowRules = {
    ...{ head, columns: recognise(head, data).columns, source: "table-0" },
    ...{ dayOrder: "day-first", country: "CH", prettyPhones: true },
    ...{ properCase: true, restToComment: true, fixes: {} },
  };
  const read = data.map((row) => readRow(row, rules));
  const contacts = read.flatMap((one) => one ?? []);
  return { contacts, leftOut: read.length - contacts.length, refused: false };
}

/** Whatever was read is written whole or not at all: every document is one that the server takes. */
function checkContacts(contacts: readonly ReadContact[]): number {
  const plan = createImportPlan({
    newId: newIdFrom(
      { now: () => 1_773_400_000_000 },
      { bytes: (n) => crypto.getRandomValues(new Uint8Array(n)) },
    ),
    ...{ setting: null, userSalesperson: null, companyCards: new Map() },
    ...{ known: "fill", today: "2026-03-13", wordOf: (use) => use },
  });
  for (const contact of contacts)
    for (const { c, after } of plan.take(contact, contactsHere([])).changes)
      if (c === "contacts") Contact.fields.parse(after);
  return contacts.length;
}

type Random = (below: number) => number;

/** Mulberry32: the same inputs for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % Math.max(1, below);
  };
}

const TOKENS = [
  ...['"', '""', ";", ",", "\t", "\n", "\r\n", "\r", "\0", "\uFEFF", "=", ":"],
  ...[
    "BEGIN:VCARD\n",
    "END:VCARD\n",
    "ENCODING=QUOTED-PRINTABLE:=",
    "=C3=",
    "é",
  ],
  ...[
    '<c r="ZZZ9" t="s"><v>99999</v></c>',
    '<row r="-1">',
    "</row>",
    "<si>",
    "&#x110000;",
  ],
  ...["\ud800", "__proto__", "9".repeat(400), " ".repeat(3_000), "<t><t><t>"],
].map((token) => strToU8(token));

function mutated(reader: Reader, seed: Uint8Array, random: Random): Uint8Array {
  if (reader === "xlsx" && random(4) > 0) {
    // Within a part: a zip that is broken as a whole says little about what reads its parts.
    const parts = unzipSync(seed);
    const names = Object.keys(parts);
    const name = names[random(names.length)] ?? "";
    parts[name] = new Uint8Array(
      broken(parts[name] ?? new Uint8Array(), random),
    );
    return zipSync(parts, { level: 0 });
  }
  return broken(seed, random);
}

function broken(seed: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let bytes = Uint8Array.from(seed);
  for (let n = 1 + random(6); n > 0; n--) {
    const at = random(bytes.length);
    switch (random(5)) {
      case 0:
        bytes[at] = random(256);
        break;
      case 1:
        bytes = Uint8Array.from(bytes.subarray(0, at));
        break;
      case 2:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(at + random(40)));
        break;
      case 3: {
        const token = TOKENS[random(TOKENS.length)] ?? new Uint8Array();
        bytes = joined(bytes.subarray(0, at), token, bytes.subarray(at));
        break;
      }
      default: {
        const piece = bytes.subarray(at, at + random(200));
        const to = random(bytes.length);
        bytes = joined(bytes.subarray(0, to), piece, bytes.subarray(to));
      }
    }
  }
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}

function seedFiles(): Readonly<Record<Reader, readonly Uint8Array[]>> {
  const cards = readdirSync(FIXTURES)
    .filter((name) => name.endsWith(".vcf"))
    // Pictures would be most of what is broken.
    .map((name) =>
      Uint8Array.from(readFileSync(path.join(FIXTURES, name))).slice(0, 4_000),
    );
  const csv = TABLES.flatMap((text) => [
    strToU8(text),
    Uint8Array.from(Buffer.from(text, "latin1")),
    Uint8Array.from(Buffer.from(`\uFEFF${text}`, "utf16le")),
  ]);
  const book = writeXlsx(
    "Clients",
    ["Société", "Prénom", "Nom", "E-mail", "Date de visite"],
    [
      ["Cave SA", "Zoé", "Müller", "z@a.example", { day: "2026-03-10" }],
      ["", "François", "Dupré", 41791234567, ""],
    ],
  );
  const shared = unzipSync(book);
  const sheet = strFromU8(
    shared["xl/worksheets/sheet1.xml"] ?? new Uint8Array(),
  );
  const other = zipSync({
    ...shared,
    "xl/worksheets/sheet1.xml": strToU8(
      sheet.replaceAll(
        /t="inlineStr"><is><t[^>]*>Zoé<\/t><\/is>/g,
        't="s"><v>0</v>',
      ),
    ),
    "xl/sharedStrings.xml": strToU8(
      "<sst><si><r><t>Zo</t></r><r><t>é</t></r></si></sst>",
    ),
  });
  return { vcard: cards, csv, xlsx: [book, other] };
}

function decode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
