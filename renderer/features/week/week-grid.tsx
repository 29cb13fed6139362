import Box from "@mui/material/Box";
import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
} from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import type { NewContactForm } from "../../ui/new-contact.ts";
import { dayOf } from "./week-line.ts";
import { COLUMNS, type Column } from "./week-line.ts";
import { copiedFrom } from "./copy-cell.ts";
import { GridHead } from "./grid-head.tsx";
import { gridStyle, HEAD_HEIGHT, ROW_HEIGHT } from "./grid-style.ts";
import { weekKey, type WeekKey } from "./week-keys.ts";
import { NewInWeek } from "./new-in-week.tsx";
import type { WeekModel } from "./week-model.ts";
import type { RowActions } from "./row-actions.ts";
import { WeekRowView } from "./week-row-view.tsx";
import type { WeekWords } from "./week-words.ts";

interface Cursor {
  readonly key: string;
  readonly column: number;
}

const FIRST = 0;
const WHO = COLUMNS.indexOf("who");
const OUTCOME = COLUMNS.indexOf("outcome");
const LAST = COLUMNS.length - 1;

/**
 * The grid of a week: the cell that has the focus is a field, Enter goes to the next one and from the last one to the next
 * row. Rows are drawn only where they are in sight, and the one that is being typed in always.
 */
