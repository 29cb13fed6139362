import GlobalStyles from "@mui/material/GlobalStyles";
import { useEffect, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { paperPage } from "./paper-page.ts";

/** On paper only the sheet is seen, in black on white, with the headings on each page. */
const onPaper = (size: string) =>
  ({
    ".print-sheet": { display: "none" },
    "@page": { size, margin: "12mm" },
    "@media print": {
      "body > :not(.print-sheet)": { display: "none !important" },
      ...paperPage,
      ".print-sheet": {
        display: "block",
        color: "#000",
        background: "#fff",
        fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
        fontSize: "8.5pt",
      },
      ".print-sheet h1": { fontSize: "13pt", margin: "0 0 2mm" },
      ".print-sheet h2": {
        fontSize: "10pt",
        margin: "5mm 0 1mm",
        breakAfter: "avoid",
      },
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
      // A heading is as wide as its longest word, and with it the column.
      ".print-sheet th": { overflowWrap: "break-word" },
      ".print-sheet .figure": { textAlign: "right", whiteSpace: "nowrap" },
      ".print-sheet .whole": { whiteSpace: "nowrap" },
    },
  }) as const;

/** What is printed instead of the window; `ready` is called when it is in the page. */
export function PrintPaper(props: {
  size: "A4" | "A4 landscape";
  ready(): void;
  children: ReactNode;
}) {
  const { ready } = props;
  useEffect(() => {
    // Styles are in the page a frame later.
    const frame = requestAnimationFrame(() => ready());
    return () => cancelAnimationFrame(frame);
  }, [ready]);
  return createPortal(
    <div className="print-sheet" aria-hidden>
      <GlobalStyles styles={onPaper(props.size)} />
      {props.children}
    </div>,
    document.body,
  );
}
