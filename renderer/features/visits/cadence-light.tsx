import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  daysBetween,
  type CalendarDay,
} from "../../../shared/core/calendar.ts";
import { visitLight } from "../../../shared/domain/visit-cadence.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatShortDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

const TONES = { red: "error", amber: "warning", green: "success" } as const;

/** The traffic light of a contact's visit cadence, with its words; nothing without a cadence. */
export function CadenceLight({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { today, language } = useSession();
  const due = useVisitDue(contact);
  if (contact.cadence === undefined || due === null) return null;
  const late = daysBetween(due, today);
  const tone = TONES[visitLight(due, today)];
  return (
    <Tooltip
      title={t("cadence.hint", {
        cadence: codes.text("visitCadence", contact.cadence, language),
      })}
    >
      <Box
        component="span"
        data-light={visitLight(due, today)}
        sx={{
          display: "inline-flex",
          alignItems: "center",
          gap: 0.75,
          px: 1,
          borderRadius: 3,
          fontWeight: 550,
          lineHeight: "22px",
          bgcolor: `soft.${tone}`,
          color: `${tone}.main`,
        }}
      >
        <Box
          aria-hidden
          sx={{
            width: 8,
            height: 8,
            borderRadius: "50%",
            bgcolor: "currentColor",
          }}
        />
        {late > 0
          ? t("cadence.late", { count: late })
          : late === 0
            ? t("cadence.today")
            : t("cadence.due", { day: formatShortDay(due, today) })}
      </Box>
    </Tooltip>
  );
}

/** As the list counts it; null = there is none, or not yet known. */
function useVisitDue({ id, cadence }: Contact): CalendarDay | null {
  const { list, agenda } = useLocalStore();
  const [due, setDue] = useState<CalendarDay | null>(null);
  useEffect(() => {
    if (cadence === undefined) return;
    let round = 0;
    const read = async () => {
      const mine = ++round;
      const [row] = await list.rows([id]);
      if (mine === round) setDue(row?.visitDue ?? null);
    };
    void read();
    const stops = [list, agenda].map((one) => one.subscribe(() => void read()));
    return () => {
      round = -1;
      for (const stop of stops) stop();
    };
  }, [list, agenda, id, cadence]);
  return due;
}
