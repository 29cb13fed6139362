import { fold } from "../core/fold.ts";
import type { CalendarDay } from "../core/calendar.ts";
import type { Task } from "../entities/task.ts";
import { parseDay } from "./parse-day.ts";
import type { NextStep } from "./log-visit.ts";

/** Words that only lead to a date or follow it, and that a title does not miss. */
const LEADING = new Set(
  "le au d'ici am bis um il entro on by until next nachsten nachster prochain".split(
    " ",
  ),
);
const TRAILING = new Set(["prochain", "prochaine", "prossimo", "prossima"]);
/** Days' names that are words or names as well (`mon offre`, `call Sam`): days only where something leads to them. */
const AMBIGUOUS = new Set("mon sam mer jeu dom dim sun tue mar".split(" "));
const ARROWS = new Set(["->", "→", "=>"]);

const PHONE =
  /^(appel|rappel|telephon|telefon|anruf|ruckruf|zuruckruf|chiam|richiam|call|phone|ring)/;
const MEETING =
  /^(visit|besuch|meeting|treffen|sitzung|incontr|riunion|reunion|rencontr|rendez-vous|rdv$|termin$)/;

/**
 * A next step as typed in one line, `+2w offer` or `rappeler lundi`: the first day in it that is not past (see
 * `parseDay`), the rest as description, the type of task from its words. Without a day it is left open. Null when there
 * is no text.
 */
export function parseNextStep(
  text: string,
  today: CalendarDay,
): NextStep | null {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return null;
  const at = words.findIndex((_, i) => dayAt(words, i, today) !== null);
  const date = at < 0 ? null : dayAt(words, at, today);
  const description = withoutDate(words, at)
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

/** The day that one of the words means here, or null. */
function dayAt(
  words: readonly string[],
  at: number,
  today: CalendarDay,
): CalendarDay | null {
  const word = words[at] ?? "";
  const before = words[at - 1] ?? "";
  const led = ARROWS.has(before) || LEADING.has(fold(before));
  if (AMBIGUOUS.has(fold(word)) && words.length > 1 && !led) return null;
  // `+41` begins a telephone number; an offset here says its unit.
  if (/^[+-]\d+$/.test(word)) return null;
  const day = parseDay(word, today);
  return day !== null && day >= today ? day : null;
}

function withoutDate(words: readonly string[], at: number): readonly string[] {
  if (at < 0) return words;
  const leads = at > 0 && LEADING.has(fold(words[at - 1] ?? ""));
  const trails = TRAILING.has(fold(words[at + 1] ?? ""));
  return [
    ...words.slice(0, leads ? at - 1 : at),
    ...words.slice(trails ? at + 2 : at + 1),
  ];
}

/** The first word that speaks of a call or of a meeting decides. */
function typeOf(description: string): Task["type"] | null {
  for (const word of fold(description).split(/[^\p{L}'-]+/u)) {
    if (PHONE.test(word)) return "phoneCall";
    if (MEETING.test(word)) return "meeting";
  }
  return null;
}
