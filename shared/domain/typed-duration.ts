import { cleanWord, countNamed } from "./day-words.ts";

const MINUTE = "(?:'|m|mn|min|minuten|minutes?|minut[oi])\\.?";
const HOUR = "(?:h|std|stunden?|heures?|hours?|hrs?|or[ae])\\.?";

/** Durations that have a name of their own, folded and without the article, in minutes. */
const NAMED: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:trois quarts? d'heure|dreiviertelstunde|tre quarti d'ora|three quarters of an hour)$/,
    45,
  ],
  [
    /^(?:quart d'heure|viertelstunde|quarto d'ora|quarter of an hour|quarter hour)$/,
    15,
  ],
  [
    /^(?:demi-?heure|demi heure|halbe stunde|halbstunde|mezz'?ora|half an hour|half hour|half-hour)$/,
    30,
  ],
  [/^(?:anderthalb|eineinhalb) stunden$/, 90],
];

/** A year; the entity takes more, a diary does not. */
const MAX_MINUTES = 527_040;

/**
 * Minutes of a duration as typed: `45`, `45m`, `45 min`, `1h30`, `1:30`, `1,5 h`, `1 Std. 30`, `une heure et demie`,
 * `anderthalb Stunden`, `mezz'ora`, `half an hour`. Null when it is none, half-typed text too.
 */
export function readDuration(typed: string): number | null {
  const text = typed.trim().split(/\s+/).map(cleanWord).join(" ");
  const minutes = inMinutes(text);
  return minutes === null || minutes > MAX_MINUTES ? null : minutes;
}

function inMinutes(text: string): number | null {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  const colon = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  if (colon) return Number(colon[1]) * 60 + Number(colon[2]);
  const bare = text.replace(/^(?:une?|eine|uno|una|an?|un)[ '](?=\D)/, "");
  const named = NAMED.find(([words]) => words.test(text) || words.test(bare));
  return named?.[1] ?? onlyMinutes(text) ?? halves(text) ?? hours(text);
}

function onlyMinutes(text: string): number | null {
  const match = new RegExp(`^(\\d{1,5}|\\p{L}+)\\s*${MINUTE}$`, "u").exec(text);
  return match ? count(match[1]) : null;
}

/** Hours, with a fraction, with minutes behind them, or with a half or a quarter. */
function hours(text: string): number | null {
  const match = new RegExp(
    `^(\\d{1,3}(?:[.,]\\d{1,2})?|\\p{L}+?)[\\s']*${HOUR}(?:\\s*(?:et|und|e|and)?\\s*(?:(\\d{1,2})\\s*(?:${MINUTE})?|(demie?|mezz[oa]|(?:a )?half|quart|un quarto|a quarter)))?$`,
    "u",
  ).exec(text);
  if (!match) return null;
  const [, whole = "", minutes, part] = match;
  const number = /\d/.test(whole)
    ? Number(whole.replace(",", "."))
    : count(whole);
  if (number === null || Number(minutes ?? 0) > 59) return null;
  const further =
    part === undefined ? Number(minutes ?? 0) : /qu/.test(part) ? 15 : 30;
  return Math.round(number * 60) + further;
}

/** `zweieinhalb Stunden`, `two and a half hours`. */
function halves(text: string): number | null {
  const match =
    /^(\p{L}+|\d{1,2})(?:einhalb stunden| and a half hours?)$/u.exec(text);
  const whole = match ? count(match[1]) : null;
  return whole === null ? null : whole * 60 + 30;
}

function count(word: string | undefined): number | null {
  if (word === undefined) return null;
  return /^\d+$/.test(word) ? Number(word) : countNamed(word);
}
