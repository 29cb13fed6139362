import {
  addDays,
  daysBetween,
  isCalendarDay,
  weekOf,
  type CalendarDay,
} from "../core/calendar.ts";
import {
  cleanWord,
  countNamed,
  DAYS,
  LAST,
  MONTH_UNITS,
  monthNamed,
  NEXT,
  PART_LEAD,
  PART_OF_DAY,
  THIS,
  WEEK,
  weekdayNamed,
  WEEKS,
  withoutDot,
} from "./day-words.ts";
import { addMonths, parseDay, weekdayOf } from "./parse-day.ts";

/** Which of the days that a name could mean: of something that has happened, or of something to come. */
export type Look = "back" | "ahead";

/** A day said in one or several words; `length` counts the words, a part of the day behind it included. */
export interface DayPhrase {
  /** Null = a weekday and a date that do not agree: nobody can know which of them is meant. */
  readonly day: CalendarDay | null;
  readonly length: number;
  /** A weekday with its date: `lundi 14 décembre`, or only the day of the month, `lundi 14`. */
  readonly dated?: "full" | "number";
}

/** One that names a day. */
interface Known {
  readonly day: CalendarDay;
  readonly length: number;
}

type Reader = (
  words: readonly string[],
  today: CalendarDay,
  look: Look,
) => DayPhrase | null;

/**
 * The day that words say from `at` on, or null: `letzten Dienstag`, `mardi dernier`, `lunedì scorso`, `il y a 3 jours`,
 * `in two weeks`, `9 mars`, `nächste Woche`, `fin du mois`, `Dienstag letzter Woche`, `mardi 17.11.`, `hier matin`, and
 * each word of `parseDay`. All is seen from `today`, the work date.
 *
 * A bare weekday looking back is the last one, today included; looking ahead the next one after today. A date without
 * year looking back is the nearest one, which may still be a future one.
 */
export function dayPhrase(
  words: readonly string[],
  at: number,
  today: CalendarDay,
  look: Look,
): DayPhrase | null {
  const rest = words.slice(at, at + 10).map(cleanWord);
  let best: DayPhrase | null = null;
  for (const read of READERS) {
    const found = read(rest, today, look);
    if (found && found.length > (best?.length ?? 0)) best = found;
  }
  return best && { ...best, length: withPartOfDay(rest, best.length) };
}

const READERS: readonly Reader[] = [
  oneWord,
  twoDaysOff,
  weekday,
  weekdayOfWeek,
  weekdayAndDate,
  weekdayLater,
  wholeWeek,
  distance,
  dayOfMonth,
  endOf,
  partOfToday,
];

function oneWord(
  [word = ""]: readonly string[],
  today: CalendarDay,
  look: Look,
): Known | null {
  if (weekdayNamed(word) >= 0) return null;
  const ahead = parseDay(word, today);
  if (ahead === null) return null;
  const withoutYear = /^\d{1,2}[./]\d{1,2}[./]?$/.test(word);
  const day =
    look === "back" && withoutYear && ahead > today
      ? nearest(ahead, today)
      : ahead;
  return { day, length: 1 };
}

/** `avant hier`, `l'altro ieri`, `day before yesterday`, `day after tomorrow`, `last night`. */
function twoDaysOff(
  words: readonly string[],
  today: CalendarDay,
): DayPhrase | null {
  const text = words.slice(0, 4).join(" ");
  const PAIRS: readonly (readonly [string, number])[] = [
    ["avant hier", -2],
    ["l'altro ieri", -2],
    ["altro ieri", -2],
    ["day before yesterday", -2],
    ["the day before yesterday", -2],
    ["apres demain", 2],
    ["day after tomorrow", 2],
    ["the day after tomorrow", 2],
    ["last night", -1],
  ];
  const pair = PAIRS.find(
    ([said]) => text === said || text.startsWith(`${said} `),
  );
  return (
    (pair && {
      day: addDays(today, pair[1]),
      length: pair[0].split(" ").length,
    }) ??
    null
  );
}

