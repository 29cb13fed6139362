import { useNavigate, useSearch } from "@tanstack/react-router";
import {
  isoWeek,
  readWeekName,
  weekName,
} from "../../shared/domain/week/iso-week.ts";
import { WeekView } from "../features/week/week-view.tsx";
import { useSession } from "../ui/session.ts";
import { newContact } from "./new-contact.tsx";

/** Which week, in the address; absent = that of the work date. */
export interface WeekSearch {
  readonly week?: string | undefined;
}

export function readWeekSearch(search: Record<string, unknown>): WeekSearch {
  const { week } = search;
  return typeof week === "string" && readWeekName(week) ? { week } : {};
}

/** The visits of a week. */
export function WeekPage() {
  const { today } = useSession();
  const search = useSearch({ from: "/week" });
  const navigate = useNavigate();
  const week = readWeekName(search.week ?? "") ?? isoWeek(today);
  return (
    <WeekView
      week={week}
      newContact={newContact}
      onWeek={(chosen) =>
        void navigate({
          to: "/week",
          search:
            chosen.monday === isoWeek(today).monday
              ? {}
              : { week: weekName(chosen) },
        })
      }
    />
  );
}
