import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import { editContact } from "../../../shared/domain/edit-contact.ts";
import { isFieldOf } from "../../../shared/domain/contact-type.ts";
import type { TextField } from "../../../shared/domain/field-check.ts";
import {
  keepRefused,
  readRefused,
  type RefusedText,
} from "../../local-store/refused-texts.ts";
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

type CellField = (typeof FIELDS)[number];

interface Refusal {
  readonly code: RefusedText["code"];
  readonly words: string;
}

/** F2: a cell of the table is edited by the rules of the card. */
export function useCellEdit() {
  const { t } = useTranslation();
  const { store, list, save } = useLocalStore();
  const { language, now } = useSession();
  const codes = useCodes();
  const notify = useNotify();
  const [edit, setEdit] = useState<{
    readonly id: string;
    readonly cell: CellEdit;
  } | null>(null);

  const busy = useRef<Promise<unknown>>(Promise.resolve());

  /** What a disk refuses stands in the cell as long as that is there. */
  const keep = (id: string, field: CellField, refused: RefusedText | null) =>
    keepRefused({ store, save, now }, id, field, refused).catch(() => {});

  /** Null = stored. */
  async function write(
    id: string,
    field: CellField,
    value: string,
  ): Promise<Refusal | null> {
    const contact = await store.get("contacts", id);
    if (!contact) return { code: "not-saved", words: t("list.gone") };
    const facts = await factsOf(
      { store, list },
      contact,
      await readFlags(store),
    );
    const edited = editContact(facts, { [field]: value === "" ? null : value });
    if (!edited.ok) {
      if (edited.error.kind !== "field-refused")
        return { code: "not-saved", words: t("error.consentMissing") };
      const { code } = edited.error;
      return { code, words: t(`problem.${code}`) };
    }
    if (edited.value.length === 0) return null;
    const saved = await save("action.editContact", edited.value);
    if (saved.status === "failed")
      return { code: "not-saved", words: t(`error.save.${saved.reason}`) };
    const what = t("list.edited", { column: t(`column.${field}`) });
    notify({ text: `${contact.name}: ${what}`, undo: true });
    return null;
  }

  async function writeOrKeep(
    id: string,
    field: CellField,
    value: string,
  ): Promise<string | null> {
    const refusal = await write(id, field, value).catch((): Refusal => ({
      code: "not-saved",
      words: t("error.save.io"),
    }));
    await keep(id, field, refusal && { text: value, code: refusal.code });
    return refusal?.words ?? null;
  }

  /** Opens the editor of a cell; of a column that is not edited here that is said. */
  async function begin(row: ContactRow, column: ContactColumn): Promise<void> {
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
    const refused = (await readRefused(store, row.id)).get(field);
    const cell: CellEdit = {
      ...{ column, label, value, choices, list: kind ?? null },
      kept: refused
        ? { text: refused.text, problem: t(`problem.${refused.code}`) }
        : null,
      commit(typed) {
        const written = writeOrKeep(row.id, field, typed);
        busy.current = written;
        return written;
      },
      revert: () => void keep(row.id, field, null),
      end(inCell) {
        setEdit(null);
        if (inCell) document.getElementById("contact-grid")?.focus();
      },
      left(problem) {
        setEdit((now) => (now?.cell === cell ? null : now));
        if (problem !== null)
          notify({
            text: t("list.textKept", {
              column: label,
              name: row.name,
              problem,
            }),
          });
      },
    };
    setEdit({ id: row.id, cell });
  }
  /** Whoever opens the card next finds there what was refused here. */
  const settled = (): Promise<unknown> => busy.current;
  return { edit, begin, settled };
}
