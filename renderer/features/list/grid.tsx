import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
} from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type UIEvent,
} from "react";
import type { ListView } from "../../../shared/domain/list-view.ts";
import type { CellEdit } from "./cell-editor.tsx";
import type { CellWords } from "./cell-text.ts";
import { gridKey, type GridKey } from "./grid-keys.ts";
import {
  GridFrame,
  HEADER_HEIGHT,
  LINES_ROW,
  TABLE_ROW,
} from "./grid-style.ts";
import { LinesRow } from "./lines-row.tsx";
import { createRowKeys } from "./row-keys.ts";
import type { RowWindow } from "./row-window.ts";
import { TableRow } from "./table-row.tsx";
import { useRows } from "./use-rows.ts";

/** Where the keys act. */
export interface Cursor {
  readonly id: string | null;
  /** -1 = nowhere. */
  readonly index: number;
  /** Number of the column, in the table. */
  readonly column: number;
}

export type GridClick = "plain" | "toggle" | "range" | "range-added";

/** Rows above and below the sight, for the next turn of the wheel. */
const OVERSCAN = 6;
/** The place of a cursor that has moved may be known only after another answer. */
const FOLLOWED_MS = 500;

/**
 * The rows, drawn only where they are in sight, as a table or, beside an open card, as two lines each. One stop of the Tab
 * key; what keys and clicks mean is decided by whoever has the list.
 */
