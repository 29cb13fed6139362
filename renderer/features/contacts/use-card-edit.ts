import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import { editContact } from "../../../shared/domain/edit-contact.ts";
import {
  checkField,
  type ContactPatch,
  type FieldProblem,
  type TextField,
} from "../../../shared/domain/field-check.ts";
import { dismissConflict, takeBack } from "../../../shared/domain/conflict.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Note } from "../../../shared/entities/note.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import { readFlags } from "./use-card.ts";

/** A text that was refused: it stays in its field with the reason until it is put right or reverted. */
export interface RefusedText {
  readonly text: string;
  readonly problem: FieldProblem;
}

export interface CardEdit {
  readonly refused: ReadonlyMap<string, RefusedText>;
  /** A warning about a value that was stored all the same. */
  readonly warnings: ReadonlyMap<string, FieldProblem>;
  /** Checks and saves one typed field; false when it was refused. */
  commitText(
    contact: Contact,
    field: TextField,
    text: string,
  ): Promise<boolean>;
  commitPatch(contact: Contact, patch: ContactPatch): Promise<boolean>;
  /** Saves what a rule has worked out; `label` names it in the outbox. */
  commitChanges(label: string, changes: readonly Change[]): Promise<boolean>;
  /** Writes the value again that a merge had put aside (ux.md 5(e)). */
  takeBack(note: Note): Promise<boolean>;
  /** The person agrees with what the merge decided. */
  settle(note: Note): Promise<boolean>;
  revert(field: string): void;
}

/** Every edit of the card goes through here: rule, journal, and the words when something cannot be done. */
export function useCardEdit(): CardEdit {
  const { t } = useTranslation();
  const { store, save, list } = useLocalStore();
  const notify = useNotify();
  const [refused, setRefused] = useState<ReadonlyMap<string, RefusedText>>(
    new Map(),
  );
  const [warnings, setWarnings] = useState<ReadonlyMap<string, FieldProblem>>(
    new Map(),
  );

  const revert = useCallback(
    (field: string) => setRefused((before) => without(before, field)),
    [],
  );

  async function commitChanges(
    label: string,
    changes: readonly Change[],
  ): Promise<boolean> {
    if (changes.length === 0) return true;
    const result = await save(label, changes);
    if (result.status === "saved") return true;
    notify({ text: t(`error.save.${result.reason}`) });
    return false;
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

  async function takeBackNote(note: Note): Promise<boolean> {
    const document = await store.get("contacts", note.docId ?? "");
    const taken = takeBack(note, {
      document,
      people: document ? await peopleOf(document) : [],
      flags: await readFlags(store),
    });
    if (taken.ok) return commitChanges("action.takeBack", taken.value);
    notify({
      text: t(
        taken.error.kind === "consent-missing"
          ? "error.consentMissing"
          : "error.cannotTakeBack",
      ),
    });
    return false;
  }

  async function commitPatch(
    contact: Contact,
    patch: ContactPatch,
  ): Promise<boolean> {
    // What stands now, not what stood when the field was opened: two quick edits build on each other.
    const current = (await store.get("contacts", contact.id)) ?? contact;
    const edited = editContact(
      {
        contact: current,
        people: await peopleOf(current),
        flags: await readFlags(store),
      },
      patch,
    );
    if (edited.ok) return commitChanges("action.editContact", edited.value);
    if (edited.error.kind === "consent-missing") {
      notify({ text: t("error.consentMissing") });
    }
    return false;
  }

  async function commitText(
    contact: Contact,
    field: TextField,
    text: string,
  ): Promise<boolean> {
    const { problem } = checkField(field, text, contact);
    if (problem?.kind === "error") {
      setRefused((before) => new Map(before).set(field, { text, problem }));
      return false;
    }
    revert(field);
    setWarnings((before) =>
      problem ? new Map(before).set(field, problem) : without(before, field),
    );
    return commitPatch(contact, { [field]: text.trim() === "" ? null : text });
  }

  return {
    refused,
    warnings,
    commitText,
    commitPatch,
    commitChanges,
    takeBack: takeBackNote,
    settle: (note) =>
      commitChanges("action.settleConflict", dismissConflict(note)),
    revert,
  };
}

function without<V>(
  map: ReadonlyMap<string, V>,
  key: string,
): ReadonlyMap<string, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
