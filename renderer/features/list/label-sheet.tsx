import GlobalStyles from "@mui/material/GlobalStyles";
import { useEffect } from "react";
import { createPortal } from "react-dom";
import {
  LABEL_SHEETS,
  labelPlaces,
  type LabelSheetName,
} from "../../../shared/domain/label-sheet.ts";
import { paperPage } from "../../ui/paper-page.ts";

/** Labels or envelopes as they are printed, each where the maker's drawing has it; `ready` when they are in the page. */
export function LabelPages(props: {
  sheet: LabelSheetName;
  /** Lines of each address. */
  labels: readonly (readonly string[])[];
  first: number;
  ready(): void;
}) {
  const { ready } = props;
  const sheet = LABEL_SHEETS[props.sheet];
  const { page, label, padding } = sheet;
  useEffect(() => {
    // Styles are in the page a frame later.
    const frame = requestAnimationFrame(() => ready());
    return () => cancelAnimationFrame(frame);
  }, [ready]);
  const mm = (value: number) => `${value}mm`;
  const pages = labelPlaces(sheet, props.labels.length, props.first);
  return createPortal(
    <div className="label-pages" aria-hidden>
      <GlobalStyles
        styles={{
          ".label-pages": { display: "none" },
          "@page": { size: `${mm(page.width)} ${mm(page.height)}`, margin: 0 },
          "@media print": {
            "body > :not(.label-pages)": { display: "none !important" },
            ...paperPage,
            ".label-pages": {
              display: "block",
              color: "#000",
              fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
              fontSize: "9pt",
              lineHeight: 1.3,
            },
            ".label-page": {
              position: "relative",
              width: mm(page.width),
              // A hair less: a rounded pixel more would begin another page.
              height: mm(page.height - 0.2),
              overflow: "hidden",
              breakAfter: "page",
            },
            ".label-page:last-child": { breakAfter: "auto" },
            ".label": {
              position: "absolute",
              width: mm(label.width),
              height: mm(label.height),
              padding: mm(padding),
              boxSizing: "border-box",
              overflow: "hidden",
              display: "flex",
              flexDirection: "column",
              justifyContent: "center",
            },
            ".label div": { overflow: "hidden", textOverflow: "ellipsis" },
          },
        }}
      />
      {pages.map((places, at) => {
        const before = pages.slice(0, at);
        const from = before.reduce((sum, { length }) => sum + length, 0);
        return (
          <div className="label-page" key={from}>
            {places.map(({ left, top }, i) => (
              <div
                className="label"
                key={`${left}/${top}`}
                style={{ left: mm(left), top: mm(top) }}
              >
                {props.labels[from + i]?.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </div>
            ))}
          </div>
        );
      })}
    </div>,
    document.body,
  );
}
