import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import {
  replaceInWork,
  type Carrier,
} from "../../../shared/domain/code-uses.ts";
import {
  isOnContacts,
  ownList,
  replaceInDefaults,
  replaceOnContacts,
  retired,
} from "../../../shared/domain/set-up-lists.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useCommit } from "./use-set-up.ts";
import { workWith } from "./code-in-work.ts";
import { contactsWith } from "./use-usage.ts";

/** Changes that are saved at a time: what one entry of the journal holds. */
const AT_ONCE = 50;

/** Where a code stands: how many documents of each collection, and of how many another one can take its place. */
export interface CodeUses {
  readonly counts: ReadonlyMap<"contacts" | Carrier, number>;
  readonly replaceable: number;
}

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

  /** Where it stands: on contacts, and in what is recorded, planned, bought and set up. */
  async function count(
    code: Code,
    run: {
      readonly stopped: () => boolean;
      readonly onProgress: (job: Job) => void;
    },
  ): Promise<CodeUses> {
    const counts = new Map<"contacts" | Carrier, number>();
    let replaceable = 0;
    const places = contactsWith(
      { list, store },
      code.kind,
      code.code,
      (done, of) => run.onProgress({ done, of }),
    );
    for await (const some of isOnContacts(code.kind) ? places : []) {
      counts.set("contacts", (counts.get("contacts") ?? 0) + some.length);
      replaceable += some.length;
      if (run.stopped()) return { counts, replaceable };
    }
    const work = workWith(store, code.kind, code.code, (done, of) =>
      run.onProgress({ done, of }),
    );
    for await (const some of work) {
      for (const { c, use } of some) {
        counts.set(c, (counts.get(c) ?? 0) + 1);
        if (use === "open") replaceable += 1;
      }
      if (run.stopped()) break;
    }
    return { counts, replaceable };
  }

  /**
   * Takes a code off its list. `to`: what takes its place on every contact, in open work, other lists and the defaults;
   * null = they keep it, or nothing names it; no default does any longer. `unused`: then nothing does, and nothing is recorded with it. Stopped in the middle, what is done stays and is one step of Undo.
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
      for await (const some of isOnContacts(kind) ? places : []) {
        whole &&= await save(replaceOnContacts(some, kind, code.code, to.code));
        if (!whole) break;
      }
      for await (const some of workWith(store, kind, code.code)) {
        whole &&= await save(
          some.flatMap(({ c, document }) =>
            replaceInWork(c, [document] as never, kind, code.code, to.code),
          ),
        );
        if (!whole) break;
      }
    }
    // A default that names what is gone would put it on each new contact.
    const marketing = await readMarketing(store);
    whole &&= await save(
      replaceInDefaults(marketing, code.kind, code.code, to?.code ?? null),
    );
    whole &&= await save([retired(code, unused)]);
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
