import { useLocalStore } from "../../local-store/store-context.ts";
import { useKindCounts } from "./use-kind-counts.ts";

/** True while there is no contact at all; null = nobody knows yet. */
export function useIsEmpty(): boolean | null {
  const { list } = useLocalStore();
  const counts = useKindCounts(list, "");
  return counts && counts.all === 0;
}
