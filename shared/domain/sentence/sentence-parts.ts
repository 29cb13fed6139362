import type { CalendarDay } from "../../core/calendar.ts";
import { dayPhrase, type DayPhrase } from "../day-phrase.ts";
import { monthNamed, weekdayNamed } from "../day-words.ts";
import {
  beginsAction,
  isAction,
  PLANNED,
  saysToDo,
} from "./sentence-actions.ts";
import { monthPhrase, storyDay } from "./sentence-day.ts";
import { outcomeSpans } from "./sentence-outcome.ts";
import { timeFound, type TimeFound } from "./sentence-time.ts";
import type { Word } from "./sentence-words.ts";

/** Words between two signs. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** What was found at a word, by its place. */
export interface Found {
  readonly times: ReadonlyMap<number, TimeFound>;
  readonly days: ReadonlyMap<number, DayPhrase & { readonly isAhead: boolean }>;
}

/** Only leads to a day. */
const DAY_LEAD =
  /^(?:le|au|pour|d'ici|ce|am|an|den|bis|um|fur|il|entro|per|on|by|until|for|the|in|dans|tra|fra|en|im|a|ad|vor|ab|from|du|dem|la|this|of)$/;
const AND =
  /^(?:et|und|e|ed|and|puis|dann|poi|then|mais|aber|ma|but|ensuite|danach|dopo|donc|also|so)$/;

/** The parts of a sentence; a weekday stays with its date. */
export function partsOf(
  words: readonly Word[],
  read: readonly string[],
): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const [at, { ends }] of words.entries()) {
    if (!ends && at < words.length - 1) continue;
    const next = read[at + 1] ?? "";
    const isDate =
      /^\d{1,2}[./]\d{1,2}/.test(next) ||
      (/^\d{1,2}(?:er|\.|st|nd|rd|th)?$/.test(next) &&
        monthNamed(read[at + 2] ?? "") > 0);
    if (weekdayNamed(read[at] ?? "") >= 0 && isDate) continue;
    parts.push({ from, to: at + 1 });
    from = at + 1;
  }
  return parts;
}

/** Days and times in the parts, each word in one of them at most. */
export function foundIn(
  parts: readonly Part[],
  read: readonly string[],
  today: CalendarDay,
): Found {
  const times = new Map<number, TimeFound>();
  const days = new Map<number, DayPhrase & { isAhead: boolean }>();
  for (const { from, to } of parts) {
    const own = read.slice(0, to).map((word, at) => (at < from ? "" : word));
    const sure = (found: TimeFound | null) => found?.minutes != null;
    const take = (afterDay: (at: number) => boolean, all: boolean): void => {
      for (let at = from; at < to;) {
        const found = own[at] ? timeFound(own, at, afterDay(at)) : null;
        if (!found || !(all || sure(found))) {
          at += 1;
          continue;
        }
        times.set(at, found);
        own.fill("", at, at + found.length);
        at += found.length;
      }
    };
    take(() => false, false);
    const dayEnds = new Set<number>();
    for (let at = from; at < to;) {
      const day = own[at] ? dayAt(own, at, today) : null;
      if (!day) {
        at += 1;
        continue;
      }
      days.set(at, day);
      dayEnds.add(at + day.length);
      own.fill("", at, at + day.length);
      at += day.length;
    }
    take((at) => dayEnds.has(at), true);
  }
  return { times, days };
}

function dayAt(
  read: readonly string[],
  at: number,
  today: CalendarDay,
): (DayPhrase & { readonly isAhead: boolean }) | null {
  let back = storyDay(read, at, today);
  if (back && (back.day === null || back.dated === "number")) {
    // `mardi 2 machines`: a number that is no day of the month beside the weekday is none.
    const one = dayPhrase([read[at] ?? ""], 0, today, "back");
    if (one && (back.day === null || !/[.er]$/.test(read[at + 1] ?? "")))
      back = back.day === null ? one : back;
  }
  const ahead = dayPhrase(read, at, today, "ahead");
  if (back?.day && (!ahead || back.length >= ahead.length))
    return { ...back, isAhead: back.day > today };
  if (
    ahead?.day &&
    ahead.day > today &&
    back === null &&
    !/^(?:mon|sam|jeu|mer|dom|sun|may|mai|mar|sat|set|lun|dim)$/.test(
      read[at] ?? "",
    )
  )
    return { ...ahead, isAhead: true };
  if (
    ahead?.day &&
    ahead.length > (back?.length ?? 0) &&
    ahead.day > today &&
    back
  )
    return { ...ahead, isAhead: true };
  return null;
}