export function Grid(props: {
  rows: RowWindow;
  mode: "table" | "lines";
  columns: ListView["columns"];
  label: string;
  cursor: Cursor;
  chosen: ReadonlySet<string>;
  unsent: ReadonlySet<string>;
  words: CellWords;
  tree: boolean;
  /** Changes with what is asked for: another list is shown from its top. */
  asked: string;
  edit: { readonly id: string; readonly cell: CellEdit } | null;
  /** Of the table. */
  header: ReactNode;
  typing: () => boolean;
  onKey(key: GridKey): void;
  onClick(index: number, column: number | null, click: GridClick): void;
  onOpen(index: number): void;
  onTwist(index: number): void;
  /** A row is dragged, out of the window. */
  onDrag(index: number): void;
}) {
  const { mode, cursor, chosen, unsent, words, edit, tree } = props;
  const rows = useRows(props.rows);
  const scroller = useRef<HTMLDivElement>(null);
  const total = rows.total ?? 0;
  const isTable = mode === "table";
  const height = isTable ? TABLE_ROW : LINES_ROW;
  const above = isTable ? HEADER_HEIGHT : 4;
  const seen = useRef({ first: 0, most: 0 });
  const inSight = useCallback((range: Range): number[] => {
    const { startIndex: first, endIndex: last, count } = range;
    const jumped = Math.abs(first - seen.current.first);
    const most = Math.max(seen.current.most, last - first);
    seen.current = { first, most };
    if (jumped <= last - first) return defaultRangeExtractor(range);
    // Whoever jumps from sight to sight sees nothing of the rows around it; always as many, none is made or taken away.
    const endIndex = Math.min(count - 1, first + most);
    return defaultRangeExtractor({ ...range, endIndex, overscan: 0 });
  }, []);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    rangeExtractor: inSight,
    scrollMargin: above,
    scrollPaddingStart: above,
    useFlushSync: false,
  });
  const [keys] = useState(createRowKeys);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { asked } = props;
  const { show } = props.rows;
  useEffect(() => show(first, last), [show, first, last]);
  useEffect(() => scroller.current?.scrollTo(0, 0), [asked]);
  // The list follows the cursor when that moves or another list is asked for; not when rows come and go around it while
  // one scrolls somewhere else.
  const followed = useRef({ key: "", until: 0 });
  const { id: here, index: place, column } = cursor;
  const isKnown = total > 0;
  useEffect(() => {
    const key = `${here} ${asked}`;
    const now = performance.now();
    if (followed.current.key !== key)
      followed.current = { key, until: now + FOLLOWED_MS };
    if (place >= 0 && isKnown && now < followed.current.until)
      virtual.scrollToIndex(place, { align: "auto" });
  }, [virtual, here, asked, place, isKnown]);
  useEffect(() => {
    // A column out of sight to the right is brought into sight.
    scroller.current
      ?.querySelector(`.here [data-column="${column}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [column]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.target !== event.currentTarget) return;
    const sight = scroller.current?.clientHeight ?? 0;
    const page = Math.max(1, Math.floor((sight - above) / height) - 1);
    const typing = props.typing();
    const key = gridKey(event, { index: cursor.index, total, page, typing });
    if (!key) return;
    event.preventDefault();
    // Home on the first row comes back to it from wherever one has scrolled.
    if (key.do === "go" && total > 0)
      virtual.scrollToIndex(key.to, { align: "auto" });
    props.onKey(key);
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    const found = placeOf(event.target);
    if (!found) return;
    if (found.part === "editor") return;
    if (found.part === "twist") return props.onTwist(found.index);
    const mod = event.ctrlKey || event.metaKey;
    const click = event.shiftKey
      ? mod
        ? "range-added"
        : "range"
      : mod || found.part === "box"
        ? "toggle"
        : "plain";
    props.onClick(found.index, found.column, click);
  }

  const isDrawn = (index: number) => index >= first && index <= last;
  const active = rows.row(place);
  const activeId =
    active && active.id === here && isDrawn(place)
      ? isTable
        ? `cell-${active.id}-${props.columns[cursor.column]?.column ?? "name"}`
        : `row-${active.id}`
      : undefined;
  const keyOf = keys(first, last);
  return (
    <GridFrame
      ref={scroller}
      id="contact-grid"
      className={mode}
      role={tree ? "treegrid" : "grid"}
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total}
      aria-multiselectable
      aria-activedescendant={activeId}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      onClick={onClick}
      onDragStart={(event) => {
        const found = placeOf(event.target);
        // The headings have a drag of their own.
        if (!found) return;
        event.preventDefault();
        props.onDrag(found.index);
      }}
      onDoubleClick={(event) => {
        const found = placeOf(event.target);
        if (found && found.part === "row") props.onOpen(found.index);
      }}
      style={{
        ["--columns" as string]: props.columns
          .map(({ width }) => `${width}px`)
          .join(" "),
      }}
    >
      {isTable && props.header}
      <div
        className="body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows.row(item.index);
          const isHere = item.index === cursor.index;
          const shared = {
            row,
            index: item.index,
            start: item.start - above,
            chosen: row !== undefined && chosen.has(row.id),
            unsent: row !== undefined && unsent.has(row.id),
            words,
            tree,
          };
          return isTable ? (
            <TableRow
              key={keyOf(item.index)}
              {...shared}
              columns={props.columns}
              at={isHere ? cursor.column : null}
              edit={edit !== null && edit.id === row?.id ? edit.cell : null}
            />
          ) : (
            <LinesRow key={keyOf(item.index)} {...shared} here={isHere} />
          );
        })}
      </div>
    </GridFrame>
  );
}

/**
 * The names are held in their place only while one has scrolled sideways: held, each of them is a layer of its own, which
 * costs time in every frame.
 */
function onScroll({ currentTarget: grid }: UIEvent<HTMLElement>): void {
  grid.toggleAttribute("data-aside", grid.scrollLeft > 0);
}

interface Place {
  readonly index: number;
  readonly column: number | null;
  readonly part: "row" | "box" | "twist" | "editor";
}

function placeOf(target: EventTarget): Place | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>("[data-index]");
  if (!row) return null;
  const cell = target.closest<HTMLElement>("[data-column]");
  const part = target.closest(".editor")
    ? "editor"
    : target.closest("[data-twist]")
      ? "twist"
      : target.closest("[data-box]")
        ? "box"
        : "row";
  const column = cell ? Number(cell.dataset["column"]) : null;
  return { index: Number(row.dataset["index"]), column, part };
}
