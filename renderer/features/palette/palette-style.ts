import type { SxProps, Theme } from "@mui/material/styles";

/** One style sheet for the box: its lines are plain elements, drawn anew at every letter. */
export const paletteStyle: SxProps<Theme> = {
  display: "flex",
  flexDirection: "column",
  minHeight: 0,
  maxHeight: "72vh",
  "& .box": {
    display: "flex",
    alignItems: "center",
    gap: "10px",
    padding: "0 18px",
    borderBottom: "1px solid var(--mui-palette-divider)",
    color: "var(--mui-palette-text-secondary)",
  },
  "& input": {
    flex: 1,
    minWidth: 0,
    height: 52,
    border: 0,
    outline: 0,
    background: "transparent",
    color: "var(--mui-palette-text-primary)",
    font: "inherit",
    fontSize: 16,
  },
  "& .list": { overflowY: "auto", padding: "6px", outline: 0 },
  "& .group": {
    padding: "8px 12px 4px",
    fontSize: 12,
    fontWeight: 600,
    color: "var(--mui-palette-text-secondary)",
  },
  "& .entry": {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    minHeight: 36,
    padding: "4px 12px",
    borderRadius: "7px",
    cursor: "default",
  },
  "& .entry[aria-selected=true]": {
    background: "var(--mui-palette-surface-selected)",
  },
  "& .entry[aria-disabled=true] .title": {
    color: "var(--mui-palette-text-secondary)",
  },
  "& .texts": { flex: 1, minWidth: 0 },
  "& .title, & .second": {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  "& .title": { fontSize: 14, fontWeight: 550, lineHeight: "20px" },
  "& .second": {
    fontSize: 12.5,
    lineHeight: "17px",
    color: "var(--mui-palette-text-secondary)",
  },
  "& mark": {
    background: "var(--mui-palette-soft-warning)",
    color: "inherit",
    borderRadius: "3px",
  },
  "& .nothing": {
    margin: 0,
    padding: "18px",
    color: "var(--mui-palette-text-secondary)",
  },
  "& .keys": {
    padding: "8px 18px",
    fontSize: 12,
    borderTop: "1px solid var(--mui-palette-divider)",
    color: "var(--mui-palette-text-secondary)",
  },
};
