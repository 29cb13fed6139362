import TaskAltRounded from "@mui/icons-material/TaskAltRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  daysBetween,
  type CalendarDay,
} from "../../../shared/core/calendar.ts";
import { useWeek } from "../../local-store/use-agenda.ts";
import type { WeekAnswer } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { Delayed } from "../../ui/delayed.tsx";
import { formatShortDay, formatWeekday } from "../../ui/format.ts";
import { KindMark, kindOf } from "../../ui/kind-mark.tsx";
import { GrowingLines } from "../../ui/growing-lines.tsx";
import { FocusKeeper, Line, type ContactLink } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { LogVisitHint } from "./log-visit-hint.tsx";
import { useOlderVisits } from "./use-older-visits.ts";

const FEW = 8;
const PAGE = 50;

/** Whom one would expect in this week's notes and does not find there, each with its way to write it up. */
export function NotWrittenUp({ link }: { link: ContactLink }) {
  const { t } = useTranslation();
  const { today, owner } = useSession();
  const [room, setRoom] = useState(FEW);
  const salesperson = owner.salesperson ?? null;
  const week = useWeek({ today, salesperson, room });
  const unknown = (week?.rows ?? []).filter((row) => row.lastVisit === null);
  const older = useOlderVisits(unknown.map((row) => row.contactId));
  const title = t("today.week");
  if (week === null) return <Reading title={title} />;
  return (
    <Section
      id="week"
      title={title}
      {...(week.total > 0 ? { hint: t("today.weekRule") } : {})}
    >
      <Typography
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 1,
          mb: 1,
          fontWeight: 550,
        }}
      >
        {week.written > 0 && (
          <TaskAltRounded
            aria-hidden
            sx={{ fontSize: 18, color: "success.main" }}
          />
        )}
        {t("today.written", { count: week.written })}
      </Typography>
      <FocusKeeper>
        {week.total === 0 && <LogVisitHint text={t("today.weekNone")} />}
        <GrowingLines
          label={title}
          shown={week.rows.length}
          total={week.total}
          onMore={() => setRoom((before) => before + PAGE)}
        >
          {week.rows.map((row) => (
            <WeekLine
              key={row.contactId}
              row={row}
              lastVisit={row.lastVisit ?? older.get(row.contactId)}
              link={link}
            />
          ))}
        </GrowingLines>
      </FocusKeeper>
    </Section>
  );
}

/** The first look at some hundred thousand visits takes seconds, beside everything else. */
function Reading({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <Section id="week" title={title}>
      <Delayed>
        <Typography role="status" color="textSecondary">
          {t("today.weekReading")}
        </Typography>
      </Delayed>
    </Section>
  );
}

function WeekLine(props: {
  row: WeekAnswer["rows"][number];
  /** Undefined = not known yet. */
  lastVisit: CalendarDay | null | undefined;
  link: ContactLink;
}) {
  const { t } = useTranslation();
  const commands = useCommands();
  const { language, today } = useSession();
  const titleId = useId();
  const { row, lastVisit } = props;
  const { contact, meeting, everyDays } = row;
  const where =
    (contact.type === "person" && contact.companyName) || contact.city;
  const late = contact.visitDue ? daysBetween(contact.visitDue, today) : 0;
  const why = [
    meeting &&
      t("today.meeting", { day: formatWeekday(meeting.date, language, today) }),
    everyDays !== null && t("today.every", { count: everyDays }),
    late > 0 && t("today.visitLate", { count: late }),
    lastVisit !== undefined &&
      (lastVisit === null
        ? t("today.noVisit")
        : t("today.lastVisit", { day: formatShortDay(lastVisit, today) })),
  ].filter(Boolean);
  return (
    <Line
      id={contact.id}
      contactId={contact.id}
      mark={<KindMark kind={kindOf(contact)} size={30} />}
      titleId={titleId}
      title={
        <>
          {props.link(contact)}
          {where !== "" && (
            <Box
              component="span"
              sx={{ fontWeight: 400, color: "text.secondary", fontSize: 12.5 }}
            >
              {" "}
              {where}
            </Box>
          )}
        </>
      }
      meta={why.join(" · ")}
      end={
        <Button
          size="small"
          variant="outlined"
          aria-describedby={titleId}
          onClick={() => commands.logVisit(contact.id)}
        >
          {t("card.logVisit")}
        </Button>
      }
    />
  );
}
