import { useTranslation } from "react-i18next";
import { ok, type Result } from "../../../shared/core/result.ts";
import type { Change } from "../../../shared/domain/change.ts";
import {
  cancelTask,
  completeTask,
  reopenTask,
} from "../../../shared/domain/close-task.ts";
import {
  editTask,
  planTask,
  postponeTask,
  type TaskDraft,
} from "../../../shared/domain/plan-task.ts";
import { runActivity } from "../../../shared/domain/run-activity.ts";
import type { Code } from "../../../shared/entities/code.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Task } from "../../../shared/entities/task.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCommands, type WorkFrom } from "../../ui/commands.ts";
import type { FormProblem } from "../../ui/form-problem.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { wordOf } from "../../ui/word-of.ts";

/** Which field of the form a refusal is about. */
const FIELDS: Readonly<Record<string, string>> = {
  "description-missing": "description",
  nobody: "salesperson",
  "type-kept": "type",
  "no-formula": "repeatEvery",
  "base-missing": "repeatFrom",
};

type Outcome = Result<readonly Change[], { readonly kind: string }>;

/** Everything that is done with a task; each answers what stood against it, in words, or null, and is one step of Undo. */
export function useTaskCommands() {
  const { t, i18n } = useTranslation();
  const { save } = useLocalStore();
  const { newId, today } = useSession();
  const { logVisit } = useCommands();
  const notify = useNotify();

  async function commit(
    label: string,
    outcome: Outcome,
    along: readonly Change[] = [],
    more?: { readonly label: string; run(): void },
  ): Promise<FormProblem | null> {
    if (!outcome.ok) {
      const { kind } = outcome.error;
      const text = wordOf(i18n, `task.refused.${kind}`) ?? t("error.save.io");
      return { text, field: FIELDS[kind] };
    }
    if (outcome.value.length === 0) return null;
    const result = await save(label, [...outcome.value, ...along]);
    if (result.status === "failed")
      return { text: t(`error.save.${result.reason}`) };
    const text = wordOf(i18n, label) ?? label;
    notify({ text, undo: true, ...(more ? { more } : {}) });
    return null;
  }

  return {
    plan: (
      contact: Contact | null,
      draft: TaskDraft,
      from: WorkFrom | undefined,
      along: readonly Change[],
    ) =>
      commit(
        "action.planTask",
        planTask({ contact, newId, ...(from ? { from } : {}) }, draft),
        along,
      ),
    /** TSK-9: the steps of an activity in place of one task. */
    run: (
      activity: Code,
      contact: Contact | null,
      draft: TaskDraft,
      along: readonly Change[],
    ) =>
      commit(
        "action.runActivity",
        ok(
          runActivity(
            activity,
            draft.date,
            {
              ...(contact ? { contactId: contact.id } : {}),
              ...(contact?.companyId ? { companyId: contact.companyId } : {}),
              ...(draft.salesperson ? { salesperson: draft.salesperson } : {}),
              ...(draft.team ? { team: draft.team } : {}),
            },
            newId,
          ),
        ),
        along,
      ),
    edit: (
      task: Task,
      contact: Contact | null,
      draft: TaskDraft,
      along: readonly Change[],
    ) => commit("action.editTask", editTask(task, contact, draft), along),
    /** TSK-3: what was done with a contact is offered to be written up. */
    complete: (task: Task, by: string | null) =>
      commit(
        "action.closeTask",
        completeTask(task, { today, by, newId }),
        [],
        task.contactId === undefined
          ? undefined
          : {
              label: t("task.writeUp"),
              run: () =>
                logVisit(task.contactId, {
                  taskId: task.id,
                  call: task.type === "phoneCall",
                }),
            },
      ),
    postpone: (task: Task, date: string) =>
      commit("action.postponeTask", ok(postponeTask(task, date))),
    cancel: (task: Task, withNext: boolean) =>
      commit("action.cancelTask", ok(cancelTask(task, today, newId, withNext))),
    reopen: (task: Task) => commit("action.reopenTask", ok(reopenTask(task))),
    remove: (task: Task) =>
      commit(
        "action.deleteTask",
        ok([{ c: "tasks", id: task.id, before: task, after: null }]),
      ),
  };
}