/** What a part says besides its days and times. */
export function plainOf(
  { from, to }: Part,
  read: readonly string[],
  { times, days }: Found,
  today: CalendarDay,
): string {
  const left: string[] = [];
  for (let at = from; at < to;) {
    const month = days.has(at)
      ? null
      : monthPhrase(read.slice(0, to), at, today);
    const found = days.get(at) ?? times.get(at) ?? month;
    if (found) {
      while (DAY_LEAD.test(left.at(-1) ?? "")) left.pop();
      at += found.length;
      continue;
    }
    left.push(read[at] ?? "");
    at += 1;
  }
  return left.filter((word) => word !== "" && word !== "+").join(" ");
}

/** Which parts tell, and which say what is next. */
export function sorted(
  parts: readonly Part[],
  words: readonly Word[],
  read: readonly string[],
  found: Found,
  today: CalendarDay,
): { readonly story: readonly Part[]; readonly next: readonly Part[] } {
  const story: Part[] = [];
  const next: Part[] = [];
  for (const [i, part] of parts.entries()) {
    if (isNext(part, i)) {
      next.push(part);
      continue;
    }
    const at = splitAt(part, i);
    if (at === null) {
      story.push(part);
      continue;
    }
    const until = AND.test(read[at - 1] ?? "") ? at - 1 : at;
    if (until > part.from) story.push({ from: part.from, to: until });
    next.push({ from: at, to: part.to });
  }
  return { story, next };

  function daysOf({ from, to }: Part) {
    return [...found.days]
      .filter(([at]) => at >= from && at < to)
      .map(([at, day]) => ({ at, ...day }));
  }
  function isNext(part: Part, i: number): boolean {
    if (i === 0 || isOneName(part)) return false;
    const plain = plainOf(part, read, found, today);
    if (isAction(plain)) return true;
    if (PLANNED.test(plain) && hasMonth(part)) return true;
    const days = daysOf(part);
    if (days.some(({ isAhead }) => isAhead))
      return outcomeSpans(plain).length === 0 || PLANNED.test(plain);
    return (
      days.length > 0 && days.length === 1 && PLANNED.test(plain) && hasDay(i)
    );
  }
  /** `(Bären)` is no verb. */
  function isOneName({ from, to }: Part): boolean {
    const { typed = "", clean = "" } = words[from] ?? {};
    return to === from + 1 && /^\p{Lu}/u.test(typed) && !saysToDo(clean);
  }
  function hasMonth({ from, to }: Part): boolean {
    const own = read.slice(0, to);
    return own.some(
      (_, at) => at >= from && monthPhrase(own, at, today) !== null,
    );
  }
  /** Another part has said when it was. */
  function hasDay(i: number): boolean {
    return parts.some((part, j) => j < i && daysOf(part).length > 0);
  }
  function splitAt(part: Part, i: number): number | null {
    for (let at = part.from + 1; at < part.to; at++) {
      const rest = { from: at, to: part.to };
      const plain = () => plainOf(rest, read, found, today);
      if (AND.test(read[at - 1] ?? "") && isAction(plain())) return at;
      if (beginsAction(read[at] ?? "", read[at - 1] ?? "")) {
        // In German the object stands before it: all since the last thing told.
        return (read[at] ?? "").endsWith("en") && at === part.to - 1
          ? lastTold(part, at, i)
          : at;
      }
    }
    const ahead = daysOf(part).find(({ isAhead }) => isAhead);
    if (!ahead) return null;
    const told = lastTold(part, ahead.at, i);
    return told;
  }
  /** Behind the last day, time or evaluation of a part before a place in it; null = there is none. */
  function lastTold(part: Part, before: number, i: number): number | null {
    let end = -1;
    for (const [at, { length, isAhead }] of found.days)
      if (at >= part.from && at < before && !isAhead)
        end = Math.max(end, at + length);
    for (const [at, { length }] of found.times)
      if (at >= part.from && at < before) end = Math.max(end, at + length);
    let offset = 0;
    const offsets: number[] = [];
    for (let at = part.from; at < part.to; at++) {
      offsets.push(offset);
      offset += (read[at] ?? "").length + 1;
    }
    const text = read.slice(part.from, part.to).join(" ");
    for (const { to } of outcomeSpans(text)) {
      const at = offsets.findIndex((start) => start >= to);
      const place = at < 0 ? part.to : part.from + at;
      if (place <= before) end = Math.max(end, place);
    }
    if (end > part.from && end < part.to) return end;
    return i === 0 ? null : null;
  }
}
