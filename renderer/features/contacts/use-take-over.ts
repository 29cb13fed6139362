import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import { editContact } from "../../../shared/domain/edit-contact.ts";
import type { ContactPatch } from "../../../shared/domain/field-check.ts";
import { readFlags } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import type { CreateKind, CreateValues } from "./create-form.ts";

const NAMES = new Set(["name", "firstName", "surname"]);

/**
 * A contact that is here already takes what was typed for a new one, where it has nothing; with Undo. True = that one may
 * be opened.
 */
export function useTakeOver() {
  const { t } = useTranslation();
  const { store, list, save } = useLocalStore();
  const notify = useNotify();
  return async (
    id: string,
    kind: CreateKind,
    values: CreateValues,
    along: () => readonly Change[],
  ): Promise<boolean> => {
    const contact = await store.get("contacts", id);
    if (!contact || (contact.type === "company") !== (kind === "company"))
      return false;
    const { relation: _, ...own } = values;
    const missing = Object.entries(own).filter(
      ([field, text]) =>
        !NAMES.has(field) &&
        text.trim() !== "" &&
        contact[field as keyof typeof contact] === undefined,
    );
    const rows =
      contact.type === "company" ? await list.peopleOf(contact.id) : [];
    const people = await store.getMany(
      "contacts",
      rows.map((row) => row.id),
    );
    const edited = editContact(
      { contact, people: [...people.values()], flags: await readFlags(store) },
      Object.fromEntries(missing) as ContactPatch,
    );
    const changes = edited.ok ? edited.value : [];
    const saved = await save("action.editContact", [...changes, ...along()]);
    if (saved.status === "failed") {
      notify({ text: t(`error.save.${saved.reason}`) });
      return false;
    }
    if (changes.length > 0)
      notify({ text: t("double.used", { name: contact.name }), undo: true });
    return true;
  };
}
