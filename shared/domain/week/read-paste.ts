import type { CalendarDay } from "../../core/calendar.ts";
import { parseNextStep } from "../parse-next-step.ts";
import { readDuration } from "../typed-duration.ts";
import type { Outcome, Reading } from "../typed-visit.ts";
import {
  columnNamed,
  outcomeNamed,
  type PastedColumn,
} from "./pasted-words.ts";
import { readRowMoment } from "./week-moment.ts";

/** A line of what was pasted, as a visit that is yet to be looked at. */
export interface PastedVisit {
  readonly day: CalendarDay;
  readonly time: string;
  /** Typed and not understood; null = day and time say it. */
  readonly when: string | null;
  readonly who: string;
  /** Somebody of that company. */
  readonly person: string;
  readonly outcome: Outcome | "";
  readonly note: string;
  readonly nextStep: string;
  readonly minutes: string | null;
  /** As it is written; empty = not said. */
  readonly kind: string;
  /** The whole line of a list, without its bullet; empty in a table. */
  readonly line: string;
}

export interface PasteFacts {
  readonly monday: CalendarDay;
  /** Of lines that say no day. */
  readonly day: CalendarDay;
  readonly reading: Reading;
}

/** Rows of a spreadsheet, with headings or without, or a list of one line a visit. */
export function readPaste(
  text: string,
  facts: PasteFacts,
): readonly PastedVisit[] {
  return text.includes("\t")
    ? readTable(cellsOf(text), facts)
    : readList(text, facts);
}

/** Cells that a spreadsheet has put on the clipboard: a cell with a line break or a tab is in quotation marks. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, quoted, plain = "", end = ""] = match;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows.filter((row) => row.some((one) => one !== ""));
}

function readTable(
  rows: readonly (readonly string[])[],
  facts: PasteFacts,
): readonly PastedVisit[] {
  const [first = []] = rows;
  const named = first.map(columnNamed);
  // One word that is a heading may be a name as well.
  const hasHeadings = named.filter((one) => one !== null).length >= 2;
  const body = hasHeadings ? rows.slice(1) : rows;
  const columns = hasHeadings ? named : guessed(body, facts);
  return body.map((row) => {
    const of = (column: PastedColumn) =>
      row
        .filter((_, i) => columns[i] === column)
        .filter((one) => one !== "")
        .join(" · ");
    const unnamed = row.filter((one, i) => columns[i] == null && one !== "");
    return visitOf(facts, {
      when: [of("when"), of("time")].filter(Boolean).join(" "),
      ...{ who: of("who"), person: of("person"), kind: of("kind") },
      outcome: of("outcome"),
      note: [of("note"), ...unnamed].filter(Boolean).join("\n"),
      ...{ nextStep: of("nextStep"), minutes: of("minutes") },
    });
  });
}

/** Columns by what stands in them: a day, a length, an outcome; of the others the first is who, then what came of it. */
function guessed(
  rows: readonly (readonly string[])[],
  facts: PasteFacts,
): readonly (PastedColumn | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns: (PastedColumn | null)[] = [];
  const left: PastedColumn[] = ["who", "note", "nextStep"];
  const isMost = (i: number, test: (text: string) => boolean) => {
    const filled = rows.map((row) => row[i] ?? "").filter((one) => one !== "");
    return filled.length > 0 && filled.filter(test).length * 2 > filled.length;
  };
  for (let i = 0; i < width; i++) {
    const isFree = (column: PastedColumn) => !columns.includes(column);
    if (isFree("when") && isMost(i, (text) => momentIn(text, facts) !== null))
      columns.push("when");
    else if (
      isFree("minutes") &&
      isMost(i, (text) => readDuration(text) !== null)
    )
      columns.push("minutes");
    else if (
      isFree("outcome") &&
      isMost(i, (text) => outcomeNamed(text) !== null)
    )
      columns.push("outcome");
    else columns.push(left.shift() ?? null);
  }
  return columns;
}

const BULLET = /^\s*(?:[-*•·–—]|\d{1,2}[.)])\s+/;
const ARROW = /\s*(?:->|→|=>)\s*/;
const TITLE =
  /^(?:m\.|mme|mr\.?|mrs\.?|ms\.?|herr|frau|hr\.|fr\.|sig\.?|sig\.ra|signora)\s+/i;

/** `Favre SA, M. Dupont, 30 min, devis -> lun`; a line that is only a day is that of the lines below. */
function readList(text: string, facts: PasteFacts): readonly PastedVisit[] {
  const visits: PastedVisit[] = [];
  let { day } = facts;
  for (const written of text.split(/\r?\n/)) {
    const line = written.replace(BULLET, "").trim();
    if (line === "") continue;
    const heading = momentIn(line.replace(/:$/, ""), { ...facts, day });
    if (heading) {
      day = heading.day;
      continue;
    }
    visits.push({ ...readLine(line, { ...facts, day }), line });
  }
  return visits;
}

function readLine(line: string, facts: PasteFacts): PastedVisit {
  const [before = "", ...after] = line.split(ARROW);
  const told = { when: "", who: "", person: "", outcome: "", minutes: "" };
  const notes: string[] = [];
  for (const part of before.split(/\s*[,;]\s*|\s+[–—]\s+|:\s+/)) {
    const text = part.trim();
    if (text === "") continue;
    if (told.when === "" && momentIn(text, facts)) told.when = text;
    else if (told.minutes === "" && isLength(text)) told.minutes = text;
    else if (told.outcome === "" && outcomeNamed(text)) told.outcome = text;
    else if (told.who === "") told.who = text;
    else if (told.person === "" && TITLE.test(text))
      told.person = text.replace(TITLE, "");
    else notes.push(text);
  }
  const nextStep = stepOf(after.join(" ").trim(), notes, facts.reading);
  return visitOf(facts, {
    ...told,
    ...{ nextStep, note: notes.join(", "), kind: "" },
  });
}

/** Behind the arrow only a day: what is to be done then stands before it. */
function stepOf(behind: string, notes: string[], reading: Reading): string {
  const step = parseNextStep(behind, reading.today, reading.language);
  if (!step?.date || step.description !== undefined) return behind;
  return `${notes.pop() ?? ""} ${behind}`.trim();
}

/** With its unit: a number alone may be anything. */
function isLength(text: string): boolean {
  return !/^\d+$/.test(text) && readDuration(text) !== null;
}

function momentIn(text: string, { monday, day, reading }: PasteFacts) {
  const isBare = /^\d{1,2}\.?$/.test(text.trim());
  return text.trim() === "" || isBare
    ? null
    : readRowMoment(text, { day, time: "" }, monday, reading);
}

function visitOf(
  { monday, day, reading }: PasteFacts,
  told: Readonly<Record<Exclude<PastedColumn, "time">, string>>,
): PastedVisit {
  const row = { day, time: "" };
  const read = readRowMoment(told.when, row, monday, reading);
  const outcome = outcomeNamed(told.outcome);
  const isLost = told.outcome !== "" && outcome === null;
  return {
    ...(read ?? row),
    when: read ? null : told.when,
    ...{ who: told.who, person: told.person, kind: told.kind },
    outcome: outcome ?? "",
    // Nothing that was written is left out because it is not understood.
    note: isLost ? [told.note, told.outcome].join("\n").trim() : told.note,
    nextStep: told.nextStep,
    minutes: told.minutes === "" ? null : told.minutes,
    line: "",
  };
}