/** A weekday by itself, or the last or next one. */
function weekday(
  words: readonly string[],
  today: CalendarDay,
  look: Look,
): Known | null {
  const [first = "", second = ""] = words;
  const named = weekdayNamed(first);
  if (named >= 0) {
    if (LAST.has(second)) return { day: before(named, today), length: 2 };
    if (NEXT.has(second)) return { day: after(named, today), length: 2 };
    return { day: bare(named, today, look), length: 1 };
  }
  const led = weekdayNamed(second);
  if (led < 0) return null;
  if (LAST.has(first)) return { day: before(led, today), length: 2 };
  if (NEXT.has(first)) return { day: after(led, today), length: 2 };
  if (THIS.has(first)) return { day: bare(led, today, look), length: 2 };
  return null;
}

/** `mardi de la semaine dernière`, `Dienstag letzter Woche`, `letzte Woche Dienstag`, `Tuesday next week`. */
function weekdayOfWeek(
  words: readonly string[],
  today: CalendarDay,
): Known | null {
  const inWeek = (named: number, weeks: number) =>
    addDays(weekOf(today).monday, 7 * weeks + named);
  const named = weekdayNamed(words[0] ?? "");
  if (named >= 0) {
    let at = 1;
    while (/^(?:de|della|di|la|der|in)$/.test(words[at] ?? "")) at += 1;
    const week = weekAt(words, at);
    return week && { day: inWeek(named, week.weeks), length: at + week.length };
  }
  const week = weekAt(words, 0);
  if (!week) return null;
  const behind = weekdayNamed(words[week.length] ?? "");
  if (behind < 0) return null;
  return { day: inWeek(behind, week.weeks), length: week.length + 1 };
}

/**
 * `Di 17.11`, `mardi 17 novembre`, `Dienstag, 17.`, `Tuesday the 17th`: the date, if it falls on that weekday. A time
 * behind a weekday (`14.30`, `14 Uhr`) is none.
 */
function weekdayAndDate(
  words: readonly string[],
  today: CalendarDay,
  look: Look,
): DayPhrase | null {
  const named = weekdayOfWeek(words, today) ?? weekday(words, today, look);
  if (!named) return null;
  const behind = withPartOfDay(words, named.length);
  let at = behind;
  while (/^(?:le|il|den|dem|der|the)$/.test(words[at] ?? "")) at += 1;
  const date = dateBehind(words.slice(at), today, look);
  if (!date) return null;
  // `Mar 9` is English for 9 March, and behind `matin` a number is an hour.
  const isOther = behind > named.length || withoutDot(words[0] ?? "") === "mar";
  if (date.dated === "number" && isOther) return null;
  const agrees =
    date.day !== null && weekdayOf(date.day) === weekdayOf(named.day);
  return { ...date, day: agrees ? date.day : null, length: at + date.length };
}

