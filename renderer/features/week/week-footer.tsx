import Box from "@mui/material/Box";
import { Fragment, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  weekTotals,
  type WeekTotals,
} from "../../../shared/domain/week/week-totals.ts";
import { useSession } from "../../ui/session.ts";
import { useMinutesText } from "../../ui/minutes-text.ts";
import { entryOf } from "./line-texts.ts";
import { totalsLine } from "./totals-line.ts";
import type { WeekModel } from "./week-model.ts";
import type { WeekWords } from "./week-words.ts";

const SETTLED_MS = 200;

function totalsOf(model: WeekModel, words: WeekWords): WeekTotals {
  const entries = model.lines().flatMap((line) => entryOf(line, words) ?? []);
  return weekTotals(entries, model.monday, words.reading.today);
}

/** The sums of the week, a moment after what they are of: they must not cost whoever types. */
function useTotals(model: WeekModel, words: WeekWords): WeekTotals {
  const [totals, setTotals] = useState(() => totalsOf(model, words));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null;
        setTotals(totalsOf(model, words));
      }, SETTLED_MS);
    };
    soon();
    const stop = model.subscribe(soon);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [model, words]);
  return totals;
}

/** What the week comes to, in all and by day; a day of which nothing is told is named, and never stands in the way. */
export function WeekFooter(props: { model: WeekModel; words: WeekWords }) {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const minutesText = useMinutesText();
  const totals = useTotals(props.model, props.words);
  return (
    <Box
      component="section"
      aria-label={t("week.totals")}
      sx={{ display: "flex", flexDirection: "column", gap: 1, flex: "none" }}
    >
      <Box
        component="ul"
        sx={{
          listStyle: "none",
          m: 0,
          p: 0,
          display: "grid",
          gridTemplateColumns: "repeat(7, minmax(0, 1fr))",
          gap: 0.75,
        }}
      >
        {totals.days.map(({ day, visits, contacts, minutes }) => {
          const isEmpty = totals.emptyDays.includes(day);
          const isAhead = day > today;
          return (
            <Box
              component="li"
              key={day}
              sx={{
                px: 1.25,
                py: 0.75,
                borderRadius: 1,
                border: 1,
                borderColor: day === today ? "primary.main" : "divider",
                bgcolor: isEmpty ? "soft.warning" : "background.paper",
                color: isAhead ? "text.secondary" : "text.primary",
                fontSize: 12.5,
                lineHeight: "18px",
                minWidth: 0,
              }}
            >
              <Box sx={{ fontWeight: 600 }}>{weekdayName(day, language)}</Box>
              <Box sx={{ color: isEmpty ? "warning.main" : "text.secondary" }}>
                {visits > 0
                  ? [
                      t("week.visits", { count: visits }),
                      contacts < visits &&
                        t("week.contacts", { count: contacts }),
                      minutes > 0 && minutesText(minutes),
                    ]
                      .filter((piece) => piece !== false)
                      .map((piece, at) => (
                        <Fragment key={piece}>
                          {at > 0 && " · "}
                          <Box component="span" sx={{ whiteSpace: "nowrap" }}>
                            {piece}
                          </Box>
                        </Fragment>
                      ))
                  : isAhead
                    ? t("week.ahead")
                    : t("week.nothingThatDay")}
              </Box>
            </Box>
          );
        })}
      </Box>
      <Box
        role="status"
        sx={{ fontWeight: 600, fontVariantNumeric: "tabular-nums" }}
      >
        {totalsLine(totals, t, minutesText)}
      </Box>
    </Box>
  );
}

function weekdayName(day: string, language: string): string {
  const name = new Intl.DateTimeFormat(language, {
    weekday: "short",
    day: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
