import { becomeSalesperson } from "../../../shared/domain/own-salesperson.ts";
import {
  firstSettingFor,
  type SettingPatch,
} from "../../../shared/domain/marketing-setting.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useSession } from "../../ui/session.ts";
import { useCommit } from "./use-set-up.ts";

/** One says what one is called, and what else of the set-up there is to say: one step of Undo. An empty name says nothing. */
export function useBecomeSalesperson() {
  const { store } = useLocalStore();
  const { newId, language } = useSession();
  const commit = useCommit();
  return async (name: string, also: SettingPatch = {}): Promise<boolean> => {
    const [setting, codes] = await Promise.all([
      readMarketing(store),
      store.all("codes", 5_000),
    ]);
    const first = firstSettingFor(language);
    const facts = { newId, codes, setting, first };
    const changes = becomeSalesperson(facts, name, also);
    // Sent apart: a salesperson may add a code, but not set up the company.
    const codesFirst = changes.filter(({ c }) => c === "codes");
    const setUp = changes.filter(({ c }) => c !== "codes");
    return commit("action.changeSetUp", setUp, undefined, codesFirst);
  };
}
