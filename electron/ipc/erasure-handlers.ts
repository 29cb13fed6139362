import type { Handlers } from "../../shared/ipc/contract.ts";
import type { erasureRequests } from "../../shared/ipc/erasures.ts";
import { searchProfile } from "../os/search-profile.ts";
import type { Unlocked } from "./handlers.ts";

/** PRV-5: what is erased leaves everything that the main process keeps, and is looked for afterwards. */
export function erasureHandlers(deps: {
  readonly profile: string;
  readonly unlocked: () => Promise<Unlocked>;
  /** The readable copy goes for good, and the page makes another one. */
  readonly destroyStore: (before: () => Promise<void>) => Promise<void>;
}): Pick<Handlers, keyof typeof erasureRequests> {
  const { unlocked } = deps;
  return {
    "erasures/read": async () => (await unlocked()).erasures.read(),
    "erasures/note": async (erased) => {
      const { journal, drafts, erasures, shelf } = await unlocked();
      // Before anything goes: a crash in between goes on at the next start.
      if (erased.held) await erasures.note(erased);
      await journal.forgetErased(erased.keys, erased.contacts);
      await drafts.forget([...erased.contacts, ...erased.keys.map(idIn)]);
      for (const hash of erased.hashes) await shelf.forget(hash);
      return {};
    },
    "erasures/rebuild": async () => {
      const { snapshots, erasures, journal } = await unlocked();
      const { keys, contacts } = await erasures.waiting();
      // Once more, for what came after it was noted.
      await journal.forgetErased(keys, contacts);
      await snapshots.keepNewest();
      await deps.destroyStore(erasures.rebuilt);
      return {};
    },
    "erasures/search": async () => {
      const { erasures, journal, drafts, snapshots } = await unlocked();
      const { needles } = await erasures.waiting();
      const found = await searchProfile(
        {
          profile: deps.profile,
          remembered: journal.remembered,
          drafts: drafts.read,
          snapshots,
        },
        needles,
      );
      return { ...found, ids: [...found.ids], needles };
    },
    "erasures/report": async (report) =>
      (await unlocked()).erasures.finish(report),
  };
}

function idIn(key: string): string {
  return key.slice(key.indexOf("/") + 1);
}
