import TodayRounded from "@mui/icons-material/TodayRounded";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { localDay } from "../../../shared/core/calendar.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { TypedSettingRow } from "../../ui/typed-setting-row.tsx";

/** Which day "today" is for entry; empty = the computer's. */
export function WorkDateRow(props: {
  value: string | null;
  onChoose(day: string | null): void;
}) {
  const { t } = useTranslation();
  const { now } = useSession();
  const { value } = props;
  const machineDay = localDay(new Date(now()));
  const written = (day: string | null) => (day === null ? "" : formatDay(day));
  const dayOf = (text: string) => parseDay(text, machineDay);
  return (
    <TypedSettingRow
      label={t("settings.workDate")}
      hint={t("settings.workDateHint")}
      stored={written(value)}
      placeholder={formatDay(machineDay)}
      width={230}
      read={(typed) => written(dayOf(typed)) || (typed === "" ? "" : null)}
      said={(bad) =>
        bad
          ? t("settings.workDateBad")
          : value === null
            ? t("settings.workDateNone", { day: formatDay(machineDay) })
            : t("settings.workDateSet", { day: formatDay(value) })
      }
      onCommit={(text) => props.onChoose(dayOf(text))}
      {...(value === null
        ? {}
        : {
            more: (
              <Button
                size="small"
                startIcon={<TodayRounded />}
                onClick={() => props.onChoose(null)}
              >
                {t("settings.useToday")}
              </Button>
            ),
          })}
    />
  );
}
