import { visuallyHidden } from "../../ui/visually-hidden.ts";

/**
 * What the fields of a card look like, as classes of one style sheet: a card has dozens of lines, and plain elements
 * cost nothing to dress when it opens.
 */
export const fieldsStyle = {
  "& .group-head": {
    display: "flex",
    alignItems: "baseline",
    gap: "8px",
    marginBottom: "4px",
  },
  "& .group-head > h2": {
    margin: 0,
    fontSize: 13,
    lineHeight: 1.4,
    fontWeight: 650,
  },
  "& .unseen": visuallyHidden,
  "& .group-head > span": {
    fontSize: 12,
    lineHeight: 1.4,
    color: "var(--mui-palette-text-secondary)",
  },
  "& .field": {
    display: "grid",
    gridTemplateColumns: "104px minmax(0, 1fr)",
    columnGap: "8px",
    alignItems: "start",
  },
  // What is there on every line shows where one is.
  "& .field .on-hover": { opacity: 0 },
  "& .field:hover .on-hover, & .field:focus-within .on-hover": { opacity: 1 },
  "& .field > .label": {
    paddingTop: "5px",
    fontSize: 13,
    lineHeight: 1.45,
    letterSpacing: "-0.003em",
    overflowWrap: "anywhere",
    color: "var(--mui-palette-text-secondary)",
  },
  "& .field > .rest": { minWidth: 0 },
  "& .field .line": { display: "flex", alignItems: "flex-start", minWidth: 0 },
  "& .field .over": { position: "relative", width: 0 },
  "& .field .value": {
    display: "flex",
    flex: 1,
    flexWrap: "wrap",
    justifyContent: "flex-start",
    alignItems: "baseline",
    columnGap: "8px",
    boxSizing: "border-box",
    minWidth: 0,
    minHeight: 30,
    margin: "0 0 0 -6px",
    padding: "0 6px",
    border: 0,
    borderRadius: "6px",
    background: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "text",
    userSelect: "none",
  },
  "& .field .value:hover": { background: "var(--mui-palette-surface-hover)" },
  "& .field .value:focus-visible": { outlineOffset: "-2px" },
  "& .field .text": {
    padding: "5px 0",
    lineHeight: "20px",
    letterSpacing: "-0.006em",
    whiteSpace: "pre-line",
    overflowWrap: "anywhere",
    color: "var(--mui-palette-text-primary)",
  },
  "& .field .text.none": { color: "var(--mui-palette-text-secondary)" },
  "& .field .source": {
    marginBottom: "4px",
    fontSize: 12,
    lineHeight: "16px",
    letterSpacing: 0,
    color: "var(--mui-palette-text-secondary)",
  },
  "& .field .word": {
    margin: "0 0 2px",
    fontSize: 12,
    lineHeight: 1.4,
    color: "var(--mui-palette-warning-main)",
  },
  "& .field .text.bad, & .field .word.bad": {
    color: "var(--mui-palette-error-main)",
  },
} as const;
