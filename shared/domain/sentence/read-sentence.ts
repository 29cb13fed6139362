import { writtenDay, type CalendarDay } from "../../core/calendar.ts";
import type { Task } from "../../entities/task.ts";
import { parseNextStep } from "../parse-next-step.ts";
import type { Outcome, Reading } from "../typed-visit.ts";
import { dayWords, monthPhrase } from "./sentence-day.ts";
import { kindIn } from "./sentence-kind.ts";
import type { NamedContact, SentenceNames } from "./sentence-names.ts";
import { outcomeIn, outcomeSpans } from "./sentence-outcome.ts";
import {
  foundIn,
  partsOf,
  sorted,
  type Found,
  type Part,
} from "./sentence-parts.ts";
import { isNoName } from "./sentence-fillers.ts";
import { sentenceWords, type Word } from "./sentence-words.ts";
import { whoIn } from "./sentence-who.ts";

/** A visit as a sentence tells it. What was not said is null: the form has its defaults for it. */
export interface SentenceProposal {
  readonly contact: NamedContact | null;
  /** Who else may be meant, the likeliest first; of several that nobody can tell apart, all. */
  readonly others: readonly NamedContact[];
  /** Met besides the contact. */
  readonly people: readonly NamedContact[];
  readonly date: CalendarDay | null;
  /** `HH:MM` */
  readonly time: string | null;
  readonly minutes: number | null;
  /** Code of an interaction template. */
  readonly template: string | null;
  readonly outcome: Outcome | null;
  readonly nextStep: SentenceStep | null;
  /** The whole sentence as typed: nothing of it is lost. */
  readonly note: string;
}

export interface SentenceStep {
  /** As the field of the next step takes it: `parseNextStep` of it says the same. */
  readonly text: string;
  readonly description: string;
  readonly date: CalendarDay | null;
  readonly type: Task["type"] | null;
}

/**
 * Reads one sentence about a visit in French, German, Italian or English, whatever the language of the interface is:
 * `Vu Luc chez Gruyère-Est mardi 90 min, très intéressé, rappeler le 20`. Pure; the contacts are asked for by `names`.
 *
 * @param reading the work date, and the language that decides what two letters mean (`di`)
 */
export function readSentence(
  text: string,
  { today, language }: Reading,
  names: SentenceNames,
): SentenceProposal {
  const words = sentenceWords(text);
  const read = dayWords(words, language);
  const parts = partsOf(words, read);
  const found = foundIn(parts, read, today);
  const { story, next } = sorted(parts, words, read, found, today);
  const told = storyText(story, words);
  const { outcome, absent } = howItWent(story, told);
  const moment = momentOf(story, found, today);
  const who = whoIn(
    words,
    freeWords(
      words,
      read,
      story.filter((part) => part !== absent),
      found,
      told,
    ),
    (at) => parts.some(({ from }) => from === at),
    names,
  );
  return {
    contact: who.contact,
    others: who.others,
    // Who was not there was not met.
    people: outcome === "notReached" ? [] : who.people,
    ...moment,
    template: kindIn(told.text),
    outcome,
    nextStep: stepOf(next, words, read, { today, language }),
    note: text.trim(),
  };
}

interface Told {
  readonly text: string;
  /** By place of a word: where it begins in the text. */
  readonly starts: ReadonlyMap<number, number>;
}

/** How it went. Of two, one absent and one met, the one who was met counts, and the other's part names nobody. */
function howItWent(
  story: readonly Part[],
  { text }: Told,
): { readonly outcome: Outcome | null; readonly absent: Part | null } {
  const outcome = outcomeIn(text)?.outcome ?? null;
  if (outcome !== "notReached") return { outcome, absent: null };
  const lines = text
    .split("\n")
    .map((line) => outcomeIn(line)?.outcome ?? null);
  const other = lines.find((one) => one !== null && one !== "notReached");
  if (!other) return { outcome, absent: null };
  return { outcome: other, absent: story[lines.indexOf("notReached")] ?? null };
}

