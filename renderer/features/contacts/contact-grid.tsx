import Box from "@mui/material/Box";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent } from "react";
import type { ContactRow } from "../../local-store/store.ts";
import { ContactRowView, ROW_HEIGHT } from "./contact-row.tsx";
import type { ContactWindow } from "./use-contact-window.ts";

/**
 * The rows, drawn only where they are in sight. One stop of the Tab key; the arrows, Page Up and Down, Home and End
 * move the active row, Enter opens it.
 */
export function ContactGrid(props: {
  window: ContactWindow;
  label: string;
  active: number;
  unsent: ReadonlySet<string>;
  onActive(index: number, row: ContactRow): void;
  onOpen(row: ContactRow): void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const total = props.window.total ?? 0;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = props.window;
  useEffect(() => show(first, last), [show, first, last]);
  useEffect(() => {
    if (props.active >= 0 && props.active < total) {
      rows.scrollToIndex(props.active, { align: "auto" });
    }
  }, [rows, props.active, total]);

  function move(to: number): void {
    const index = Math.max(0, Math.min(total - 1, to));
    rows.scrollToIndex(index, { align: "auto" });
    const row = props.window.row(index);
    if (row) props.onActive(index, row);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1,
    );
    const targets: Record<string, number> = {
      ArrowDown: props.active + 1,
      ArrowUp: props.active - 1,
      PageDown: props.active + page,
      PageUp: props.active - page,
      Home: 0,
      End: total - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      move(target);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const row = props.window.row(props.active);
      if (row) props.onOpen(row);
    }
  }

  const activeRow = props.window.row(props.active);
  return (
    <Box
      ref={scroller}
      id="contact-grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total}
      aria-activedescendant={activeRow ? `row-${activeRow.id}` : undefined}
      onKeyDown={onKeyDown}
      sx={{
        flex: 1,
        minHeight: 0,
        overflowY: "auto",
        // The ring stands on the row that the keys act on, not around the whole list.
        "&:focus-visible": { outline: "none" },
        "&:focus-visible [aria-selected=true]": {
          outline: "2px solid",
          outlineColor: "primary.main",
          outlineOffset: -2,
        },
      }}
    >
      <Box
        role="presentation"
        sx={{ position: "relative" }}
        style={{ height: rows.getTotalSize() }}
      >
        {items.map((item) => {
          const row = props.window.row(item.index);
          const active = item.index === props.active;
          return (
            <Box
              key={item.key}
              id={row ? `row-${row.id}` : undefined}
              role="row"
              aria-rowindex={item.index + 1}
              aria-selected={active}
              onClick={() => {
                if (row) props.onActive(item.index, row);
              }}
              onDoubleClick={() => {
                if (row) props.onOpen(row);
              }}
              style={{ transform: `translateY(${item.start}px)` }}
              sx={{
                position: "absolute",
                insetInline: 8,
                top: 0,
                height: ROW_HEIGHT - 2,
                borderRadius: 1,
                cursor: "default",
                bgcolor: active ? "surface.selected" : undefined,
                "&:hover": active ? {} : { bgcolor: "surface.hover" },
              }}
            >
              <ContactRowView
                row={row}
                unsent={row !== undefined && props.unsent.has(row.id)}
              />
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
