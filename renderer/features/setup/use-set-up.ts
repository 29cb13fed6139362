import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import {
  changeSetting,
  firstSettingFor,
  writtenAlone,
  type SettingPatch,
} from "../../../shared/domain/marketing-setting.ts";
import type { Code } from "../../../shared/entities/code.ts";
import type { Setting } from "../../../shared/entities/setting.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLive } from "../../local-store/use-live.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";

const MOST_CODES = 5_000;

/** The company's set-up as it stands, without the starters that it has not made its own. */
export interface SetUp {
  readonly setting: Setting | null;
  readonly stored: readonly Code[];
}

export function useSetUp(): SetUp | null {
  const live = useLive<SetUp>({
    key: "set-up",
    collections: ["settings", "codes"],
    async read(store) {
      const [setting, stored] = await Promise.all([
        readMarketing(store),
        store.all("codes", MOST_CODES),
      ]);
      return { setting, stored };
    },
  });
  return live.status === "ready" ? live.value : null;
}

/** design.md §7: everybody adds a code; renaming, replacing and the set-up itself are the manager's. */
export function useMayChangeSetUp(): boolean {
  const { role } = useSession().owner;
  return role === undefined || role === "manager" || role === "admin";
}

/** Writes members of the marketing set-up; each counts at once and can be undone. */
export function useChangeSetting(): (patch: SettingPatch) => Promise<void> {
  const { store } = useLocalStore();
  const { language } = useSession();
  const commit = useCommit();
  return async (patch) => {
    // What stands now: two quick changes build on each other.
    const stored = await readMarketing(store);
    const first = firstSettingFor(language);
    await commit("action.changeSetUp", changeSetting(stored, patch, first));
  };
}

/** Saves and tells when the disk refuses; `told` offers Undo. */
export function useCommit() {
  const { t } = useTranslation();
  const { undo } = useLocalStore();
  const { alone } = useSession();
  const notify = useNotify();
  return async function commit(
    label: string,
    changes: readonly Change[],
    told?: string,
    before: readonly Change[] = [],
  ): Promise<boolean> {
    if (changes.length === 0) return true;
    const command = undo.begin(label);
    for (const part of [before, changes]) {
      if (part.length === 0) continue;
      const result = await command.save(alone ? writtenAlone(part) : part);
      if (result.status === "failed") {
        notify({ text: t(`error.save.${result.reason}`) });
        return false;
      }
    }
    if (told !== undefined) notify({ text: told, undo: true });
    return true;
  };
}
