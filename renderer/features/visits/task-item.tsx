import CheckCircleOutlineRounded from "@mui/icons-material/CheckCircleOutlineRounded";
import RadioButtonUncheckedRounded from "@mui/icons-material/RadioButtonUncheckedRounded";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Task } from "../../../shared/entities/task.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatWeekday } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { TimelineEntry } from "./timeline-entry.tsx";

/** Something to do, or done; an overdue one says so in words. */
export function TaskItem(props: { task: Task; who: string | undefined }) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { language, today, owner } = useSession();
  const { task } = props;
  const done = task.status === "completed";
  const overdue = !done && task.canceled !== true && task.date < today;
  return (
    <TimelineEntry
      icon={
        done ? <CheckCircleOutlineRounded /> : <RadioButtonUncheckedRounded />
      }
      title={task.description}
      when={formatWeekday(task.date, language, today)}
      who={props.who}
      muted={done || task.canceled === true}
    >
      <Box
        sx={{
          fontSize: 12.5,
          color: overdue ? "error.main" : "text.secondary",
        }}
      >
        {[
          t(`task.type.${task.type}`),
          overdue ? t("task.overdue") : t(`task.status.${task.status}`),
          task.salesperson &&
            task.salesperson !== owner.salesperson &&
            codes.text("salesperson", task.salesperson, language),
          task.canceled && t("visit.canceled"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Box>
    </TimelineEntry>
  );
}
