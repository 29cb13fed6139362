import { readMarketing } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";
import { useSession } from "../../ui/session.ts";
import { useMayChangeSetUp } from "./use-set-up.ts";

export interface FirstStep {
  readonly what: "setUp" | "company" | "person" | "visit" | "connect";
  readonly done: boolean;
}

/** The steps in their order, and which of them are done; null = nobody knows yet. */
export function useFirstSteps(connected: boolean): readonly FirstStep[] | null {
  const { list } = useLocalStore();
  const may = useMayChangeSetUp();
  const { alone } = useSession();
  const live = useLive({
    key: `first-steps/${String(may)}`,
    collections: ["settings", "contacts", "interactions"],
    async read(store) {
      const [marketing, of, visits] = await Promise.all([
        readMarketing(store),
        list.counts(),
        // Not counted: a first sync changes them at every page, and counting walks over all of them.
        store.all("interactions", 1),
      ]);
      return {
        // It is somebody else's to set up.
        setUp: !may || marketing !== null,
        company: of.companies > 0,
        person: of.persons > 0,
        visit: visits.length > 0,
      };
    },
  });
  if (live.status !== "ready") return null;
  const { setUp, company, person, visit } = live.value;
  return [
    { what: "setUp", done: setUp },
    { what: "company", done: company },
    { what: "person", done: person },
    { what: "visit", done: visit },
    // Who has chosen to do without one is asked nothing more: the status bar leads there.
    ...(alone ? [] : [{ what: "connect" as const, done: connected }]),
  ];
}
