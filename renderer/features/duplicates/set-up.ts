import {
  duplicateSetUpOf,
  type DuplicateSetUp,
} from "../../../shared/domain/duplicate-set-up.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLive } from "../../local-store/use-live.ts";

/** How the company looks for duplicates; null while it is being read. */
export function useDuplicateSetUp(): DuplicateSetUp | null {
  const live = useLive({
    key: "duplicate-set-up",
    collections: ["settings"],
    read: async (store) => duplicateSetUpOf(await readMarketing(store)),
  });
  return live.status === "ready" ? live.value : null;
}
