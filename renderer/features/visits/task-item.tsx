import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { isClosed } from "../../../shared/domain/close-task.ts";
import type { Task } from "../../../shared/entities/task.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatWeekday } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import type { FocusFollower } from "./focus-follower.ts";
import { TaskMark } from "./task-mark.tsx";
import { TimelineEntry } from "./timeline-entry.tsx";

/** Something to do, or done; an overdue one says so in words. */
export function TaskItem(props: {
  task: Task;
  who: string | undefined;
  focus: FocusFollower;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const commands = useCommands();
  const { language, today, owner } = useSession();
  const { task } = props;
  const closed = isClosed(task);
  const overdue = !closed && task.date < today;
  return (
    <TimelineEntry
      mark={<TaskMark task={task} focus={props.focus} />}
      taskId={task.id}
      contactId={task.contactId}
      title={task.description}
      when={formatWeekday(task.date, language, today)}
      who={props.who}
      muted={closed}
      onOpen={() => commands.openTask(task.id)}
      onHistory={() =>
        commands.openHistory({
          c: "tasks",
          id: task.id,
          title: task.description,
        })
      }
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
