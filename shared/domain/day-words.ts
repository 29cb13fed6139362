import { fold } from "../core/fold.ts";

/** Words of days in French, German, Italian and English, folded (see `fold`). */

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/**
 * Names of weekdays, Monday first. Two letters are not among them, for what they mean depends on the language (see
 * `inFull`); nor are short forms that are words themselves (`die`, `mit`, `son`, `don`).
 */
const WEEKDAYS: readonly (readonly string[])[] = [
  "lundi lun montag lunedi monday mon".split(" "),
  "mardi mar dienstag martedi tuesday tue".split(" "),
  "mercredi mer mittwoch mercoledi wednesday wed".split(" "),
  "jeudi jeu donnerstag giovedi gio thursday thu".split(" "),
  "vendredi ven freitag venerdi friday fri".split(" "),
  "samedi sam samstag sabato sab saturday sat".split(" "),
  "dimanche dim sonntag domenica dom sunday sun".split(" "),
];

/** What two letters mean where only a day can be meant, Monday first. */
const TWO_LETTERS: Readonly<Record<string, readonly string[]>> = {
  fr: "lu ma me je ve sa di".split(" "),
  de: "mo di mi do fr sa so".split(" "),
  it: "lu ma me gi ve sa do".split(" "),
  en: "mo tu we th fr sa su".split(" "),
};

const MONTHS: readonly (readonly string[])[] = [
  "janvier janv jan januar janner gennaio gen january".split(" "),
  "fevrier fevr fev februar feb febbraio february".split(" "),
  "mars marz maerz marzo march mar".split(" "),
  "avril avr april aprile apr".split(" "),
  "mai maggio mag may".split(" "),
  "juin juni giugno giu june jun".split(" "),
  "juillet juil juli luglio lug july jul".split(" "),
  "aout august agosto ago aug".split(" "),
  "septembre september settembre sept sep set".split(" "),
  "octobre oktober ottobre october oct okt ott".split(" "),
  "novembre november novembre nov".split(" "),
  "decembre dezember dicembre december dec dez dic".split(" "),
];

const COUNTS: readonly ReadonlySet<string>[] = [
  set("0 zero null"),
  set("un une ein eine einem einer einen uno una a an one"),
  set("deux zwei due two"),
  set("trois drei tre three"),
  set("quatre vier quattro four"),
  set("cinq funf fuenf cinque five"),
  set("six sechs sei"),
  set("sept sieben sette seven"),
  set("huit acht otto eight"),
  set("neuf neun nove nine"),
  set("dix zehn dieci ten"),
  set("onze elf undici eleven"),
  set("douze zwolf zwoelf dodici twelve"),
];

export const LAST = set(
  "dernier derniere passe passee letzten letzter letzte letztes vergangenen vergangener vergangene vorigen voriger vorige last scorso scorsa passato passata",
);
export const NEXT = set(
  "prochain prochaine nachsten nachster nachste naechsten naechster naechste kommenden kommende kommender next prossimo prossima",
);
export const THIS = set(
  "ce cet cette diesen dieser dieses diese this questo questa stessa",
);
export const WEEK = set("semaine woche week settimana");
export const PART_OF_DAY = set(
  "matin apres-midi soir matinee soiree morgen vormittag mittag nachmittag abend morgens abends nachmittags vormittags morning afternoon evening mattina mattino pomeriggio sera",
);
/** What only leads to a part of the day. */
export const PART_LEAD = set("am le au du nel di al in the dans");

export const DAYS = set("jour jours tag tage tagen day days giorno giorni");
export const WEEKS = set(
  "semaine semaines sem woche wochen week weeks settimana settimane",
);
export const MONTH_UNITS = set(
  "mois monat monate monaten month months mese mesi",
);

/** One word as days are read: folded, the straight apostrophe, no sign of a sentence behind it. */
export function cleanWord(word: string): string {
  return fold(word)
    .replace(/[’`]/g, "'")
    .replace(/[,;:!?)]+$/, "")
    .replace(/^\(/, "");
}

/** 0 = Monday; -1 = no weekday. */
export function weekdayNamed(cleaned: string): number {
  const word = withoutDot(cleaned);
  return WEEKDAYS.findIndex((names) => names.includes(word));
}

export function withoutDot(cleaned: string): string {
  return cleaned.replace(/\.$/, "");
}

/**
 * A weekday that is still being typed, where nothing but a day can be meant: two letters in the person's language, or
 * at least three letters that only one weekday begins with. 0 = Monday; -1 = none.
 *
 * @param language BCP 47
 */
export function weekdayBegun(cleaned: string, language: string): number {
  const word = withoutDot(cleaned);
  const two = TWO_LETTERS[language.slice(0, 2)]?.indexOf(word) ?? -1;
  if (two >= 0 || word.length < 3) return two;
  const begun = WEEKDAYS.flatMap((names, at) =>
    names.some((name) => name.startsWith(word)) ? [at] : [],
  );
  return begun.length === 1 ? (begun[0] ?? -1) : -1;
}

const DATE = /^\d{1,2}[./]\d{1,2}(?:[./]\d*)?[,;:]?$/;

/**
 * The words with the weekdays in full that only the language tells: two letters with their dot (`di.`) or before a date
 * (`di 17.11`), and `mar` where it is no month.
 *
 * @param language BCP 47
 * @param only true where nothing but a day can be meant: half-typed weekdays count too, and two letters without a dot
 */
export function inFull(
  words: readonly string[],
  language: string,
  only: boolean,
): readonly string[] {
  return words.map((word, at) => {
    const text = cleanWord(word);
    const isMardi =
      withoutDot(text) === "mar" &&
      /^(?:fr|it)/.test(language) &&
      !/^\d{1,2}(?:er|\.|°|º)?$/.test(words[at - 1] ?? "");
    if (isMardi) return "mardi";
    if (weekdayNamed(text) >= 0) return word;
    const isTwo =
      /^[a-z]{2}\.$/.test(text) ||
      (text.length === 2 && DATE.test(words[at + 1] ?? ""));
    const begun = only || isTwo ? weekdayBegun(text, language) : -1;
    return WEEKDAYS[begun]?.[0] ?? word;
  });
}

/** 1 to 12; 0 = no month. */
export function monthNamed(cleaned: string): number {
  const word = withoutDot(cleaned);
  return MONTHS.findIndex((names) => names.includes(word)) + 1;
}

/** `3`, `trois`, `drei`, `tre`, `three` → 3; null when it is no small number. */
export function countNamed(cleaned: string): number | null {
  if (/^\d{1,3}$/.test(cleaned)) return Number(cleaned);
  const found = COUNTS.findIndex((names) => names.has(cleaned));
  return found < 0 ? null : found;
}
