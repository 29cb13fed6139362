import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import { dismissConflict, takeBack } from "../../../shared/domain/conflict.ts";
import { editContact } from "../../../shared/domain/edit-contact.ts";
import {
  checkField,
  type ContactPatch,
  type TextField,
} from "../../../shared/domain/field-check.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Note } from "../../../shared/entities/note.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import { readFlags } from "../../local-store/marketing.ts";
import type { RefusedText } from "../../local-store/refused-texts.ts";
import { useRefusedTexts } from "./use-refused-texts.ts";

export interface CardEdit {
  readonly refused: ReadonlyMap<string, RefusedText>;
  /** Checks and saves one typed field; false when it was refused. */
  commitText(
    contact: Contact,
    field: TextField,
    text: string,
  ): Promise<boolean>;
  /** Saves values that were chosen; a text that did not reach the disk stays in its line. */
  commitPatch(contact: Contact, patch: ContactPatch): Promise<boolean>;
  /** Keeps a text that could not be written, with the reason. */
  refuse(field: string, refused: RefusedText): void;
  /** Keeps a text that is still being typed. */
  hold(field: string, text: string): void;
  /** Saves what a rule has worked out; `label` names it in the outbox. With `told`, a notice offers Undo. */
  commitChanges(
    label: string,
    changes: readonly Change[],
    told?: string,
  ): Promise<boolean>;
  /** Writes the value again that a merge had put aside (ux.md 5(e)). */
  takeBack(note: Note): Promise<boolean>;
  /** The person agrees with what the merge decided. */
  settle(note: Note): Promise<boolean>;
  /** Forgets a refused text. */
  revert(field: string): void;
}

const FAILED = { status: "failed", reason: "io" } as const;

/** Every edit of the card goes through here: rule, journal, and the words when something cannot be done. */
export function useCardEdit(contactId: string): CardEdit {
  const { t } = useTranslation();
  const { store, save, list } = useLocalStore();
  const notify = useNotify();
  const refused = useRefusedTexts(contactId);

  async function commitChanges(
    label: string,
    changes: readonly Change[],
    told?: string,
  ): Promise<boolean> {
    if (changes.length === 0) return true;
    const result = await save(label, changes).catch(() => FAILED);
    if (result.status === "failed") {
      notify({ text: t(`error.save.${result.reason}`) });
      return false;
    }
    if (told !== undefined) notify({ text: told, undo: true });
    return true;
  }

  async function peopleOf(contact: Contact): Promise<readonly Contact[]> {
    if (contact.type !== "company") return [];
    const rows = await list.peopleOf(contact.id);
    const people = await store.getMany(
      "contacts",
      rows.map((row) => row.id),
    );
    return [...people.values()];
  }

  /** Null = written; else why not. */
  async function write(
    contact: Contact,
    patch: ContactPatch,
  ): Promise<RefusedText["code"] | null> {
    // What stands now, not what stood when the field was opened: two quick edits build on each other.
    const current = (await store.get("contacts", contact.id)) ?? contact;
    const facts = {
      contact: current,
      people: await peopleOf(current),
      flags: await readFlags(store),
    };
    const edited = editContact(facts, patch);
    if (edited.ok) {
      const saved = await commitChanges("action.editContact", edited.value);
      return saved ? null : "not-saved";
    }
    if (edited.error.kind === "field-refused") return edited.error.code;
    notify({ text: t("error.consentMissing") });
    return "not-saved";
  }

  /** As `write`; a store that cannot be read is told like a disk that does not answer. */
  function tryWrite(contact: Contact, patch: ContactPatch) {
    return write(contact, patch).catch(() => {
      notify({ text: t("error.save.io") });
      return "not-saved" as const;
    });
  }

  async function commitPatch(
    contact: Contact,
    patch: ContactPatch,
  ): Promise<boolean> {
    const refusal = await tryWrite(contact, patch);
    for (const [field, value] of Object.entries(patch)) {
      if (refusal === null) refused.drop(field);
      else if (typeof value === "string") {
        refused.put(field, { text: value, code: refusal });
      }
    }
    return refusal === null;
  }

  async function commitText(
    contact: Contact,
    field: TextField,
    text: string,
  ): Promise<boolean> {
    const { problem } = checkField(field, text, contact);
    if (problem?.kind === "error") {
      refused.put(field, { text, code: problem.code });
      return false;
    }
    const patch = { [field]: text.trim() === "" ? null : text };
    const refusal = await tryWrite(contact, patch);
    const saved = refusal === null;
    if (saved) refused.drop(field);
    else refused.put(field, { text, code: refusal });
    return saved;
  }

  async function takeBackNote(note: Note): Promise<boolean> {
    const document = await store.get("contacts", note.docId ?? "");
    const taken = takeBack(note, {
      document,
      people: document ? await peopleOf(document) : [],
      flags: await readFlags(store),
    });
    if (taken.ok) {
      const done = t("conflict.taken");
      return commitChanges("action.takeBack", taken.value, done);
    }
    const blocked = taken.error.kind === "consent-missing";
    notify({
      text: t(blocked ? "error.consentMissing" : "error.cannotTakeBack"),
    });
    return false;
  }

  return {
    refused: refused.texts,
    commitText,
    commitPatch,
    refuse: refused.put,
    hold: refused.hold,
    commitChanges,
    takeBack: takeBackNote,
    settle: (note) =>
      commitChanges("action.settleConflict", dismissConflict(note)),
    revert: refused.drop,
  };
}
