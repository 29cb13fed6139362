import { useEffect, useState } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";

/** MRG-6: the contact that stands for an absorbed one, whose card is shown in its place; null = it stands for itself. */
export function useStanding(id: string): string | null {
  const { list } = useLocalStore();
  const [standing, setStanding] = useState<string | null>(null);
  const live = useLive({
    key: `merged-into/${id}`,
    collections: ["contacts"],
    read: async (store) =>
      (await store.get("contacts", id))?.mergedInto ?? null,
  });
  const into = live.status === "ready" ? live.value : null;
  useEffect(() => {
    let current = true;
    setStanding(null);
    if (into !== null)
      void list.standingFor(id).then((found) => {
        if (current && found !== id) setStanding(found);
      });
    return () => {
      current = false;
    };
  }, [list, id, into]);
  return standing;
}
