import Box from "@mui/material/Box";
import type { KeyboardEvent } from "react";

/**
 * Tabs over a panel of the card. Plain elements, and the line under the chosen one is its border: the library's own
 * measures the page each time a card opens.
 */
export function CardTabs<T extends string>(props: {
  label: string;
  panel: string;
  tabs: readonly (readonly [value: T, label: string])[];
  value: T;
  onChange(value: T): void;
}) {
  const { tabs, value } = props;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const here = tabs.findIndex(
      ([one]) => tabId(one) === event.currentTarget.id,
    );
    const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: -1 }[
      event.key
    ];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (!next) return;
    event.preventDefault();
    document.getElementById(tabId(next[0]))?.focus();
  }
  return (
    <Box role="tablist" aria-label={props.label} sx={look}>
      {tabs.map(([one, label]) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={tabId(one)}
          aria-controls={props.panel}
          aria-selected={one === value}
          tabIndex={one === value ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => props.onChange(one)}
        >
          {label}
        </button>
      ))}
    </Box>
  );
}

export function tabId(value: string): string {
  return `card-tab-${value}`;
}

const look = {
  display: "flex",
  flexWrap: "wrap",
  mt: -1.5,
  mb: 1.5,
  minHeight: 40,
  "& > button": {
    boxSizing: "border-box",
    height: 40,
    padding: "6px 10px 8px",
    border: 0,
    borderBottom: "2px solid transparent",
    background: "transparent",
    font: "inherit",
    fontWeight: 550,
    letterSpacing: "-0.006em",
    lineHeight: 1.25,
    color: "var(--mui-palette-text-secondary)",
    cursor: "pointer",
  },
  "& > button[aria-selected=true]": {
    color: "var(--mui-palette-primary-main)",
    borderColor: "var(--mui-palette-primary-main)",
  },
  "& > button:focus-visible": { outlineOffset: "-2px" },
} as const;
