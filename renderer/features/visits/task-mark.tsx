import CheckCircleRounded from "@mui/icons-material/CheckCircleRounded";
import RadioButtonUncheckedRounded from "@mui/icons-material/RadioButtonUncheckedRounded";
import ButtonBase from "@mui/material/ButtonBase";
import Tooltip from "@mui/material/Tooltip";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isClosed } from "../../../shared/domain/close-task.ts";
import type { FocusFollower } from "./focus-follower.ts";
import { useTaskToggle, type ShownTask } from "./use-task-toggle.ts";

/** The circle of a task: pressed, the task is completed; pressed again, it is open again (TSK-2). */
export function TaskMark(props: {
  task: ShownTask;
  /** With whom, where tasks of several contacts stand together. */
  who?: string | undefined;
  /** A toggled task that stands elsewhere afterwards takes the focus with it. */
  focus?: FocusFollower;
}) {
  const { t } = useTranslation();
  const toggle = useTaskToggle();
  const mark = useRef<HTMLButtonElement>(null);
  const { task, focus } = props;
  const closed = isClosed(task);
  useEffect(() => {
    if (!focus?.takes(task.id)) return;
    // Who has gone on meanwhile, with `/` into the filter, is not called back.
    if (!document.activeElement?.matches("body, main")) return;
    mark.current?.focus({ preventScroll: true });
  }, [focus, task.id]);
  return (
    <Tooltip title={t(closed ? "task.reopen" : "task.complete")}>
      <ButtonBase
        ref={mark}
        role="checkbox"
        aria-checked={closed}
        aria-label={[
          t("task.done", { description: task.description }),
          props.who,
        ]
          .filter(Boolean)
          .join(" · ")}
        onClick={() => {
          focus?.follow(task.id);
          void toggle(task);
        }}
        sx={{
          flex: "none",
          width: 27,
          height: 27,
          borderRadius: "50%",
          color: closed ? "success.main" : "text.secondary",
          "& svg": { fontSize: 20 },
          "&:hover": { bgcolor: "surface.hover", color: "success.main" },
        }}
      >
        {closed ? <CheckCircleRounded /> : <RadioButtonUncheckedRounded />}
      </ButtonBase>
    </Tooltip>
  );
}
