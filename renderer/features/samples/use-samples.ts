import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";
import { useSession } from "../../ui/session.ts";

/** The invented company of this notebook, if there is one. */
export function useSamples() {
  const { samples } = useLocalStore();
  const { today } = useSession();
  const live = useLive<boolean>({
    key: "samples",
    collections: ["drafts"],
    read: () => samples.present(),
  });
  return {
    present: live.status === "ready" && live.value,
    own: samples.own,
    remove: samples.remove,
    async fill(): Promise<void> {
      // Of use once, if ever.
      const made = await import("../../../shared/demo/sample-documents.ts");
      await samples.fill(made.sampleDocuments(today));
    },
  };
}
