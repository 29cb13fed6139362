import {
  addDays,
  isCalendarDay,
  weekOf,
  type CalendarDay,
} from "../../core/calendar.ts";
import { dayPhrase, numberedDay, type DayPhrase } from "../day-phrase.ts";
import {
  inFull,
  monthNamed,
  weekdayBegun,
  weekdayNamed,
  withoutDot,
} from "../day-words.ts";
import type { Word } from "./sentence-words.ts";

/** Days as the German of Switzerland says and writes them, folded. */
const DIALECT: Readonly<Record<string, string>> = {
  geschter: "gestern",
  gester: "gestern",
  vorgeschter: "vorgestern",
  morn: "morgen",
  ubermorn: "ubermorgen",
  mantig: "montag",
  mandig: "montag",
  zischtig: "dienstag",
  zyschtig: "dienstag",
  ziischtig: "dienstag",
  mittwuch: "mittwoch",
  dunschtig: "donnerstag",
  donnschtig: "donnerstag",
  frytig: "freitag",
  friitig: "freitag",
  samschtig: "samstag",
  sunntig: "sonntag",
};
const FULL_DAYS =
  "lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag lunedi martedi mercoledi giovedi venerdi sabato domenica monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  );
const TWO = /^[a-z]{2}$/;
const TIME_SIGN = /^\d{1,2}(?:h|[:h]\d\d|[.]\d\d)?$/;

/** The words as days are read: weekdays in full, mistyped ones and those of the dialect too. */
export function dayWords(
  words: readonly Word[],
  language: string,
): readonly string[] {
  const read = inFull(
    words.map(({ clean }) => clean),
    language,
    false,
  );
  return read.map((word, at) => {
    const { typed = "", ends = false } = words[at] ?? {};
    if (/^h[üu]t[e]?$/i.test(typed.replace(/\W$/, "")) && /ü/i.test(typed))
      return "heute";
    const known = DIALECT[word];
    if (known !== undefined) return known;
    if (weekdayNamed(word) >= 0 || !/^[a-z]+\.?$/.test(word)) return word;
    const bare = withoutDot(word);
    if (TWO.test(bare)) {
      // Two letters in brackets or before a time are a day, if they are written as one.
      const next = words[at + 1]?.clean ?? "";
      const alone = (at === 0 || (words[at - 1]?.ends ?? false)) && ends;
      const isDay = /^\p{Lu}/u.test(typed) && (alone || TIME_SIGN.test(next));
      const begun = isDay ? weekdayBegun(bare, language) : -1;
      return FULL_DAYS[begun] ?? word;
    }
    if (word.endsWith(".") && bare.length >= 3) {
      const begun = weekdayBegun(bare, language);
      if (begun >= 0) return FULL_DAYS[begun] ?? word;
    }
    return bare.length >= 5 ? (mistypedDay(bare) ?? word) : word;
  });
}

/** A weekday with one letter wrong, missing, too much or swapped. */
function mistypedDay(word: string): string | undefined {
  return FULL_DAYS.find(
    (day) =>
      day.length >= 5 &&
      Math.abs(day.length - word.length) <= 1 &&
      day[0] === word[0] &&
      isNear(word, day),
  );
}

function isNear(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left === `${right[1]}${right[0]}`;
}

/** These lead to a day of the month: `le 19`, `am 16.`, `on the 19`. */
const DAY_LEAD = /^(?:le|am|il|den|dem|vom|del|dal|du)$/;
const LEAD_ONLY = /^(?:passe|passee|passato|passata)$/;

/** The day a story is told of, or null; it may turn out to be one to come. */
export function storyDay(
  read: readonly string[],
  at: number,
  today: CalendarDay,
): DayPhrase | null {
  const word = read[at] ?? "";
  // `passé mardi` says who came by, not which one.
  if (LEAD_ONLY.test(word)) return null;
  if (/^[+-]\d+$/.test(word)) return null;
  const found = dayPhrase(read, at, today, "back");
  if (found) return isName(read, at, found) ? null : found;
  const before = read[at - 1] ?? "";
  const isNumber = /^\d{1,2}\.?$/.test(word) && DAY_LEAD.test(before);
  // `le 2 machines`, `il 18 ore`: a day of the month stands before nothing that is counted.
  if (!isNumber || /^(?:h|uhr|ore|%|x)$/.test(read[at + 1] ?? "")) return null;
  const day = numberedDay(Number.parseInt(word, 10), today, "back");
  return day === null ? null : { day, length: 1 };
}

