import ArticleOutlined from "@mui/icons-material/ArticleOutlined";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { daysBetween } from "../../../shared/core/calendar.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useColleagues } from "../../local-store/use-colleagues.ts";
import { useDue } from "../../local-store/use-agenda.ts";
import type { DueRow } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatCount, formatWeekday } from "../../ui/format.ts";
import { GrowingLines } from "../../ui/growing-lines.tsx";
import { FocusKeeper, Line, type ContactLink } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { LogVisitHint } from "./log-visit-hint.tsx";
import { TaskMark } from "./task-mark.tsx";

const DOZEN = 12;
const PAGE = 50;
const NO_MORE = { overdue: 0, today: 0, soon: 0, later: 0 };
const GROUPS = [
  ["overdue", "today.dueOverdue"],
  ["today", "today.dueToday"],
  ["soon", "today.dueSoon"],
  ["later", "task.dueLater"],
] as const;
const ROOM_OF_ALL = 200;

/**
 * Open tasks of the person and their teams: overdue, today, the next seven days, with `all` the later ones, too; ticked
 * off where they stand.
 */
export function DueTasks(props: {
  link: ContactLink;
  whose?: "own" | "team" | "all";
  all?: boolean;
}) {
  const { t } = useTranslation();
  const { today, owner } = useSession();
  const [more, setMore] = useState(NO_MORE);
  const { link, whose = "own", all = false } = props;
  const own = owner.salesperson ?? null;
  const salesperson = whose === "all" ? null : own;
  const teams = useColleagues(own);
  const due = useDue({
    ...{ today, salesperson, more },
    colleagues: whose === "team" ? teams.team : teams.own,
    room: all ? ROOM_OF_ALL : DOZEN,
  });
  if (due === null) return <Section id="due" title={t("today.due")} />;
  const groups = GROUPS.filter(
    ([name]) => due[name].total > 0 && (all || name !== "later"),
  );
  return (
    <Section id="due" title={t("today.due")}>
      <FocusKeeper>
        {groups.length === 0 && <LogVisitHint text={t("today.dueNone")} />}
        {groups.map(([name, label]) => (
          <Box key={name} sx={{ "& + &": { mt: 2 } }}>
            <Typography
              component="h3"
              sx={{
                display: "flex",
                gap: 0.75,
                fontSize: 12.5,
                fontWeight: 650,
                color: name === "overdue" ? "error.main" : "text.secondary",
              }}
            >
              {t(label)}
              <Box component="span" sx={{ fontWeight: 450 }}>
                {formatCount(due[name].total)}
              </Box>
            </Typography>
            <GrowingLines
              label={t(label)}
              shown={due[name].rows.length}
              total={due[name].total}
              onMore={() =>
                setMore((before) => ({
                  ...before,
                  [name]: before[name] + PAGE,
                }))
              }
            >
              {due[name].rows.map((row) => (
                <DueLine key={row.task.id} row={row} link={link} />
              ))}
            </GrowingLines>
          </Box>
        ))}
      </FocusKeeper>
    </Section>
  );
}

function DueLine({ row, link }: { row: DueRow; link: ContactLink }) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { language, today, owner } = useSession();
  const { openTask, brief } = useCommands();
  const { task, contact } = row;
  const late = daysBetween(task.date, today);
  const whose =
    task.salesperson !== undefined &&
    task.salesperson !== owner.salesperson &&
    codes.text("salesperson", task.salesperson, language);
  const team = task.team && codes.text("team", task.team, language);
  const facts = [
    t(`task.type.${task.type}`),
    (contact?.type === "person" && contact.companyName) || contact?.city,
    whose,
    team,
  ].filter(Boolean);
  return (
    <Line
      id={task.id}
      contactId={contact?.id}
      taskId={task.id}
      mark={<TaskMark task={task} who={contact?.name} />}
      title={
        <ButtonBase
          onClick={() => openTask(task.id)}
          sx={{
            font: "inherit",
            textAlign: "left",
            borderRadius: 0.5,
            "&:hover": { textDecoration: "underline" },
          }}
        >
          {task.description}
        </ButtonBase>
      }
      meta={
        <>
          {contact && <>{link(contact)} · </>}
          {facts.join(" · ")}
        </>
      }
      end={
        <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
          <Box>
            <Box>
              {task.date === today
                ? task.startTime
                : formatWeekday(task.date, language, today)}
            </Box>
            {late > 0 && (
              <Box sx={{ color: "error.main", fontWeight: 550 }}>
                {t("today.daysLate", { count: late })}
              </Box>
            )}
          </Box>
          {contact && (
            <Tooltip title={t("brief.open")}>
              <IconButton
                size="small"
                aria-label={t("brief.openOf", { name: contact.name })}
                onClick={() => brief(contact.id)}
                sx={{ color: "text.secondary" }}
              >
                <ArticleOutlined sx={{ fontSize: 17 }} />
              </IconButton>
            </Tooltip>
          )}
        </Box>
      }
    />
  );
}