/** The words that tell, folded, a line for each part. */
function storyText(story: readonly Part[], words: readonly Word[]): Told {
  const starts = new Map<number, number>();
  let text = "";
  for (const { from, to } of story) {
    for (let at = from; at < to; at++) {
      starts.set(at, text.length);
      text += `${words[at]?.clean.replace(/[.…]+$/, "") ?? ""} `;
    }
    text = `${text.trimEnd()}\n`;
  }
  return { text, starts };
}

function momentOf(
  story: readonly Part[],
  { days, times }: Found,
  today: CalendarDay,
): Pick<SentenceProposal, "date" | "time" | "minutes"> {
  const isTold = (at: number) =>
    story.some(({ from, to }) => at >= from && at < to);
  const past = [...days]
    .filter(([at, { day }]) => isTold(at) && day !== null && day <= today)
    .map(([, one]) => one);
  // A date says more than a weekday.
  const day = past.find(({ dated }) => dated === "full") ?? past[0];
  const told = [...times]
    .filter(([at]) => isTold(at))
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
  return {
    date: day?.day ?? null,
    time: told.find(({ time }) => time !== null)?.time ?? null,
    minutes:
      told.find(({ time, minutes }) => minutes !== null && time === null)
        ?.minutes ??
      told.find(({ minutes }) => minutes !== null)?.minutes ??
      null,
  };
}

/** Which words may be names. */
function freeWords(
  words: readonly Word[],
  read: readonly string[],
  story: readonly Part[],
  { days, times }: Found,
  told: Told,
): (at: number) => boolean {
  const taken = new Set<number>();
  for (const [at, { length }] of [...days, ...times])
    for (let i = at; i < at + length; i++) taken.add(i);
  for (const { from, to } of outcomeSpans(told.text))
    for (const [at, start] of told.starts)
      if (start >= from && start < to) taken.add(at);
  const isStory = (at: number) =>
    story.some(({ from, to }) => at >= from && at < to);
  return (at) =>
    isStory(at) &&
    !taken.has(at) &&
    !isNoName(read[at] ?? "", words[at]?.typed ?? "");
}

/** Says nothing of what is to be done. */
const JOINED =
  /^(?:(?:et|und|e|ed|and|puis|poi|dopo|dann|danach|anschliessend|ensuite|then|will|i'll|we'll|need to|i need to|i must|je dois|il faut|devo|bisogna|->|→|=>|\+)\s+)+/i;

function stepOf(
  next: readonly Part[],
  words: readonly Word[],
  read: readonly string[],
  { today, language }: Reading,
): SentenceStep | null {
  if (next.length === 0) return null;
  const typed = next
    .map(({ from, to }) =>
      words
        .slice(from, to)
        .map((word) => word.typed)
        .join(" ")
        .replace(/[,;:!.…)\s]+$/, (signs) =>
          /\d\.$/.test(words[to - 1]?.typed ?? "")
            ? "."
            : signs.replace(/[^]/g, ""),
        ),
    )
    .join(", ")
    .replace(JOINED, "");
  const plain = parseNextStep(typed, today, language);
  const month =
    plain?.date === undefined ? monthIn(next, words, read, today) : null;
  const text = month ? `${month.left} ${writtenDay(month.day)}`.trim() : typed;
  const step = month ? parseNextStep(text, today, language) : plain;
  if (!step) return null;
  return {
    text,
    description: step.description ?? "",
    date: step.date ?? null,
    type: step.type ?? null,
  };
}

/** A month or a week that `parseNextStep` knows nothing of, and the words without it. */
function monthIn(
  next: readonly Part[],
  words: readonly Word[],
  read: readonly string[],
  today: CalendarDay,
): { readonly day: CalendarDay; readonly left: string } | null {
  for (const { from, to } of next)
    for (let at = from; at < to; at++) {
      const month = monthPhrase(read.slice(0, to), at, today);
      if (!month) continue;
      const left = next
        .map((part) =>
          words
            .slice(part.from, part.to)
            .filter((_, i) => {
              const place = part.from + i;
              return place < at || place >= at + month.length;
            })
            .map((word) => word.typed)
            .join(" ")
            .replace(/[,;:!.…)\s]+$/, ""),
        )
        .filter((text) => text !== "")
        .join(", ")
        .replace(JOINED, "");
      return { day: month.day, left };
    }
  return null;
}