/** Short weekdays that are words or names as well: a day only where no further word is told of. */
const AMBIGUOUS = /^(?:mon|sam|mer|jeu|dom|dim|sun|sat|lun|may|mai|set)$/;
const LEADS_ON =
  /^(?:a|at|um|alle|with|avec|mit|con|chez|bei|da|matin|morgen|soir|w)$/;

function isName(
  read: readonly string[],
  at: number,
  found: DayPhrase,
): boolean {
  if (found.length > 1 || !AMBIGUOUS.test(read[at] ?? "")) return false;
  const next = read[at + 1] ?? "";
  return /^[a-z]/.test(next) && !LEADS_ON.test(next);
}

const MONTH_LEAD =
  /^(?:en|im|in|a|ad|des|courant|debut|anfang|inizio|early|fin|per|pour|fur|for|until|ab|von|from|de)$/;
const MIDDLE = /^(?:mi|mitte|mid|meta|mezzo)$/;
const START = /^(?:debut|anfang|inizio|early)$/;

/** `en mars`, `im Juni 2027`, `a gennaio`: a month by itself is its first day, its middle the 15th; `KW 50` is its Monday. Only what comes. */
export function monthPhrase(
  read: readonly string[],
  at: number,
  today: CalendarDay,
): { readonly day: CalendarDay; readonly length: number } | null {
  const week = weekNumber(read, at, today);
  if (week) return week;
  let from = at;
  let middle = false;
  let led = false;
  const joined = /^(?:mi|mid|mitte)-(\p{L}+)\.?$/u.exec(read[from] ?? "");
  let name = joined?.[1] ?? "";
  if (joined) {
    middle = true;
    led = true;
  } else {
    while (from < at + 3) {
      const word = read[from] ?? "";
      if (MIDDLE.test(word)) middle = true;
      else if (!MONTH_LEAD.test(word) && !START.test(word)) break;
      led = true;
      from += 1;
    }
    name = read[from] ?? "";
  }
  const month = monthNamed(name);
  if (!led || month === 0) return null;
  const typed = /^20\d\d$/.exec(read[from + 1] ?? "")?.[0];
  const length = from - at + (typed === undefined ? 1 : 2);
  const number = middle ? "15" : "01";
  const inYear = (year: number) =>
    `${year}-${String(month).padStart(2, "0")}-${number}`;
  if (typed !== undefined) return { day: inYear(Number(typed)), length };
  const year = Number(today.slice(0, 4));
  const here = inYear(year);
  return { day: here > today ? here : inYear(year + 1), length };
}

function weekNumber(
  read: readonly string[],
  at: number,
  today: CalendarDay,
): { readonly day: CalendarDay; readonly length: number } | null {
  const joined = /^kw(\d{1,2})$/.exec(read[at] ?? "");
  const said = /^(?:kw|sem\.?|semaine|woche|week|settimana|sett\.?)$/;
  const next = read[at + 1] ?? "";
  const spaced = said.test(read[at] ?? "") && /^\d{1,2}$/.test(next);
  if (!joined && !spaced) return null;
  const week = Number(joined?.[1] ?? next);
  if (week < 1 || week > 53) return null;
  const length = joined ? 1 : 2;
  for (const year of [0, 1].map((more) => Number(today.slice(0, 4)) + more)) {
    // The fourth of January is always in the first week.
    const day = addDays(weekOf(`${year}-01-04`).monday, (week - 1) * 7);
    if (isCalendarDay(day) && addDays(day, 6) >= today) return { day, length };
  }
  return null;
}
