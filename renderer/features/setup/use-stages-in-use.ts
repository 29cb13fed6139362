import { stagesInUse } from "../../../shared/domain/sales-cycle.ts";
import { useLive } from "../../local-store/use-live.ts";

const LIMIT = 20_000;

/** OPP-11: the stages of a cycle in which an open opportunity stands. */
export function useStagesInUse(cycle: string): ReadonlySet<number> {
  const live = useLive({
    key: `stages/${cycle}`,
    collections: ["opportunities"],
    read: async (store) =>
      stagesInUse(cycle, await store.all("opportunities", LIMIT)),
  });
  return live.status === "ready" ? live.value : new Set();
}
