import GlobalStyles from "@mui/material/GlobalStyles";
import { useEffect } from "react";
import { createPortal } from "react-dom";
import type { ListView } from "../../../shared/domain/list-view.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { formatDay } from "../../ui/format.ts";
import { cellText, isFigure, type CellWords } from "./cell-text.ts";

/** On paper only the sheet is seen, in black on white, with the headings on each page. */
const onPaper = {
  ".print-sheet": { display: "none" },
  "@page": { size: "A4 landscape", margin: "12mm" },
  "@media print": {
    "body > :not(.print-sheet)": { display: "none !important" },
    "html, body": { height: "auto !important", overflow: "visible !important" },
    body: { background: "#fff !important" },
    ".print-sheet": {
      display: "block",
      color: "#000",
      background: "#fff",
      fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
      fontSize: "8.5pt",
    },
    ".print-sheet h1": { fontSize: "13pt", margin: "0 0 2mm" },
    ".print-sheet p": { margin: "0 0 4mm", color: "#444" },
    ".print-sheet table": { width: "100%", borderCollapse: "collapse" },
    ".print-sheet thead": { display: "table-header-group" },
    ".print-sheet tr": { breakInside: "avoid" },
    ".print-sheet th, .print-sheet td": {
      textAlign: "left",
      verticalAlign: "top",
      padding: "1.2mm 2mm 1.2mm 0",
      borderBottom: "0.2mm solid #bbb",
      overflowWrap: "anywhere",
    },
    ".print-sheet .figure": { textAlign: "right" },
  },
} as const;

/** The list as it is printed; `ready` is called when it is in the page. */
export function PrintSheet(props: {
  title: string;
  rows: readonly ContactRow[];
  columns: ListView["columns"];
  words: CellWords;
  ready(): void;
}) {
  const { rows, columns, words, ready } = props;
  useEffect(() => {
    // Styles are in the page a frame later.
    const frame = requestAnimationFrame(() => ready());
    return () => cancelAnimationFrame(frame);
  }, [ready]);
  return createPortal(
    <div className="print-sheet" aria-hidden>
      <GlobalStyles styles={onPaper} />
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
                <td
                  key={column}
                  className={isFigure(column) ? "figure" : undefined}
                >
                  {cellText(row, column, words)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
