import { statisticsOf } from "../../../shared/domain/statistics.ts";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { useLive } from "../../local-store/use-live.ts";
import { isVisit } from "../../../shared/domain/written-up.ts";

/** Enough to pass over calls and letters. */
const LIMIT = 50;

/** Days of the last visits to a few contacts whose last ones lie further back than the agenda looks. */
export function useOlderVisits(
  contactIds: readonly string[],
): ReadonlyMap<string, CalendarDay | null> {
  const live = useLive({
    key: `older-visits ${contactIds.join(" ")}`,
    collections: ["interactions"],
    async read(store) {
      const found = contactIds.map(async (id) => {
        const all = await store.byContact("interactions", id, LIMIT);
        const contact = { id, type: "person" as const, name: id };
        const visits = all.filter(isVisit);
        return [id, statisticsOf(contact, visits).lastInteraction] as const;
      });
      return new Map(await Promise.all(found));
    },
  });
  return live.status === "ready" ? live.value : new Map();
}
