import { isCalendarDay } from "../../../shared/core/calendar.ts";
import type { CalendarEvent } from "../../../shared/domain/week/ghosts.ts";

/** The stored appointments of a week; what is none is left out. */
export function readCalendar(value: unknown): readonly CalendarEvent[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const stored = (one ?? {}) as Readonly<Record<string, unknown>>;
    const text = (key: keyof CalendarEvent) => {
      const found = stored[key];
      return typeof found === "string" ? found : "";
    };
    if (!isCalendarDay(text("day")) || text("uid") === "") return [];
    const minutes = stored["minutes"];
    return [
      {
        uid: text("uid"),
        day: text("day"),
        time: text("time"),
        minutes: typeof minutes === "number" ? minutes : null,
        title: text("title"),
        who: text("who"),
        contactId: text("contactId"),
      },
    ];
  });
}
