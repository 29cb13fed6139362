import { randomUUID } from "node:crypto";
import {
  planMerge,
  planSplit,
} from "../../renderer/local-store/merge-in-store.ts";
import type { WholeDevice } from "./whole-device.ts";

/** The others are absorbed in their order; the first one's home page is taken over. */
export async function merges(
  { local, save }: WholeDevice,
  keep: string,
  ...others: readonly string[]
): Promise<void> {
  const planned = await planMerge(
    { store: local.store, list: local.list, newId: randomUUID },
    {
      ...{ keep, others, resolutions: {} },
      choice: { homePage: others[0] ?? "" },
      headingOf: ({ name }) => name,
    },
  );
  if (!planned.ok) throw new Error(planned.error.kind);
  await save(...planned.value);
}

/** Tells what stayed with the survivor. */
export async function splits(
  { local, save }: WholeDevice,
  keep: string,
  other: string,
) {
  const split = await planSplit(local, keep, other);
  if (!split) throw new Error("Nothing is known of that merge");
  await save(...split.changes);
  return split.kept;
}
