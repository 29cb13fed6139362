import CalendarMonthOutlined from "@mui/icons-material/CalendarMonthOutlined";
import ChevronLeftRounded from "@mui/icons-material/ChevronLeftRounded";
import ChevronRightRounded from "@mui/icons-material/ChevronRightRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import {
  isoWeek,
  readWeekName,
  weekName,
  type IsoWeek,
} from "../../../shared/domain/week/iso-week.ts";
import { useSession } from "../../ui/session.ts";
import { rangeText } from "./range-text.ts";

/** Which week it is, and the ways to another one. */
export function WeekHead(props: {
  week: IsoWeek;
  onWeek(week: IsoWeek): void;
  actions: ReactNode;
}) {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const { week, onWeek } = props;
  const picker = useRef<HTMLInputElement>(null);
  const now = isoWeek(today);
  const by = (weeks: number) => isoWeek(addDays(week.monday, weeks * 7));
  return (
    <Box
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        gap: 1,
        flex: "none",
      }}
    >
      <Box sx={{ flex: "1 1 auto" }}>
        <Typography variant="h1">
          {t("week.title", { n: week.week })}
        </Typography>
        <Typography color="textSecondary">
          {rangeText(week, language)}
        </Typography>
      </Box>
      <IconButton
        aria-label={t("week.previous")}
        title={t("key.previousWeek")}
        aria-keyshortcuts="Alt+ArrowUp"
        onClick={() => onWeek(by(-1))}
      >
        <ChevronLeftRounded />
      </IconButton>
      <IconButton
        aria-label={t("week.choose")}
        onClick={() => picker.current?.showPicker()}
      >
        <CalendarMonthOutlined />
      </IconButton>
      {/* Its text would be in the system's language: it only lends its calendar. */}
      <Box
        component="input"
        ref={picker}
        type="week"
        aria-hidden
        tabIndex={-1}
        value={weekName(week)}
        max={weekName(now)}
        onChange={({ target }: { target: HTMLInputElement }) => {
          const chosen = readWeekName(target.value);
          if (chosen) onWeek(chosen);
        }}
        sx={{
          width: 0,
          height: 32,
          ml: -1,
          p: 0,
          border: 0,
          opacity: 0,
          pointerEvents: "none",
        }}
      />
      <IconButton
        aria-label={t("week.next")}
        title={t("key.nextWeek")}
        aria-keyshortcuts="Alt+ArrowDown"
        disabled={week.monday >= now.monday}
        onClick={() => onWeek(by(1))}
      >
        <ChevronRightRounded />
      </IconButton>
      {week.monday !== now.monday && (
        <Button color="inherit" variant="outlined" onClick={() => onWeek(now)}>
          {t("week.thisWeek")}
        </Button>
      )}
      {props.actions}
    </Box>
  );
}
