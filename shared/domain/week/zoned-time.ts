import type { CalendarDay } from "../../core/calendar.ts";

/** A moment on the wall of somebody's office. */
export interface WallTime {
  readonly day: CalendarDay;
  /** `HH:MM`. */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Null for a zone that nobody knows (Windows has names of its own). */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat("en-CA", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric" },
      ...{ month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit" },
    });
  } catch {
    // Not a zone.
  }
  formats.set(zone, format);
  return format;
}

export function isZone(zone: string): boolean {
  return formatOf(zone) !== null;
}

/** An instant (Unix milliseconds) as the clock shows it in a zone. */
export function wallTime(instant: number, zone: string): WallTime {
  const parts = new Map(
    formatOf(zone)
      ?.formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "00";
  return {
    day: `${of("year")}-${of("month")}-${of("day")}`,
    time: `${of("hour")}:${of("minute")}`,
  };
}

/**
 * The instant at which the clock of a zone shows that time. An hour that is skipped in spring lies after the gap, of one
 * that comes twice in autumn it is the first.
 */
export function instantOf({ day, time }: WallTime, zone: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const offsetAt = (instant: number) => {
    const shown = wallTime(instant, zone);
    return Date.parse(`${shown.day}T${shown.time}:00Z`) - instant;
  };
  const before = offsetAt(asUtc - 86_400_000);
  const after = offsetAt(asUtc + 86_400_000);
  const first = asUtc - before;
  if (before === after || offsetAt(first) === before) return first;
  const second = asUtc - after;
  return offsetAt(second) === after ? second : first;
}
