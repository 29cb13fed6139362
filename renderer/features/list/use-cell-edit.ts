import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import { editContact } from "../../../shared/domain/edit-contact.ts";
import { isFieldOf } from "../../../shared/domain/contact-type.ts";
import type { TextField } from "../../../shared/domain/field-check.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import type { CellEdit } from "./cell-editor.tsx";
import { CODE_LISTS } from "./cell-text.ts";
import { readFlags } from "../../local-store/marketing.ts";
import { factsOf } from "./contact-facts.ts";

/** Columns that are one field of the contact. */
const FIELDS = [
  "name",
  "jobTitle",
  "phone",
  "mobile",
  "email",
  "address",
  "postCode",
  "city",
  "county",
  "country",
  "salesperson",
  "territory",
  "language",
] as const satisfies readonly (ContactColumn & TextField)[];

/** F2: a cell of the table is edited by the rules of the card. */
export function useCellEdit() {
  const { t } = useTranslation();
  const { store, list, save } = useLocalStore();
  const { language } = useSession();
  const codes = useCodes();
  const notify = useNotify();
  const [edit, setEdit] = useState<{
    readonly id: string;
    readonly cell: CellEdit;
  } | null>(null);

  async function commit(
    id: string,
    field: (typeof FIELDS)[number],
    value: string,
  ): Promise<string | null> {
    const contact = await store.get("contacts", id);
    if (!contact) return t("list.gone");
    const facts = await factsOf(
      { store, list },
      contact,
      await readFlags(store),
    );
    const edited = editContact(facts, { [field]: value === "" ? null : value });
    if (!edited.ok)
      return edited.error.kind === "field-refused"
        ? t(`problem.${edited.error.code}`)
        : t("error.consentMissing");
    if (edited.value.length === 0) return null;
    const saved = await save("action.editContact", edited.value);
    if (saved.status === "failed") return t(`error.save.${saved.reason}`);
    const what = t("list.edited", { column: t(`column.${field}`) });
    notify({ text: `${contact.name}: ${what}`, undo: true });
    return null;
  }

  /** Opens the editor of a cell; of a column that is not edited here that is said. */
  function begin(row: ContactRow, column: ContactColumn): void {
    const field = FIELDS.find((one) => one === column);
    const label = t(`column.${column}`);
    if (field === undefined || !isFieldOf(row.type, field))
      return notify({ text: t("list.notEditable", { column: label }) });
    const kind = CODE_LISTS[column];
    const value = row[field] ?? "";
    const choices = kind
      ? codes.of(kind).map(({ code }) => ({
          code,
          text: codes.text(kind, code, language),
        }))
      : null;
    setEdit({
      id: row.id,
      cell: {
        ...{ column, label, value, choices },
        commit: (typed) => commit(row.id, field, typed),
        end() {
          setEdit(null);
          document.getElementById("contact-grid")?.focus();
        },
      },
    });
  }
  return { edit, begin };
}
