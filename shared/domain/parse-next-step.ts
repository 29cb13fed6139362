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
const ARROWS = new Set(["->", "→", "=>"]);

const PHONE =
  /^(appel|rappel|telephon|telefon|anruf|ruckruf|zuruckruf|chiam|richiam|call|phone|ring)/;
const MEETING =
  /^(visit|besuch|meeting|treffen|sitzung|incontr|riunion|reunion|rencontr|rendez-vous|rdv$|termin$)/;

/**
 * A next step as typed in one line, `+2w offer` or `rappeler lundi`: the first date in it (see `parseDay`), the rest as
 * description, the type of task from its words. Without a date the day is left open. Null when there is no text.
 */
export function parseNextStep(
  text: string,
  today: CalendarDay,
): NextStep | null {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return null;
  const at = words.findIndex((word) => parseDay(word, today) !== null);
  const date = at < 0 ? null : parseDay(words[at] ?? "", today);
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
