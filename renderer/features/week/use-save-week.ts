import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { localTime } from "../../../shared/core/calendar.ts";
import { evaluations } from "../../../shared/domain/visit-outcomes.ts";
import { saveWeek } from "../../../shared/domain/week/save-week.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { formatCount } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { doneCommands } from "../../ui/undo-request.ts";
import { useSession } from "../../ui/session.ts";
import { readContacts } from "./known-contacts.ts";
import type { OpenedWeek } from "./use-week.ts";
import type { RowActions } from "./row-actions.ts";
import type { WeekWords } from "./week-words.ts";

/** Save all: the rows that are ready, in one step that Undo takes back; what is not ready stays in its row. */
export function useSaveWeek({ model }: OpenedWeek, words: WeekWords) {
  const { t } = useTranslation();
  const { store, list, save, undo } = useLocalStore();
  const { today, language, now, newId, owner } = useSession();
  const notify = useNotify();
  const busy = useRef(false);

  async function saveAll(): Promise<void> {
    const rows = model
      .lines()
      .flatMap((line) => (line.kind === "typed" ? [line.row] : []));
    const ids = new Set(rows.map(({ contactId }) => contactId));
    ids.delete("");
    const met = rows.flatMap(({ attendees }) => attendees);
    const [contacts, known, tasks] = await Promise.all([
      store.getMany("contacts", [...new Set([...ids, ...met])]),
      // Minutes of the last such visit, also where the row has been begun a moment ago.
      readContacts({ store, list }, [...ids], ids, new Map()),
      store.getMany(
        "tasks",
        rows.flatMap(({ taskId }) => (taskId === "" ? [] : [taskId])),
      ),
    ]);
    const { changes, saved } = saveWeek(rows, {
      reading: { today, language },
      userSalesperson: owner.salesperson ?? null,
      time: localTime(new Date(now())),
      contactOf: (id) => contacts.get(id) ?? null,
      templateOf: words.template,
      presetsOf: (row) =>
        known.get(row.contactId)?.presets?.(row.template) ?? {
          usualMinutes: null,
          opportunityId: "",
        },
      taskOf: (id) => tasks.get(id) ?? null,
      newId,
    });
    const left = model
      .lines()
      .filter(
        (line) => line.kind === "typed" && line.state.kind !== "blank",
      ).length;
    if (saved.length === 0)
      return notify({ text: t(left > 0 ? "week.noneReady" : "week.nothing") });
    const result = await save("action.saveWeek", changes);
    if (result.status === "failed")
      return notify({ text: t(`error.save.${result.reason}`) });
    model.saved(
      changes.flatMap((one) =>
        one.c === "interactions" && one.after ? [one.after] : [],
      ),
      changes.flatMap((one) =>
        one.c === "tasks" && one.before === null && one.after
          ? [one.after]
          : [],
      ),
    );
    const command = doneCommands().latest();
    if (command !== null)
      model.did({
        undo: () => void doneCommands().undo(command),
        redo: () => void undo.redo(),
      });
    const stay = left - saved.length;
    const said = t("week.savedCount", { count: saved.length });
    const more = t("week.stay", { count: stay, n: formatCount(stay) });
    notify({ text: stay > 0 ? `${said} ${more}` : said, undo: true });
  }

  return (): void => {
    if (busy.current) return;
    busy.current = true;
    void saveAll().finally(() => {
      busy.current = false;
    });
  };
}

/** How a recorded visit went may be said later (INT-9). */
export function useEvaluate(): RowActions["evaluate"] {
  const { t } = useTranslation();
  const { store, save } = useLocalStore();
  const notify = useNotify();
  return useCallback(
    (line, outcome) => {
      const evaluation = evaluations.find((one) => one === outcome);
      void store.get("interactions", line.visit.id).then(async (before) => {
        if (!before || before.evaluation === evaluation) return;
        const { evaluation: _old, ...rest } = before;
        const after = evaluation ? { ...rest, evaluation } : rest;
        const result = await save("action.evaluate", [
          { c: "interactions", id: before.id, before, after },
        ]);
        if (result.status === "failed")
          notify({ text: t(`error.save.${result.reason}`) });
      });
    },
    [store, save, notify, t],
  );
}
