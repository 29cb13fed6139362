import { useTranslation } from "react-i18next";
import { ok } from "../../../shared/core/result.ts";
import type { Change } from "../../../shared/domain/change.ts";
import {
  completeTask,
  isClosed,
  reopenTask,
} from "../../../shared/domain/close-task.ts";
import type { Task } from "../../../shared/entities/task.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCommands } from "../../ui/commands.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";

/** What is shown of a task that can be ticked off. */
export type ShownTask = Pick<
  Task,
  "id" | "status" | "canceled" | "description"
>;

/** Completes an open task, reopens a closed one, and offers to undo it. */
export function useTaskToggle(): (task: ShownTask) => Promise<void> {
  const { t } = useTranslation();
  const { store, save } = useLocalStore();
  const { today, owner, newId } = useSession();
  const { logVisit } = useCommands();
  const notify = useNotify();

  async function commit(
    label: "action.closeTask" | "action.reopenTask",
    changes: readonly Change[],
  ): Promise<boolean> {
    const result = await save(label, changes);
    if (result.status === "saved") return true;
    notify({ text: t(`error.save.${result.reason}`) });
    return false;
  }

  return async (shown) => {
    const task = await store.get("tasks", shown.id);
    // Deleted elsewhere meanwhile: it is about to leave the screen, too.
    if (task === null) return;
    // What the person saw decides: a second click on the same circle is no opposite one.
    const closed = isClosed(shown);
    const by = owner.salesperson ?? null;
    const done = closed
      ? ok(reopenTask(task))
      : completeTask(task, { today, by, newId });
    if (!done.ok) return notify({ text: t("task.refused.who-missing") });
    const changes = done.value;
    if (changes.length === 0) return;
    const label = closed ? "action.reopenTask" : "action.closeTask";
    if (!(await commit(label, changes))) return;
    notify({
      text: t("task.told", { done: t(label), description: task.description }),
      undo: true,
      ...(closed || task.contactId === undefined
        ? {}
        : {
            // TSK-3: what was done is offered to be written up.
            more: {
              label: t("task.writeUp"),
              run: () =>
                logVisit(task.contactId, {
                  taskId: task.id,
                  call: task.type === "phoneCall",
                }),
            },
          }),
    });
  };
}

/** The same for whoever knows no more of it than which one it is. */
export function useTickById(): (id: string) => Promise<void> {
  const { store } = useLocalStore();
  const toggle = useTaskToggle();
  return async (id) => {
    const task = await store.get("tasks", id);
    if (task !== null) await toggle(task);
  };
}
