import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import { isClosed } from "../../../shared/domain/close-task.ts";
import { isRecurring } from "../../../shared/domain/repeat-task.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { Task } from "../../../shared/entities/task.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import type { FormProblem } from "../../ui/form-problem.ts";
import { useSession } from "../../ui/session.ts";
import { useTaskCommands } from "./use-task-commands.ts";

/** What becomes of a task: done (by whom, for a team: TSK-7), put off, cancelled (with the next or without: TSK-5), reopened. */
export function TaskActions(props: {
  task: Task;
  /** Null = it is saved. */
  onDone(problem: FormProblem | null): void;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { today, owner, language } = useSession();
  const commands = useTaskCommands();
  const [by, setBy] = useState("");
  const [asked, setAsked] = useState(false);
  const { task, onDone } = props;
  const run = (done: Promise<FormProblem | null>) => void done.then(onDone);
  if (isClosed(task))
    return (
      <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Box sx={{ flex: 1, color: "text.secondary" }}>
          {t(task.canceled ? "visit.canceled" : "task.status.completed")}
        </Box>
        <Button variant="outlined" onClick={() => run(commands.reopen(task))}>
          {t("task.reopen")}
        </Button>
      </Box>
    );
  const from = task.date < today ? today : task.date;
  const members =
    task.team === undefined
      ? []
      : (codes.find("team", task.team)?.members ?? []);
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
      {task.team !== undefined && (
        <TextField
          select
          size="small"
          label={t("task.completedBy")}
          value={by}
          onChange={(event) => setBy(event.target.value)}
          sx={{ minWidth: 180 }}
        >
          {codes
            .of("salesperson")
            .filter(
              ({ code }) => members.length === 0 || members.includes(code),
            )
            .map((one) => (
              <MenuItem key={one.id} value={one.code}>
                {codeText(one, language)}
              </MenuItem>
            ))}
        </TextField>
      )}
      <Button
        variant="contained"
        onClick={() =>
          run(
            commands.complete(
              task,
              task.team === undefined
                ? (owner.salesperson ?? null)
                : by || null,
            ),
          )
        }
      >
        {t("task.complete")}
      </Button>
      {([1, 7] as const).map((days) => (
        <Button
          key={days}
          variant="outlined"
          color="inherit"
          onClick={() => run(commands.postpone(task, addDays(from, days)))}
        >
          {t(days === 1 ? "task.tomorrow" : "task.inAWeek")}
        </Button>
      ))}
      {asked ? (
        <>
          <Button
            color="inherit"
            onClick={() => run(commands.cancel(task, true))}
          >
            {t("task.cancelWithNext")}
          </Button>
          <Button
            color="inherit"
            onClick={() => run(commands.cancel(task, false))}
          >
            {t("task.cancelAll")}
          </Button>
        </>
      ) : (
        <Button
          color="inherit"
          onClick={() =>
            isRecurring(task)
              ? setAsked(true)
              : run(commands.cancel(task, false))
          }
        >
          {t("task.cancel")}
        </Button>
      )}
      <Button color="inherit" onClick={() => run(commands.remove(task))}>
        {t("task.delete")}
      </Button>
    </Box>
  );
}
