import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import {
  ownList,
  replaceInDefaults,
  replaceOnContacts,
  replaceOnTasks,
  retired,
} from "../../../shared/domain/set-up-lists.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useCommit } from "./use-set-up.ts";
import { contactsWith } from "./use-usage.ts";

/** Changes that are saved at a time: what one entry of the journal holds. */
const AT_ONCE = 50;
const MOST_TASKS = 100_000;

export interface Job {
  readonly done: number;
  readonly of: number;
}

/** What can be done with a code; every one of them is one step of Undo. */
export function useCodeCommands() {
  const { t } = useTranslation();
  const { store, list, undo } = useLocalStore();
  const { newId } = useSession();
  const notify = useNotify();
  const commit = useCommit();

  async function starters(kind: Code["kind"]): Promise<readonly Change[]> {
    return ownList(kind, await store.all("codes", 5_000));
  }

  async function add(code: Omit<Code, "id"> | Code): Promise<Code | null> {
    const after: Code = { id: newId(), ...code };
    const saved = await commit(
      "action.addCode",
      [{ c: "codes", id: after.id, before: null, after }],
      t("setup.added", { name: after.description }),
      await starters(code.kind),
    );
    return saved ? after : null;
  }

  /** Members of one code; what else is on it stays. */
  async function change(before: Code, after: Code): Promise<boolean> {
    const own = await starters(before.kind);
    return commit(
      "action.changeCode",
      [{ c: "codes", id: before.id, before, after }],
      undefined,
      own,
    );
  }

  /** How many contacts carry it. */
  async function count(code: Code, onProgress: (job: Job) => void) {
    let sum = 0;
    const places = contactsWith(
      { list, store },
      code.kind,
      code.code,
      (done, of) => onProgress({ done, of }),
    );
    for await (const some of places) sum += some.length;
    return sum;
  }

  /**
   * Takes a code off its list. `to`: what takes its place on every contact, open task and default; null = they keep it,
   * or nothing carries it. Stopped in the middle, what is done stays and is one step of Undo.
   */
  async function remove(
    code: Code,
    to: Code | null,
    unused: boolean,
    run: {
      readonly stopped: () => boolean;
      readonly onProgress: (job: Job) => void;
    },
  ): Promise<boolean> {
    const label = to ? "action.replaceCode" : "action.removeCode";
    const command = undo.begin(label, code.description);
    const save = async (changes: readonly Change[]) => {
      for (let i = 0; i < changes.length; i += AT_ONCE) {
        if (run.stopped()) return false;
        const saved = await command.save(changes.slice(i, i + AT_ONCE));
        if (saved.status === "saved") continue;
        notify({ text: t(`error.save.${saved.reason}`) });
        return false;
      }
      return true;
    };
    let whole = await save(await starters(code.kind));
    if (to) {
      const { kind } = code;
      const places = contactsWith(
        { list, store },
        kind,
        code.code,
        (done, of) => run.onProgress({ done, of }),
      );
      for await (const some of places) {
        whole &&= await save(replaceOnContacts(some, kind, code.code, to.code));
        if (!whole) break;
      }
      const [marketing, tasks] = await Promise.all([
        readMarketing(store),
        store.all("tasks", MOST_TASKS),
      ]);
      whole &&= await save([
        ...replaceInDefaults(marketing, kind, code.code, to.code),
        ...replaceOnTasks(tasks, kind, code.code, to.code),
      ]);
    }
    whole &&= await save([retired(code, unused || to !== null)]);
    await command.end();
    const name = code.description;
    notify({
      text: whole
        ? to
          ? t("setup.replaced", { name, by: to.description })
          : t("setup.removed", { name })
        : t("setup.stopped", { name }),
      undo: true,
    });
    return whole;
  }

  return { add, change, count, remove };
}
