import type { CollectionName } from "../../shared/entities/registry.ts";
import { FIRST_ID } from "../../shared/sync/digest.ts";
import type { Replica } from "../../shared/sync/ports.ts";

const FROM_ERP = [
  "accounts",
  "purchases",
] as const satisfies readonly CollectionName[];
const AT_ONCE = 500;

/** Accounts and purchases that were brought back from a backup: the server that is there now says what they are. */
export async function removeOwnErp(
  replica: Pick<Replica, "marksFrom" | "removeUnknown">,
): Promise<void> {
  for (const c of FROM_ERP)
    for (let from = FIRST_ID; ;) {
      const marks = await replica.marksFrom(c, from, AT_ONCE + 1, 0);
      const page = marks.slice(0, AT_ONCE);
      const own = page.filter(({ seq, deleted }) => seq === null && !deleted);
      await replica.removeUnknown(
        own.map(({ id }) => ({ c, id })),
        0,
      );
      const next = marks[AT_ONCE];
      if (!next) break;
      from = next.id;
    }
}
