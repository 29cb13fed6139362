import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { taskReminders } from "../../../shared/domain/task-reminder.ts";
import type { Reminder } from "../../../shared/ipc/app.ts";
import { useDue } from "../../local-store/use-agenda.ts";
import { useColleagues } from "../../local-store/use-colleagues.ts";
import { bridge } from "../../platform/bridge.ts";
import { useSession } from "../../ui/session.ts";

const ROOM = 200;
const LOOK_MS = 60_000;
/** However much is overdue, these are here. */
const MORE = { overdue: 0, today: 60, soon: 60, later: 0 };

/** Tells the main process when to remind of which own task; by the machine's clock, whatever the work date is. */
export function useReminders(wanted: boolean): void {
  const { t } = useTranslation();
  const { owner } = useSession();
  const today = useMachineDay();
  const salesperson = owner.salesperson ?? null;
  const { own } = useColleagues(salesperson);
  const due = useDue({
    ...{ today, salesperson, more: MORE },
    ...{ colleagues: own, room: ROOM },
  });
  const text = JSON.stringify(
    due === null
      ? null
      : !wanted
        ? []
        : taskReminders(
            // The latest of what is overdue; of old ones nobody is told any more.
            [due.today, due.soon, due.overdue].flatMap(({ rows }) =>
              rows.map(({ task }) => task),
            ),
            today,
          ).map(({ task, at }): Reminder => {
            const rows = [due.overdue, due.today, due.soon].flatMap(
              (list) => list.rows,
            );
            const who = rows.find((row) => row.task.id === task.id)?.contact;
            return {
              id: task.id,
              at: new Date(at).getTime(),
              title: task.description.slice(0, 200),
              body: [
                t(`task.type.${task.type}`),
                task.startTime,
                who?.name,
                (who?.type === "person" && who.companyName) || who?.city,
              ]
                .filter(Boolean)
                .join(" · ")
                .slice(0, 300),
            };
          }),
  );
  useEffect(() => {
    const reminders = JSON.parse(text) as Reminder[] | null;
    // Without them the notebook works as well.
    if (reminders)
      bridge.invoke("reminders/plan", { reminders }).catch(() => undefined);
  }, [text]);
}

/** The day on this machine's clock. */
function useMachineDay(): CalendarDay {
  const [day, setDay] = useState(machineDay);
  useEffect(() => {
    const timer = setInterval(() => setDay(machineDay()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return day;
}

function machineDay(): CalendarDay {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
