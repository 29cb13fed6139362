import { useTranslation } from "react-i18next";
import { toTabbedText } from "../../../shared/core/table-text.ts";
import type { ListView } from "../../../shared/domain/list-view.ts";
import type { ContactList, ListQuery } from "../../local-store/store.ts";
import { useNotify } from "../../ui/notices.tsx";
import type { CellWords } from "./cell-text.ts";
import { headings, rowTexts } from "./export-rows.ts";

/** Copies contacts as rows with their headings, as a spreadsheet takes them, in the order of the list. */
export function useCopyRows(
  list: Pick<ContactList, "query">,
  query: ListQuery,
  columns: ListView["columns"],
  words: CellWords,
): (ids: readonly string[]) => Promise<void> {
  const { t } = useTranslation();
  const notify = useNotify();
  return async (ids) => {
    if (ids.length === 0) return;
    // What is chosen may lie outside of the present filter.
    const { locale, sort = [{ column: "name", descending: false }] } = query;
    const asked: ListQuery = {
      ...{ text: "", kind: "all", locale, sort },
      only: ids,
    };
    const { rows } = await list.query(asked, 0, ids.length);
    const table = [
      headings(columns, words),
      ...rows.map((row) => rowTexts(row, columns, words)),
    ];
    await navigator.clipboard.writeText(toTabbedText(table));
    notify({ text: t("list.copied", { count: rows.length }) });
  };
}
