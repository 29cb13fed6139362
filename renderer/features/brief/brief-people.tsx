import { useTranslation } from "react-i18next";
import { formatShortDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { BriefList } from "./brief-list.tsx";
import type { ShownBrief } from "./read-brief.ts";

/** Who else works there, and who was met last. Nothing for somebody who has no company. */
export function BriefPeople(props: { brief: ShownBrief; most: number }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { brief } = props;
  const { contact } = brief;
  if (contact.type === "person" && contact.companyId === undefined) return null;
  return (
    <BriefList
      title={
        contact.type === "company"
          ? t("brief.people")
          : t("brief.colleagues", { company: contact.companyName ?? "" })
      }
      none={t("brief.noPeople")}
      all={brief.people}
      inAll={brief.peopleInAll}
      most={props.most}
      line={(row) => (
        <div className="row">
          <span>
            <span className="strong">{row.name}</span>{" "}
            <span className="quiet">
              {[row.jobTitle, row.mobile || row.phone]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          {row.lastVisit && (
            <span className="quiet">
              {t("brief.met", { day: formatShortDay(row.lastVisit, today) })}
            </span>
          )}
        </div>
      )}
    />
  );
}
