import { addDays, localDay, weekOf } from "../../shared/core/calendar.ts";
import type { Change } from "../../shared/domain/change.ts";
import { namedId } from "../../shared/domain/named-id.ts";
import type { Reached } from "../../shared/domain/week/reached.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import { idBehindForms } from "./past-imports.ts";
import type { Store } from "./store.ts";
import { weekDrafts, weekKey } from "./week-drafts.ts";

/** A call or a mail that was begun from here, among what a week keeps on this device. */
export const REACHED = "week-reached";
const KEPT_WEEKS = 5;

/** Kept until its week is long past; the device's own day counts. */
export async function reachedChanges(
  store: Pick<Store, "byContact">,
  reached: Reached,
  now: number,
): Promise<readonly Change[]> {
  const { monday } = weekOf(localDay(new Date(reached.startedAt)));
  const old = await weekDrafts(store, addDays(monday, -7 * KEPT_WEEKS));
  const after: Draft = {
    id: idBehindForms(
      namedId(`reached/${reached.contactId}/${reached.startedAt}`),
    ),
    form: REACHED,
    contactId: weekKey(monday),
    value: { ...reached },
    savedAt: new Date(now).toISOString(),
  };
  return [
    ...old
      .filter(({ form }) => form === REACHED)
      .map((before): Change => ({
        c: "drafts",
        id: before.id,
        before,
        after: null,
      })),
    { c: "drafts", id: after.id, before: null, after },
  ];
}
