import {
  memo,
  useCallback,
  useEffect,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { cellEditor, problemOf } from "./cell-editor.tsx";
import { cellShown } from "./cell-shown.tsx";
import { lineTexts } from "./line-texts.ts";
import type { RowActions } from "./row-actions.ts";
import { RowStateCell } from "./row-state-cell.tsx";
import { COLUMNS } from "./week-line.ts";
import type { WeekModel } from "./week-model.ts";
import type { WeekWords } from "./week-words.ts";

/** One row, in plain elements; drawn anew only when something of it changes. The cell that the keys act on is a field. */
export const WeekRowView = memo(function WeekRowView(props: {
  model: WeekModel;
  rowKey: string;
  index: number;
  /** Pixels from the top. */
  start: number;
  /** Number of the column that the keys act on, here; null elsewhere. */
  at: number | null;
  firstOfDay: boolean;
  above: boolean;
  words: WeekWords;
  actions: RowActions;
}) {
  const { model, rowKey, at, words } = props;
  const line = useSyncExternalStore(
    useCallback((tell) => model.subscribeTo(rowKey, tell), [model, rowKey]),
    () => model.line(rowKey),
  );
  // The day that was typed is read when the row's first cell is left.
  const isWhen = at === 0;
  useEffect(() => {
    if (!isWhen) return undefined;
    return () => model.settle(rowKey);
  }, [isWhen, model, rowKey]);
  if (!line) return null;
  const texts = lineTexts(line, words);
  const problem = line.kind === "typed" ? problemOf(line, words) : null;
  const names = ["row", line.kind];
  if (at !== null) names.push("here");
  if (props.firstOfDay) names.push("first-of-day");
  return (
    <div
      role="row"
      className={names.join(" ")}
      data-index={props.index}
      aria-rowindex={props.index + 2}
      style={{ transform: `translateY(${props.start}px)` }}
    >
      {COLUMNS.map((column, i) => {
        const isHere = at === i;
        const bad = problem?.column === column;
        const editor = isHere
          ? cellEditor(
              column,
              line,
              texts,
              props,
              bad ? problem.text : undefined,
            )
          : null;
        return (
          <Cell
            key={column}
            column={i}
            at={isHere}
            editing={editor !== null}
            className={`${column === "minutes" ? " figure" : ""}${bad ? " bad" : ""}${column === "when" ? " day" : ""}`}
          >
            {editor ?? cellShown(column, line, texts, words)}
          </Cell>
        );
      })}
      <RowStateCell
        line={line}
        rowKey={rowKey}
        words={words}
        typing={isWhen}
        actions={props.actions}
      />
    </div>
  );
});

/** A cell without a field takes the focus itself. */
function Cell(props: {
  column: number;
  at: boolean;
  editing: boolean;
  className: string;
  children: ReactNode;
}) {
  const { at, editing } = props;
  const cell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at && !editing) cell.current?.focus({ preventScroll: true });
  }, [at, editing]);
  return (
    <div
      ref={cell}
      role="gridcell"
      aria-colindex={props.column + 1}
      data-column={props.column}
      tabIndex={at && !editing ? 0 : -1}
      className={`cell${props.className}${editing ? " editing" : ""}`}
    >
      {props.children}
    </div>
  );
}