const CLOCK = /^(?:h|uhr|heures?|ore|am|pm|a\.m\.|p\.m\.|o'clock)$/;

function dateBehind(
  words: readonly string[],
  today: CalendarDay,
  look: Look,
): DayPhrase | null {
  const [first = "", second = "", third = ""] = words;
  // `ven 20.11 ore 8`: in Italian the hour stands behind its sign.
  const isClock =
    CLOCK.test(second) && !(second === "ore" && /^\d/.test(third));
  if (isClock && !/\d\.$/.test(first)) return null;
  const typed = /^(\d{1,2})[./](\d{1,2})(?:[./](?:\d{4}|\d\d)?)?$/.exec(first);
  if (typed) {
    const [, number, month] = typed.map(Number);
    if (!number || !month || number > 31 || month > 12) return null;
    const day = oneWord(words, today, look)?.day ?? null;
    return { day, length: 1, dated: "full" };
  }
  const number = dayNumber(first);
  const written = first === "set" ? null : dayOfMonth(words, today, look);
  if (written && written.length > 1) return { ...written, dated: "full" };
  if (number === null) return null;
  const day = numberedDay(number, today, look);
  return { day, length: 1, dated: "number" };
}

/** `lundi en huit`, `Montag in einer Woche`, `Montag in acht Tagen`: so many weeks after the next such day. */
function weekdayLater(
  words: readonly string[],
  today: CalendarDay,
  look: Look,
): Known | null {
  const named = weekday(words, today, "ahead");
  if (!named || look === "back") return null;
  const behind = words.slice(named.length);
  const spoken = /^en (huit|quinze)$/.exec(behind.slice(0, 2).join(" "))?.[1];
  if (spoken !== undefined) {
    const days = spoken === "huit" ? 7 : 14;
    return { day: addDays(named.day, days), length: named.length + 2 };
  }
  const off = distance(behind, today);
  if (!off || behind.slice(0, off.length).some((word) => MONTH_UNITS.has(word)))
    return null;
  const count = daysBetween(today, off.day);
  // Eight and fifteen days are a way to say one week and two.
  const days = count === 8 || count === 15 ? count - 1 : count;
  if (days <= 0 || days % 7 !== 0) return null;
  return { day: addDays(named.day, days), length: named.length + off.length };
}

/** Next week, by itself its Monday. */
function wholeWeek(
  words: readonly string[],
  today: CalendarDay,
  look: Look,
): DayPhrase | null {
  const week = weekAt(words, 0);
  if (look === "back" || week?.weeks !== 1) return null;
  return { day: addDays(weekOf(today).monday, 7), length: week.length };
}

function weekAt(
  words: readonly string[],
  at: number,
): { readonly weeks: number; readonly length: number } | null {
  const [first = "", second = ""] = words.slice(at);
  const other = WEEK.has(first) ? second : WEEK.has(second) ? first : "";
  const weeks = LAST.has(other)
    ? -1
    : NEXT.has(other)
      ? 1
      : THIS.has(other)
        ? 0
        : null;
  return weeks === null ? null : { weeks, length: 2 };
}

/** `il y a 3 jours`, `vor einer Woche`, `two months ago`, `tre giorni fa`; `dans 2 semaines`, `in 10 Tagen`, `fra un mese`. */
function distance(words: readonly string[], today: CalendarDay): Known | null {
  const text = words.join(" ");
  const lead = /^(?:il y a|vor|d'ici|dans|in|fra|tra) /.exec(text)?.[0].trim();
  const from = lead === undefined ? 0 : lead.split(" ").length;
  const count = countNamed(words[from] ?? "");
  const unit = words[from + 1] ?? "";
  const behind = words[from + 2] ?? "";
  if (count === null) return null;
  const isAgo = lead === undefined && (behind === "ago" || behind === "fa");
  if (lead === undefined && !isAgo) return null;
  const back = isAgo || lead === "il y a" || lead === "vor";
  const signed = back ? -count : count;
  const length = from + (isAgo ? 3 : 2);
  if (DAYS.has(unit)) return { day: addDays(today, signed), length };
  if (WEEKS.has(unit)) return { day: addDays(today, signed * 7), length };
  if (MONTH_UNITS.has(unit)) return { day: addMonths(today, signed), length };
  return null;
}

/** `9 mars`, `9. März 2026`, `1er juin`, `il 1° marzo`, `March 9th`, `9th of March`, and a day alone where its `th` says so. */
function dayOfMonth(
  words: readonly string[],
  today: CalendarDay,
  look: Look,
): Known | null {
  const [first = ""] = words;
  const number = dayNumber(first);
  if (number !== null) {
    const of = words[1] === "of" || words[1] === "de" ? 2 : 1;
    const month = monthNamed(words[of] ?? "");
    if (month > 0) {
      return withYear(words, of + 1, { number, month }, today, look);
    }
    if (!/^\d{1,2}(?:st|nd|rd|th)$/.test(first)) return null;
    const day = numberedDay(number, today, look);
    return day === null ? null : { day, length: 1 };
  }
  const month = monthNamed(first);
  const behind = dayNumber(words[1] ?? "");
  if (month === 0 || behind === null) return null;
  return withYear(words, 2, { number: behind, month }, today, look);
}

function dayNumber(word: string): number | null {
  const match = /^(\d{1,2})(?:er|\.|°|º|st|nd|rd|th)?$/.exec(word);
  const number = Number(match?.[1] ?? 0);
  return number >= 1 && number <= 31 ? number : null;
}

function withYear(
  words: readonly string[],
  at: number,
  date: { readonly number: number; readonly month: number },
  today: CalendarDay,
  look: Look,
): Known | null {
  const typed = /^(?:19|20)\d\d$/.exec(words[at] ?? "")?.[0];
  const text = `${date.number}.${date.month}.${typed ?? ""}`;
  const ahead = parseDay(text, today);
  if (ahead === null) return null;
  if (typed !== undefined) return { day: ahead, length: at + 1 };
  const back = look === "back" && ahead > today;
  return { day: back ? nearest(ahead, today) : ahead, length: at };
}

/**
 * The day of the month, `the 20th`: the next one from today on, looking back the last one up to today; a month that is
 * too short is passed over. Null for no day of any month.
 */
export function numberedDay(
  number: number,
  today: CalendarDay,
  look: Look,
): CalendarDay | null {
  const step = look === "back" ? -1 : 1;
  for (let months = 0; Math.abs(months) <= 3; months += step) {
    const month = addMonths(`${today.slice(0, 7)}-01`, months).slice(0, 7);
    const day = `${month}-${String(number).padStart(2, "0")}`;
    if (!isCalendarDay(day)) continue;
    if (look === "back" ? day <= today : day >= today) return day;
  }
  return null;
}

/** `fin mars`, `Ende Monat`, `fine mese`, `end of the month`: its last day; `Ende Woche`: its Friday; also of the next one. Only what comes. */
function endOf(
  words: readonly string[],
  today: CalendarDay,
  look: Look,
): DayPhrase | null {
  if (look === "back" || !/^(?:fin|ende|fine|end)$/.test(words[0] ?? ""))
    return null;
  let at = 1;
  while (/^(?:du|de|la|des|der|of|the|del|della)$/.test(words[at] ?? "")) at++;
  const lead = words[at] ?? "";
  if (NEXT.has(lead) || THIS.has(lead)) at += 1;
  const word = words[at] ?? "";
  const behind = words[at + 1] ?? "";
  if (LAST.has(behind)) return null;
  const isNext = NEXT.has(lead) || NEXT.has(behind);
  const length = at + (NEXT.has(behind) ? 2 : 1);
  const lastOf = (day: CalendarDay) =>
    addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1);
  if (MONTH_UNITS.has(word) || word === "monats")
    return { day: lastOf(isNext ? addMonths(today, 1) : today), length };
  if (WEEK.has(word)) {
    const friday = addDays(weekOf(today).monday, isNext ? 11 : 4);
    return { day: friday < today ? addDays(friday, 7) : friday, length };
  }
  const month = monthNamed(word);
  if (month === 0) return null;
  const year = Number(today.slice(0, 4));
  const first = (of: number) => `${of}-${String(month).padStart(2, "0")}-01`;
  const here = lastOf(first(year));
  return { day: here < today ? lastOf(first(year + 1)) : here, length };
}

/** `ce matin`, `cet après-midi`, `this morning`, `questa mattina`. */
function partOfToday(
  [first = "", second = ""]: readonly string[],
  today: CalendarDay,
): DayPhrase | null {
  if (!THIS.has(first) || !PART_OF_DAY.has(second)) return null;
  return { day: today, length: 2 };
}

/** `hier matin`, `Dienstag am Nachmittag`, `Tuesday in the morning`: the part of the day belongs to it and says no more. */
function withPartOfDay(words: readonly string[], length: number): number {
  let at = length;
  while (at < length + 2 && PART_LEAD.has(words[at] ?? "")) at += 1;
  return PART_OF_DAY.has(words[at] ?? "") ? at + 1 : length;
}

function bare(named: number, today: CalendarDay, look: Look): CalendarDay {
  if (look === "ahead") return after(named, today);
  return before(named, addDays(today, 1));
}

function before(named: number, today: CalendarDay): CalendarDay {
  const back = (weekdayOf(today) - named + 7) % 7;
  return addDays(today, back === 0 ? -7 : -back);
}

function after(named: number, today: CalendarDay): CalendarDay {
  const ahead = (named - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

/** `ahead` or the last such date before `today`, whichever is nearer. */
function nearest(ahead: CalendarDay, today: CalendarDay): CalendarDay {
  const past = Array.from({ length: 8 }, (_, back) => {
    const year = Number(today.slice(0, 4)) - back;
    return `${year}${ahead.slice(4)}`;
  }).find((day) => isCalendarDay(day) && day <= today);
  if (past === undefined) return ahead;
  return daysBetween(today, ahead) < daysBetween(past, today) ? ahead : past;
}
