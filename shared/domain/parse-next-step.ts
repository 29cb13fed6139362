import { fold } from "../core/fold.ts";
import type { CalendarDay } from "../core/calendar.ts";
import type { Task } from "../entities/task.ts";
import { dayPhrase, numberedDay, type DayPhrase } from "./day-phrase.ts";
import { cleanWord, inFull, withoutDot } from "./day-words.ts";
import type { NextStep } from "./log-visit.ts";

/** Words that only lead to a date, and that a title does not miss. */
const LEADING = new Set(
  "le au pour d'ici am an den bis um fur il entro per on by until for the next nachsten nachster prochain".split(
    " ",
  ),
);
/** Behind these a number alone is a day of the month: `rappeler le 20`. */
const DAY_LEAD = new Set("le am il den".split(" "));
/**
 * Days' names that are words or names as well (`mon offre`, `call Sam`): days only where something leads to them, where
 * their date stands behind, or as the beginning of a phrase that begins the text (`Sun next week`).
 */
const AMBIGUOUS = new Set(
  "mon sam mer jeu dom dim sun tue mar so me ma je we".split(" "),
);
/** People: `call Sam 5.12.` */
const PERSON = /^(?:Sam|Dom)\b/;
/** These lead to a person or a thing as well: `for Sam`, `pour mon client`. */
const FOR = new Set("for pour fur per".split(" "));
/** Months' names that are words as well, before a number: `Set 3 samples aside`. */
const AMBIGUOUS_MONTHS = new Set("set may march mars mar sept".split(" "));
const ARROWS = new Set(["->", "→", "=>"]);

const PHONE =
  /^(appel|rappel|telephon|telefon|anruf|ruckruf|zuruckruf|chiam|richiam|call|phone|ring)/;
const MEETING =
  /^(visit|besuch|meeting|treffen|sitzung|incontr|riunion|reunion|rencontr|rendez-vous|rdv$|termin$|appuntament|besprech)/;

/**
 * A next step as typed in one line, `+2w offer` or `rappeler lundi`: the first day in it that is not past (see
 * `dayPhrase`), the rest as description, the type of task from its words. Without a day it is left open. Null when there
 * is no text. Where a weekday and a date do not agree there is no date, and the text keeps them.
 *
 * @param language BCP 47; without it two letters with a dot (`di.`) are no weekday
 */
export function parseNextStep(
  text: string,
  today: CalendarDay,
  language = "",
): NextStep | null {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return null;
  const read = inFull(words, language, false);
  const days = words.map((_, i) => dayAt(words, read, i, today));
  const at = days.findIndex((day) => day !== null);
  const date = days[at]?.day ?? null;
  const length = days[at]?.length ?? 0;
  const description = withoutDate(words, date === null ? -1 : at, length)
    .filter((word) => !ARROWS.has(word))
    .join(" ")
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, "");
  const type = typeOf(description);
  return {
    ...(description === "" ? {} : { description }),
    ...(date === null ? {} : { date }),
    ...(type ? { type } : {}),
  };
}

/**
 * The day that the words mean here, or null.
 *
 * @param read the words with their weekdays in full
 */
function dayAt(
  words: readonly string[],
  read: readonly string[],
  at: number,
  today: CalendarDay,
): DayPhrase | null {
  const word = words[at] ?? "";
  const before = words[at - 1] ?? "";
  // `+41` begins a telephone number; an offset here says its unit.
  if (/^[+-]\d+$/.test(word)) return null;
  const found =
    dayPhrase(read, at, today, "ahead") ?? numberAt(word, before, today);
  if (found === null || (found.day !== null && found.day < today)) return null;
  const led = ARROWS.has(before) || LEADING.has(fold(before));
  if (!led && isCount(words, at, found)) return null;
  const isName = AMBIGUOUS.has(withoutDot(cleanWord(word)));
  if (!isName || words.length === 1) return found;
  if (led && !FOR.has(fold(before))) return found;
  if (found.dated === "full" && (at === 0 || !PERSON.test(word))) return found;
  const unclear = at > 0 || found.length === 1 || found.day === null;
  return unclear ? null : found;
}

/** A number that counts things beside a word that is a month's name as well: `May 3 people`, `3 set`. */
function isCount(
  words: readonly string[],
  at: number,
  found: DayPhrase,
): boolean {
  const [first = "", second = ""] = words.slice(at, at + 2);
  if (found.length !== 2 || found.dated !== undefined) return false;
  const name = withoutDot(cleanWord(first));
  if (/^\d{1,2}$/.test(first)) return withoutDot(cleanWord(second)) === "set";
  if (!AMBIGUOUS_MONTHS.has(name) || !/^\d{1,2}$/.test(second)) return false;
  return name === "set" || at + 2 < words.length;
}

function numberAt(
  word: string,
  before: string,
  today: CalendarDay,
): DayPhrase | null {
  if (!DAY_LEAD.has(fold(before)) || !/^\d{1,2}\.?[,;]?$/.test(word))
    return null;
  const day = numberedDay(Number.parseInt(word, 10), today, "ahead");
  return day === null ? null : { day, length: 1 };
}

function withoutDate(
  words: readonly string[],
  at: number,
  length: number,
): readonly string[] {
  if (at < 0) return words;
  let from = at;
  const leads = (word: string) => LEADING.has(word) || word === "la";
  while (from > 0 && leads(fold(words[from - 1] ?? ""))) from -= 1;
  return [...words.slice(0, from), ...words.slice(at + length)];
}

/** The first word that speaks of a call or of a meeting decides. */
function typeOf(description: string): Task["type"] | null {
  for (const word of fold(description).split(/[^\p{L}'-]+/u)) {
    if (PHONE.test(word)) return "phoneCall";
    if (MEETING.test(word)) return "meeting";
  }
  return null;
}
