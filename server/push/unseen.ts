import type { HistoryRow } from "../../shared/sync/stored-document.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { msOf } from "./envelope.ts";
import type { GroupWork } from "./group-work.ts";

export type Unseen = Pick<HistoryRow, "path" | "from" | "to" | "stamp">;

/**
 * What another device has changed on a document and the author of this group cannot have known: it reached the server
 * after the group was written. Had the group come at once it would have been there first, so it is treated as if it had.
 */
export async function unseenBy(
  work: GroupWork,
  key: DocumentKey,
): Promise<readonly Unseen[]> {
  const { tenant } = work.deps;
  const { hlc, device } = work.context;
  const changes = await tenant.changesSince(key, msOf(hlc) + 1);
  return changes.filter(({ stamp }) => stamp.d !== device);
}
