import type { ComponentProps } from "react";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import { TypedDayField } from "../../ui/typed-day-field.tsx";

/** A day of a card, as one types it anywhere. */
export function DayField(
  props: Omit<ComponentProps<typeof TypedDayField>, "read">,
) {
  return <TypedDayField {...props} read={parseDay} />;
}

/** The day that a text names; null = none, or it cannot be read. */
export function dayOf(text: string, today: CalendarDay): CalendarDay | null {
  return parseDay(text.trim(), today);
}
