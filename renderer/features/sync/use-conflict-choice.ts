import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import { dismissConflict, takeBack } from "../../../shared/domain/conflict.ts";
import { inheritFlagsOf } from "../../../shared/domain/inheritance.ts";
import { undone } from "../../../shared/domain/undone.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Note } from "../../../shared/entities/note.ts";
import { isCollection } from "../../../shared/entities/registry.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";

export interface ConflictChoice {
  /** The value that was put aside is written again. */
  use(note: Note): Promise<void>;
  /** The value in force stays. */
  leave(note: Note): Promise<void>;
}

/** Rule, then journal; each choice can be undone. */
export function useConflictChoice(): ConflictChoice {
  const { t } = useTranslation();
  const { store, list, save } = useLocalStore();
  const notify = useNotify();

  async function commit(
    label: "action.takeBack" | "action.settleConflict" | "action.undo",
    changes: readonly Change[],
  ): Promise<void> {
    if (changes.length === 0) return;
    const result = await save(label, changes);
    if (result.status === "failed") {
      notify({ text: t(`error.save.${result.reason}`) });
      return;
    }
    if (label === "action.undo") return;
    // The button that had the focus goes with the entry.
    document.getElementById("main")?.focus();
    const run = () => void commit("action.undo", undone(changes));
    notify({ text: t(label), action: { label: t("undo"), run } });
  }

  async function peopleOf(id: string): Promise<readonly Contact[]> {
    const rows = await list.peopleOf(id);
    const ids = rows.map((row) => row.id);
    return [...(await store.getMany("contacts", ids)).values()];
  }

  return {
    async use(note) {
      const { collection = "", docId = "" } = note;
      const document = isCollection(collection)
        ? await store.get(collection, docId)
        : null;
      const settings = await store.all("settings", 10);
      const taken = takeBack(note, {
        document,
        people: collection === "contacts" ? await peopleOf(docId) : [],
        flags: inheritFlagsOf(
          settings.find(({ key }) => key === "marketing") ?? null,
        ),
      });
      if (taken.ok) return commit("action.takeBack", taken.value);
      const consent = taken.error.kind === "consent-missing";
      notify({
        text: t(consent ? "error.consentMissing" : "error.cannotTakeBack"),
      });
    },
    leave: (note) => commit("action.settleConflict", dismissConflict(note)),
  };
}
