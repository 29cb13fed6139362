import MoreHorizRounded from "@mui/icons-material/MoreHorizRounded";
import Divider from "@mui/material/Divider";
import IconButton from "@mui/material/IconButton";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { readCalendarFile } from "../../../shared/domain/week/read-calendar.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { printPage, savePdf } from "../../platform/save-file.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useMenu } from "../../ui/use-menu.ts";
import { findContact } from "./find-contact.ts";
import { useReport } from "./use-report.ts";
import type { OpenedWeek } from "./use-week.ts";
import { ReportSheet, reportText, type WeekReport } from "./week-report.tsx";
import type { WeekWords } from "./week-words.ts";

const MOST_BYTES = 30_000_000;

/** What comes into the week from elsewhere, and how it is handed on. */
export function WeekMenu(props: {
  opened: OpenedWeek;
  words: WeekWords;
  onPaste(): void;
}) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const { language } = useSession();
  const notify = useNotify();
  const { button, menu, choose } = useMenu();
  const file = useRef<HTMLInputElement>(null);
  const [printed, setPrinted] = useState<{
    readonly report: WeekReport;
    readonly ready: () => void;
  } | null>(null);
  const { opened, words } = props;
  const report = useReport(opened.model, words);

  async function onPaper(kind: "pdf" | "print"): Promise<void> {
    const made = report();
    await new Promise<void>((ready) => setPrinted({ report: made, ready }));
    try {
      const written =
        kind === "pdf" ? await savePdf(`${made.file}.pdf`) : await printPage();
      if (written === "failed") notify({ text: t("export.failed") });
      if (written === "saved") notify({ text: t("week.reportSaved") });
    } catch {
      notify({ text: t("export.failed") });
    } finally {
      setPrinted(null);
    }
  }

  function copy(): void {
    navigator.clipboard.writeText(reportText(report(), words)).then(
      () => notify({ text: t("week.copied") }),
      () => notify({ text: t("export.failed") }),
    );
  }

  async function readCalendar(chosen: File): Promise<void> {
    const { model } = opened;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const text = chosen.size > MOST_BYTES ? "" : await chosen.text();
    if (!/^BEGIN:VCALENDAR/im.test(text))
      return notify({ text: t("week.calendarUnreadable") });
    const events = await Promise.all(
      readCalendarFile(text, model.monday, zone).map(async (event) => {
        const found = await findContact(list, language, [
          event.who,
          event.title,
          event.title.replace(/^\S+\s+/, ""),
        ]);
        return {
          ...event,
          who: event.who || event.title,
          contactId: found?.id ?? "",
        };
      }),
    );
    const isNew = (uid: string) => !events.some((one) => one.uid === uid);
    opened.keepCalendar([
      ...model.calendar().filter(({ uid }) => isNew(uid)),
      ...events,
    ]);
    notify({ text: t("week.calendarRead", { count: events.length }) });
  }

  return (
    <>
      <IconButton {...button} aria-label={t("week.more")}>
        <MoreHorizRounded />
      </IconButton>
      <Menu {...menu}>
        <MenuItem onClick={choose(props.onPaste)}>
          <ListItemText>{t("week.paste")}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(() => file.current?.click())}>
          <ListItemText>{t("week.calendar")}</ListItemText>
        </MenuItem>
        <Divider />
        <MenuItem onClick={choose(() => void onPaper("pdf"))}>
          <ListItemText>{t("week.reportPdf")}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(() => void onPaper("print"))}>
          <ListItemText>{t("week.reportPrint")}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(copy)}>
          <ListItemText>{t("week.reportCopy")}</ListItemText>
        </MenuItem>
      </Menu>
      <input
        ref={file}
        type="file"
        hidden
        accept=".ics,text/calendar"
        aria-label={t("week.calendar")}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          target.value = "";
          if (chosen) void readCalendar(chosen);
        }}
      />
      {printed && <ReportSheet {...printed} words={words} />}
    </>
  );
}
