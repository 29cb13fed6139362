import { addDays, type CalendarDay } from "../../core/calendar.ts";
import { addMonths, weekdayOf } from "../parse-day.ts";
import type { CalendarEvent } from "./ghosts.ts";
import { daysOf } from "./iso-week.ts";
import { instantOf, isZone, wallTime, type WallTime } from "./zoned-time.ts";

/** One property of an event: its parameters and its value. */
interface Property {
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}
type Properties = ReadonlyMap<string, readonly Property[]>;

/** A start, on the wall of the zone it was written in. */
interface Start extends WallTime {
  readonly zone: string;
}

const MOST_OCCURRENCES = 2_000;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/**
 * The appointments of a week from a calendar file (RFC 5545), in local time: with their time zones, repetitions by day,
 * week, month and year, and single dates that were moved or taken out. Whole days and cancelled ones are none.
 *
 * @param zone of this machine, an IANA name
 */
export function readCalendarFile(
  text: string,
  monday: CalendarDay,
  zone: string,
): readonly CalendarEvent[] {
  const events = eventsIn(text);
  const moved = new Set<string>();
  for (const event of events) {
    const original = startOf(event, "RECURRENCE-ID", zone);
    if (original) moved.add(occurrence(textOf(event, "UID"), original));
  }
  const found = events.flatMap((event) =>
    occurrencesOf(event, monday, zone, moved),
  );
  return found.sort((a, b) => {
    const [one, other] = [`${a.day} ${a.time}`, `${b.day} ${b.time}`];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}

function occurrencesOf(
  event: Properties,
  monday: CalendarDay,
  zone: string,
  moved: ReadonlySet<string>,
): readonly CalendarEvent[] {
  const start = startOf(event, "DTSTART", zone);
  if (!start || textOf(event, "STATUS") === "CANCELLED") return [];
  const uid = textOf(event, "UID");
  const isMoved = event.has("RECURRENCE-ID");
  const out = new Set(
    (event.get("EXDATE") ?? []).flatMap(({ params, value }) =>
      value.split(",").flatMap((one) => {
        const at = readStart({ params, value: one }, zone);
        return at ? [occurrence(uid, at)] : [];
      }),
    ),
  );
  const minutes = minutesOf(event, start, zone);
  const rule = isMoved ? "" : textOf(event, "RRULE");
  const week = new Set(daysOf(monday));
  return daysFor(start, rule, addDays(monday, 7)).flatMap((day) => {
    const at = { ...start, day };
    if (
      !isMoved &&
      (out.has(occurrence(uid, at)) || moved.has(occurrence(uid, at)))
    )
      return [];
    const here = wallTime(instantOf(at, start.zone), zone);
    if (!week.has(here.day)) return [];
    return [
      {
        ...{ uid: uid || textOf(event, "SUMMARY"), ...here, minutes },
        title: textOf(event, "SUMMARY"),
        who: whoOf(event),
        contactId: "",
      },
    ];
  });
}

function occurrence(uid: string, { day, time, zone }: Start): string {
  return `${uid} ${instantOf({ day, time }, zone)}`;
}

/** Days on which it takes place, from its first one to some day after `until`. */
function daysFor(
  start: Start,
  rule: string,
  until: CalendarDay,
): readonly CalendarDay[] {
  const parts = new Map(
    rule.split(";").map((part) => part.split("=", 2) as [string, string]),
  );
  const freq = parts.get("FREQ");
  if (freq === undefined) return [start.day];
  const interval = Math.max(1, Number(parts.get("INTERVAL") ?? 1) || 1);
  const count = Number(parts.get("COUNT") ?? MOST_OCCURRENCES);
  const ends = parts.get("UNTIL")?.slice(0, 8) ?? "";
  const last =
    ends === ""
      ? until
      : `${ends.slice(0, 4)}-${ends.slice(4, 6)}-${ends.slice(6, 8)}`;
  const by = (parts.get("BYDAY") ?? "")
    .split(",")
    .map((day) => WEEKDAYS.indexOf(day))
    .filter((day) => day >= 0);
  const days: CalendarDay[] = [];
  for (let n = 0; n < MOST_OCCURRENCES && days.length < count; n++) {
    const next = nthPeriod(start.day, freq, n * interval, by);
    if (next === null) return [start.day];
    for (const day of next)
      if (day >= start.day && day <= last && days.length < count)
        days.push(day);
    if ((next[0] ?? "") > until) break;
  }
  return days;
}

/** The days of the n-th period from the first; null for a rule that is not known. */
function nthPeriod(
  first: CalendarDay,
  freq: string,
  n: number,
  by: readonly number[],
): readonly CalendarDay[] | null {
  switch (freq) {
    case "DAILY": {
      const day = addDays(first, n);
      return by.length === 0 || by.includes(weekdayOf(day)) ? [day] : [];
    }
    case "WEEKLY": {
      const monday = addDays(first, n * 7 - weekdayOf(first));
      const of =
        by.length > 0 ? [...by].sort((a, b) => a - b) : [weekdayOf(first)];
      return of.map((day) => addDays(monday, day));
    }
    case "MONTHLY":
    case "YEARLY": {
      if (by.length > 0) return null;
      const day = addMonths(first, freq === "MONTHLY" ? n : n * 12);
      // A month without that day has none.
      return day.slice(8) === first.slice(8) ? [day] : [];
    }
    default:
      return null;
  }
}

function minutesOf(
  event: Properties,
  start: Start,
  zone: string,
): number | null {
  const end = startOf(event, "DTEND", zone);
  if (end) {
    const ms = instantOf(end, end.zone) - instantOf(start, start.zone);
    return ms > 0 ? Math.round(ms / 60_000) : null;
  }
  const length = /^PT?(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?/.exec(
    textOf(event, "DURATION"),
  );
  if (!length) return null;
  const [days = 0, hours = 0, minutes = 0] = length
    .slice(1)
    .map((n) => Number(n ?? 0));
  return days * 1440 + hours * 60 + minutes || null;
}

/** The first who was invited, else the place: in a salesperson's diary that is the customer. */
function whoOf(event: Properties): string {
  const [invited] = event.get("ATTENDEE") ?? [];
  return (invited?.params.get("CN") ?? "") || textOf(event, "LOCATION");
}

function startOf(event: Properties, name: string, zone: string): Start | null {
  const [property] = event.get(name) ?? [];
  return property ? readStart(property, zone) : null;
}

function readStart({ params, value }: Property, zone: string): Start | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d{0,2}(Z?)$/.exec(value);
  if (!match) return null;
  const [, year, month, date, hour, minute, utc] = match;
  const named = params.get("TZID") ?? "";
  const at = { day: `${year}-${month}-${date}`, time: `${hour}:${minute}` };
  if (Number.isNaN(Date.parse(`${at.day}T${at.time}:00Z`))) return null;
  return { ...at, zone: utc ? "UTC" : isZone(named) && named ? named : zone };
}

function textOf(event: Properties, name: string): string {
  const [property] = event.get(name) ?? [];
  return (property?.value ?? "")
    .replace(/\\n/gi, "\n")
    .replace(/\\([,;\\])/g, "$1")
    .trim();
}

function eventsIn(text: string): readonly Properties[] {
  const events: Map<string, Property[]>[] = [];
  let open: Map<string, Property[]> | null = null;
  let depth = 0;
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    if (/^BEGIN:VEVENT$/i.test(line)) {
      open = new Map();
      events.push(open);
      depth = 0;
    } else if (/^END:VEVENT$/i.test(line)) open = null;
    else if (/^BEGIN:/i.test(line)) depth += 1;
    else if (/^END:/i.test(line)) depth -= 1;
    else if (open && depth === 0) readProperty(line, open);
  }
  return events;
}

function readProperty(line: string, event: Map<string, Property[]>): void {
  const match = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^;:"]*))*):(.*)$/i.exec(
    line,
  );
  if (!match) return;
  const [, name = "", params = "", value = ""] = match;
  const read = new Map<string, string>();
  for (const [, key = "", quoted, plain = ""] of params.matchAll(
    /;([A-Z-]+)=(?:"([^"]*)"|([^;:"]*))/gi,
  ))
    read.set(key.toUpperCase(), quoted ?? plain);
  const key = name.toUpperCase();
  event.set(key, [...(event.get(key) ?? []), { params: read, value }]);
}
