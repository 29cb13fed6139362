import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { Reading } from "../../../shared/domain/typed-visit.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatShortDay, formatWeekday } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

/** What rows need to say things in the person's language; the same object as long as that says the same. */
export interface WeekWords {
  readonly t: TFunction;
  readonly reading: Reading;
  readonly templates: readonly {
    readonly code: string;
    readonly text: string;
  }[];
  template(code: string): Code | null;
  templateText(code: string): string;
  /** `lun. 09.03.`, with the year where it is another one. */
  weekday(day: CalendarDay): string;
  /** The same of a row, worked out once a day: its year stands in the heading. */
  rowDay(day: CalendarDay): string;
  shortDay(day: CalendarDay): string;
}

export function useWeekWords(): WeekWords {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const codes = useCodes();
  return useMemo(() => {
    const days = new Map<CalendarDay, string>();
    const of = codes.of("interactionTemplate");
    return {
      t,
      reading: { today, language },
      templates: of.map((one) => ({
        code: one.code,
        text: codeText(one, language),
      })),
      template: (code) => codes.find("interactionTemplate", code),
      templateText: (code) =>
        code === "" ? "" : codes.text("interactionTemplate", code, language),
      weekday: (day) => formatWeekday(day, language, today),
      rowDay(day) {
        const known = days.get(day) ?? formatWeekday(day, language, day);
        days.set(day, known);
        return known;
      },
      shortDay: (day) => formatShortDay(day, today),
    };
  }, [t, language, today, codes]);
}
