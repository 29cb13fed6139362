import { useTranslation } from "react-i18next";
import { formatWeekday } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { BriefList } from "./brief-list.tsx";
import type { ShownBrief } from "./read-brief.ts";

/** What is still to be done, what is due first before. */
export function BriefTasks(props: { brief: ShownBrief; most: number }) {
  const { t } = useTranslation();
  const { language, today, owner } = useSession();
  const { brief, most } = props;
  const { codes } = brief;
  return (
    <BriefList
      title={t("brief.tasks")}
      none={t("brief.noTasks")}
      all={brief.tasks}
      most={most}
      line={(task) => (
        <>
          <div className="row">
            <span>{task.description}</span>
            <span className={task.date < today ? "late" : "quiet"}>
              {[formatWeekday(task.date, language, today), task.startTime]
                .filter(Boolean)
                .join(", ")}
            </span>
          </div>
          <div className="quiet">
            {[
              t(`task.type.${task.type}`),
              task.contactId !== brief.contact.id &&
                brief.names.get(task.contactId ?? ""),
              task.salesperson !== owner.salesperson &&
                task.salesperson &&
                codes.text("salesperson", task.salesperson, language),
              task.team && codes.text("team", task.team, language),
            ]
              .filter(Boolean)
              .join(" · ")}
          </div>
        </>
      )}
    />
  );
}
