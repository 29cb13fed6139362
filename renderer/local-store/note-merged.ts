import type { Bridge } from "../../shared/ipc/contract.ts";
import type { MergedField } from "../../shared/ipc/journal.ts";
import { HistoryAnswer } from "../../shared/sync/protocol.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";
import type { PendingEntries } from "./pending-entries.ts";
import type { MergedHere } from "./replica.ts";

interface Deps {
  readonly bridge: Pick<Bridge, "invoke">;
  readonly pending: Pick<PendingEntries, "noteMerged">;
}

/**
 * Keeps what a merge changed. Who wrote it and when is asked of the server right after, while there is a line: a name
 * that does not come is nothing to wait for.
 */
export async function noteMerged(
  deps: Deps,
  found: readonly MergedHere[],
): Promise<void> {
  const at = Date.now();
  const items = found.map((one) => ({ ...one, at }));
  // A list for reading must not hold up what it is about.
  await deps.pending.noteMerged(items).catch(() => {});
  void addNames(deps, items).catch(() => {});
}

async function addNames(
  { bridge, pending }: Deps,
  items: readonly MergedField[],
): Promise<void> {
  const records = new Map(items.map(({ c, id }) => [`${c}/${id}`, { c, id }]));
  for (const { c, id } of records.values()) {
    const answer = await bridge.invoke("server/history", { c, id });
    const history =
      answer.status === "ok" ? HistoryAnswer.safeParse(answer.body).data : null;
    const named = items
      .filter((item) => item.c === c && item.id === id)
      .flatMap((item) => withName(item, history ?? null) ?? []);
    if (named.length > 0) await pending.noteMerged(named);
  }
}

function withName(
  item: MergedField,
  history: HistoryAnswer | null,
): MergedField | null {
  const row = history?.rows.find(
    ({ path, to, outcome }) =>
      path === item.path && outcome === "set" && sameValue(to, item.after),
  );
  if (!row || !history) return null;
  const by = history.people[row.stamp.u];
  const writtenAt = Number(row.stamp.h.split(".")[0]);
  return { ...item, writtenAt, ...(by === undefined ? {} : { by }) };
}
