import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import {
  dismissConflict,
  settleWith,
} from "../../../shared/domain/conflict.ts";
import { inheritFlagsOf } from "../../../shared/domain/inheritance.ts";
import {
  writeField,
  type WriteFacts,
} from "../../../shared/domain/write-field.ts";
import type { Note } from "../../../shared/entities/note.ts";
import { isCollection } from "../../../shared/entities/registry.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { CommandSteps } from "../../local-store/undo-state.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useNotify } from "../../ui/notices.tsx";

/** One field to be written with a value that is known already. */
export type FieldWrite =
  /** The conflict is settled with it; without `value` what stands is agreed with. */
  | { readonly note: Note; readonly value?: unknown }
  | {
      readonly c: string;
      readonly id: string;
      readonly path: string;
      readonly value: unknown;
    };

type Label = "action.settleConflict" | "action.revert";

/**
 * Rule, then journal, one after the other, as ordinary edits: they go into the outbox, and one Undo takes all of them
 * back. Gives how many could be written; what could not is told.
 */
export function useWriteFields() {
  const { t } = useTranslation();
  const { store, list, undo } = useLocalStore();
  const notify = useNotify();

  async function factsOf(c: string, id: string): Promise<WriteFacts> {
    const document = isCollection(c) ? await store.get(c, id) : null;
    const rows = c === "contacts" ? await list.peopleOf(id) : [];
    const people = await store.getMany(
      "contacts",
      rows.map((row) => row.id),
    );
    return {
      document,
      people: [...people.values()],
      flags: inheritFlagsOf(await readMarketing(store)),
    };
  }

  async function changesOf(write: FieldWrite) {
    if ("note" in write) {
      const { note } = write;
      if (!("value" in write))
        return { ok: true as const, value: dismissConflict(note) };
      const { collection = "", docId = "" } = note;
      return settleWith(note, write.value, await factsOf(collection, docId));
    }
    const { c, id, path, value } = write;
    const facts = isCollection(c) ? await factsOf(c, id) : null;
    return facts && isCollection(c)
      ? writeField(facts, c, path, value)
      : { ok: false as const, error: { kind: "document-gone" as const } };
  }

  async function commit(
    command: CommandSteps,
    changes: readonly Change[],
  ): Promise<boolean> {
    if (changes.length === 0) return true;
    const result = await command.save(changes);
    if (result.status === "saved") return true;
    notify({ text: t(`error.save.${result.reason}`) });
    return false;
  }

  return async function writeFields(
    label: Label,
    writes: readonly FieldWrite[],
    told: string,
  ): Promise<number> {
    const command = undo.begin(label);
    let written = 0;
    for (const write of writes) {
      const changes = await changesOf(write);
      if (!changes.ok) {
        const consent = changes.error.kind === "consent-missing";
        notify({
          text: t(consent ? "error.consentMissing" : "error.cannotTakeBack"),
        });
        continue;
      }
      if (!(await commit(command, changes.value))) break;
      written += 1;
    }
    if (written > 0) notify({ text: told, undo: true });
    return written;
  };
}
