import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import type { ListView } from "../../../shared/domain/list-view.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { formatDay } from "../../ui/format.ts";
import { PrintPaper } from "../../ui/print-paper.tsx";
import { cellText, isFigure, type CellWords } from "./cell-text.ts";

/** Where paper is narrow, these are not broken: half a number is none. */
const WHOLE: ReadonlySet<ContactColumn> = new Set<ContactColumn>([
  ...(["no", "type", "phone", "mobile", "postCode"] as const),
  ...(["lastVisit", "lastAttempt", "lastPurchase"] as const),
  ...(["changed", "created"] as const),
]);

function classOf(column: ContactColumn): string | undefined {
  if (isFigure(column)) return "figure";
  return WHOLE.has(column) ? "whole" : undefined;
}

/** The list as it is printed; `ready` is called when it is in the page. */
export function PrintSheet(props: {
  title: string;
  rows: readonly ContactRow[];
  columns: ListView["columns"];
  words: CellWords;
  ready(): void;
}) {
  const { rows, columns, words, ready } = props;
  return (
    <PrintPaper size="A4 landscape" ready={ready}>
      <h1>{props.title}</h1>
      <p>
        {words.t("list.count", { count: rows.length })} ·{" "}
        {formatDay(words.today)}
      </p>
      <table>
        <thead>
          <tr>
            {columns.map(({ column }) => (
              <th
                key={column}
                className={isFigure(column) ? "figure" : undefined}
              >
                {words.t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ column }) => (
                <td key={column} className={classOf(column)}>
                  {cellText(row, column, words)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PrintPaper>
  );
}
