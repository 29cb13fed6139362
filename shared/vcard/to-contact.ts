import { namedId } from "../domain/named-id.ts";
import { itemsOf, textOf, unknownCharsetOf, type Card } from "./card.ts";
import { createGleaner, type CardGleaner } from "./card-gleaner.ts";
import { keptLines } from "./kept-lines.ts";
import type { ReadContact, ValueProblem } from "./read-contact.ts";
import { takeAddresses } from "./take-address.ts";
import { takeChannels } from "./take-channels.ts";
import { takeNames } from "./take-names.ts";
import { OWN_PROPERTIES } from "./write-card.ts";

/** Why a readable card is no contact. `group`: a list of other cards. `no-name`: nothing in it could be a name. */
export type NoContact = "group" | "no-name";

const COMMENT_MAX = 16_000;
const ID_MAX = 80;

/** The contact that a card describes, or why it is none. */
export function toContact(card: Card): ReadContact | NoContact {
  const gleaner = createGleaner(card);
  if (isGroup(gleaner)) return "group";
  const names = takeNames(gleaner);
  if (!names) return "no-name";
  if (names.type === "person") takeJob(gleaner);
  takeOwn(gleaner);
  takeChannels(gleaner);
  takeAddresses(gleaner);
  takeNotes(gleaner);
  noteCharsets(gleaner);
  const categories = gleaner.all("CATEGORIES").flatMap(itemsOf);
  const { lines, leftOut } = keptLines(gleaner.untaken());
  return {
    ...names,
    fields: { ...gleaner.fields },
    further: gleaner.further,
    birthday: birthdayOf(gleaner),
    categories: categories.map((word) => word.trim()).filter(Boolean),
    hasPhoto: gleaner.all("PHOTO").some(({ value }) => value.trim() !== ""),
    externalId: externalIdOf(gleaner),
    kept: lines,
    problems: withLeftOut(
      gleaner.problems,
      leftOut.map(({ name }) => name),
    ),
  };
}

function isGroup(gleaner: CardGleaner): boolean {
  return ["KIND", "X-ADDRESSBOOKSERVER-KIND"].some((name) => {
    const kind = gleaner.first(name);
    return kind && textOf(kind).trim().toLowerCase() === "group";
  });
}

function takeJob(gleaner: CardGleaner): void {
  const job = gleaner.first("TITLE") ?? gleaner.first("ROLE");
  if (job && gleaner.put("jobTitle", textOf(job))) gleaner.taken(job);
}

/** What we have written ourselves. */
function takeOwn(gleaner: CardGleaner): void {
  for (const [property, field] of OWN_PROPERTIES) {
    const found = gleaner.first(property);
    if (found && gleaner.put(field, textOf(found))) gleaner.taken(found);
  }
}

function takeNotes(gleaner: CardGleaner): void {
  const notes = gleaner.all("NOTE");
  const text = notes
    .map((note) => textOf(note).trim())
    .filter(Boolean)
    .join("\n\n");
  if (text.length > COMMENT_MAX) {
    gleaner.put("comment", `${text.slice(0, COMMENT_MAX - 2)}…`.toWellFormed());
    gleaner.put("comment", text);
    return;
  }
  if (text) gleaner.put("comment", text);
  notes.forEach(gleaner.taken);
}

/** Once for each charset: a program writes all its properties in the same. */
function noteCharsets(gleaner: CardGleaner): void {
  const seen = new Set<string>();
  for (const property of gleaner.card.properties) {
    const charset = unknownCharsetOf(property);
    if (charset === null || seen.has(charset)) continue;
    seen.add(charset);
    const { name } = property;
    gleaner.note({ field: name, code: "charset-unknown", value: charset });
  }
}

/** What is too large to be kept is said; nothing else that is said of it would be true. */
function withLeftOut(
  problems: readonly ValueProblem[],
  names: readonly string[],
): readonly ValueProblem[] {
  const cutNote = names.includes("NOTE");
  return [
    ...problems.map((problem) =>
      cutNote && problem.field === "comment"
        ? ({ ...problem, code: "cut-off" } as const)
        : problem,
    ),
    ...[...new Set(names)]
      .filter((name) => name !== "NOTE")
      .map((field) => ({ field, code: "left-out", value: "" }) as const),
  ];
}

/** `1980-03-22`, `19800322`, `--0203`; a time after it is left out. It has no field of ours and is kept as well. */
function birthdayOf(gleaner: CardGleaner): string | null {
  const birthday = gleaner.first("BDAY");
  const found =
    birthday &&
    /^(\d{4}|--)-?(\d{2})-?(\d{2})(?!\d)/.exec(textOf(birthday).trim());
  if (!found) return null;
  const [, year = "", month = "", day = ""] = found;
  return `${year === "--" ? "-" : year}-${month}-${day}`;
}

/** Of an import, so that the same card is known again: its own id, or one made of all that it says. */
function externalIdOf(gleaner: CardGleaner): string {
  const uid = gleaner.first("UID");
  if (uid) {
    const id = textOf(uid)
      .trim()
      .replace(/^urn:uuid:/i, "")
      .replace(/\s+/g, " ");
    if (id.length > ID_MAX) return namedId(`vcard-uid/${id}`);
    if (id !== "") return id;
  }
  const said = gleaner.card.properties
    .filter(({ name }) => !TRANSIENT.has(name))
    .map((property) => `${property.name}:${property.value}`);
  return `vcf:${namedId(said.join("\n"))}`;
}

/** Changes with every export, or is too large to be summed up. */
const TRANSIENT = new Set(["REV", "PRODID", "VERSION", "PHOTO", "LOGO"]);
