import {
  addDays,
  weekOf,
  type CalendarDay,
} from "../../shared/core/calendar.ts";
import { namedId } from "../../shared/domain/named-id.ts";
import { readRow } from "../../shared/domain/week/week-row.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import type { Store } from "./store.ts";
import { useLive } from "./use-live.ts";

/** What a week keeps on this device while it is being written up, among the drafts and behind all forms. */

const MOST = 2_000;

/** A row; what was dismissed; the appointments of a calendar file. */
export const ROW = "week-row";
export const DISMISSED = "week-dismissed";
export const CALENDAR = "week-calendar";

/** What the drafts of a week are found by. */
export function weekKey(monday: CalendarDay): string {
  return namedId(`draft/week/${monday}`);
}

export function weekDrafts(
  store: Pick<Store, "byContact">,
  monday: CalendarDay,
): Promise<readonly Draft[]> {
  return store.byContact("drafts", weekKey(monday), MOST);
}

/** Rows of a week that were typed and not saved. */
export interface OpenWeek {
  readonly monday: CalendarDay;
  readonly rows: number;
  readonly savedAt: string;
}

/** This week and the last one, as far as something in them waits; kept current. */
export function useOpenWeeks(today: CalendarDay): readonly OpenWeek[] {
  const { monday } = weekOf(today);
  const live = useLive({
    key: `open-weeks/${monday}`,
    collections: ["drafts", "interactions"],
    async read(store) {
      const weeks = [monday, addDays(monday, -7)];
      const open = await Promise.all(weeks.map((one) => openWeek(store, one)));
      return open.filter(({ rows }) => rows > 0);
    },
  });
  return live.status === "ready" ? live.value : [];
}

async function openWeek(
  store: Pick<Store, "byContact" | "getMany">,
  monday: CalendarDay,
): Promise<OpenWeek> {
  const rows = (await weekDrafts(store, monday)).flatMap((draft) => {
    const row = draft.form === ROW ? readRow(draft.id, draft.value) : null;
    return row ? [{ row, savedAt: draft.savedAt }] : [];
  });
  const saved = await store.getMany(
    "interactions",
    rows.map(({ row }) => row.visitId),
  );
  const open = rows.filter(({ row }) => !saved.has(row.visitId));
  const savedAt =
    open
      .map((one) => one.savedAt)
      .sort()
      .at(-1) ?? "";
  return { monday, rows: open.length, savedAt };
}