export function WeekGrid(props: {
  model: WeekModel;
  words: WeekWords;
  onSave(): void;
  onWeek(by: 1 | -1): void;
  onPaste(text: string): void;
  onUndo(): void;
  onRedo(): void;
  onEvaluate: RowActions["evaluate"];
  newContact: NewContactForm;
}) {
  const { model, words } = props;
  const { t } = words;
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useSyncExternalStore(model.subscribe, model.keys);
  const [cursor, setCursor] = useState<Cursor>(() => startOf(model));
  // What was in this place when its row left.
  const place = useRef(0);
  const index = keys.indexOf(cursor.key);
  if (index >= 0) place.current = index;
  const here = index >= 0 ? index : Math.min(place.current, keys.length - 1);
  const current: Cursor =
    index >= 0 ? cursor : { ...cursor, key: keys[here] ?? "" };
  const latest = useRef({ current, keys });
  latest.current = { current, keys };

  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollPaddingStart: HEAD_HEIGHT,
    // The rows begin below the head, which the virtualizer does not know of.
    scrollPaddingEnd: HEAD_HEIGHT + 8,
    useFlushSync: false,
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        return here < 0 || shown.includes(here)
          ? shown
          : [...shown, here].sort((a, b) => a - b);
      },
      [here],
    ),
  });
  useEffect(() => {
    if (here >= 0) virtual.scrollToIndex(here, { align: "auto" });
  }, [virtual, here]);
  useEffect(() => {
    scroller.current
      ?.querySelector(`.row.here [data-column="${current.column}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current.column, current.key]);

  const go = useCallback((key: string, column: number) => {
    setCursor({ key, column });
  }, []);
  const across = useCallback(
    (by: 1 | -1): boolean => {
      const { current: from, keys: order } = latest.current;
      const at = order.indexOf(from.key);
      const column = from.column + by;
      if (column >= FIRST && column <= LAST) {
        go(from.key, column);
        return true;
      }
      if (from.column === FIRST) model.settle(from.key);
      const next = order[at + by];
      if (by > 0) {
        const line = model.line(next ?? "");
        const isBlank = line?.kind === "typed" && line.state.kind === "blank";
        go(
          next === undefined || isBlank ? model.goOnFrom(from.key) : next,
          FIRST,
        );
        return true;
      }
      if (next === undefined) return false;
      go(next, LAST);
      return true;
    },
    [go, model],
  );
  const { onEvaluate } = props;
  // Who is being made, and for which row.
  const [made, setMade] = useState<{ key: string; name: string } | null>(null);
  const actions = useMemo<RowActions>(
    () => ({
      across: () => void across(1),
      accept: (key) => go(model.accept(key), OUTCOME),
      dismiss: model.dismiss,
      remove: model.remove,
      duplicate: (key) => {
        const added = model.duplicate(key);
        if (added !== null) go(added, WHO);
      },
      create: (key, name) => setMade({ key, name }),
      evaluate: onEvaluate,
    }),
    [across, go, model, onEvaluate],
  );

  /** False = the key does what it does anyway. */
  function run(key: WeekKey, typing: boolean, isTab: boolean): boolean {
    const { key: rowKey, column } = current;
    const line = model.line(rowKey);
    const isGhost = line?.kind === "ghost";
    switch (key.do) {
      case "across": {
        if (isGhost && !isTab && key.by > 0) {
          go(model.accept(rowKey), OUTCOME);
          return true;
        }
        // Tab leaves the grid behind a row that says nothing.
        const isEnd =
          isTab &&
          key.by > 0 &&
          column === LAST &&
          line?.kind === "typed" &&
          line.state.kind === "blank";
        return !isEnd && across(key.by);
      }
      case "down": {
        const field = document.activeElement;
        if (field instanceof HTMLTextAreaElement && isWithin(field, key.by))
          return false;
        const to = Math.max(0, Math.min(keys.length - 1, here + key.by));
        go(keys[to] ?? rowKey, column);
        return true;
      }
      case "week":
        props.onWeek(key.by);
        return true;
      case "new-row":
        if (column === FIRST) model.settle(rowKey);
        go(model.goOnFrom(rowKey), WHO);
        return true;
      case "copy-above": {
        const name: Column = COLUMNS[column] ?? "note";
        const above = model.line(keys[here - 1] ?? "");
        if (above) model.copyAbove(rowKey, copiedFrom(above, name));
        return true;
      }
      case "duplicate":
        if (column === FIRST) model.settle(rowKey);
        actions.duplicate(rowKey);
        return true;
      case "remove":
        model.remove(rowKey);
        return true;
      case "today":
        if (line?.kind === "typed")
          model.edit(rowKey, { day: model.reading.today, when: null });
        return true;
      case "save":
        if (column === FIRST) model.settle(rowKey);
        props.onSave();
        return true;
      case "undo":
        if (typing && wasTypedIn()) return false;
        props.onUndo();
        return true;
      case "redo":
        if (typing && wasTypedIn()) return false;
        props.onRedo();
        return true;
      case "accept":
        if (isGhost) go(model.accept(rowKey), OUTCOME);
        return isGhost;
      case "dismiss":
        if (isGhost) model.dismiss(rowKey);
        return isGhost;
      case "leave":
        document.getElementById("week-save")?.focus();
        return true;
    }
  }
  const typedIn = useRef<EventTarget | null>(null);
  const wasTypedIn = () => typedIn.current === document.activeElement;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented) return;
    const field = event.target instanceof HTMLElement ? event.target : null;
    const typing = field?.matches("input, textarea, select") ?? false;
    const key = weekKey(event, typing);
    if (!key) return;
    if (run(key, typing, event.key === "Tab")) {
      event.preventDefault();
      event.stopPropagation();
    }
  }
  function onMouseDown(event: MouseEvent<HTMLElement>): void {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>("[data-index]");
    const cell = event.target.closest<HTMLElement>("[data-column]");
    if (!row || !cell || cell.classList.contains("editing")) return;
    event.preventDefault();
    go(
      keys[Number(row.dataset["index"])] ?? "",
      Number(cell.dataset["column"]),
    );
  }
  function onPaste(event: ClipboardEvent<HTMLElement>): void {
    const text = event.clipboardData.getData("text/plain");
    const lines = text.split(/\r?\n/).filter((one) => one.trim() !== "");
    const isNote = event.target instanceof HTMLTextAreaElement;
    // Lines belong into a note; a table never does.
    if (!text.includes("\t") && (isNote || lines.length < 2)) return;
    event.preventDefault();
    props.onPaste(text);
  }

  const items = virtual.getVirtualItems();
  const shownRows = items.length;
  return (
    <>
      <Box
        ref={scroller}
        id="week-grid"
        role="grid"
        aria-label={t("week.grid")}
        aria-rowcount={keys.length + 1}
        aria-colcount={COLUMNS.length + 1}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onPaste={onPaste}
        onInput={(event) => {
          typedIn.current = event.target;
        }}
        sx={gridStyle}
      >
        <GridHead words={words} />
        <div
          role="rowgroup"
          className="body"
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map((item) => {
            const key = keys[item.index] ?? "";
            const day = dayOf(model.line(key));
            const before = dayOf(model.line(keys[item.index - 1] ?? ""));
            return (
              <WeekRowView
                key={key}
                model={model}
                rowKey={key}
                index={item.index}
                start={item.start}
                at={item.index === here ? current.column : null}
                firstOfDay={day !== before}
                above={
                  item.index > 6 &&
                  item.index > keys.length - 6 &&
                  shownRows > 8
                }
                words={words}
                actions={actions}
              />
            );
          })}
        </div>
      </Box>
      {made && (
        <NewInWeek
          name={made.name}
          form={props.newContact}
          onClose={() => setMade(null)}
          onHere={({ id, name }) => {
            model.edit(made.key, { who: name, contactId: id });
            setMade(null);
            go(made.key, OUTCOME);
          }}
        />
      )}
    </>
  );
}

/** Whoever comes to write goes on where nothing is written yet. */
function startOf(model: WeekModel): Cursor {
  return { key: model.keys().at(-1) ?? "", column: WHO };
}

/** The caret has lines of its own text above or below it. */
function isWithin(field: HTMLTextAreaElement, by: number): boolean {
  const { value, selectionStart, selectionEnd } = field;
  return by < 0
    ? value.slice(0, selectionStart).includes("\n")
    : value.slice(selectionEnd).includes("\n");
}
