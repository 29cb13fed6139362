import { memo } from "react";
import type { ListView } from "../../../shared/domain/list-view.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { kindOf } from "../../ui/kind-mark.tsx";
import { cellText, dueTone, isFigure, type CellWords } from "./cell-text.ts";
import { CellEditor, type CellEdit } from "./cell-editor.tsx";
import { Mark } from "./marks.tsx";

/** One row of the table, in plain elements; drawn anew only when something of it changes. */
export const TableRow = memo(function TableRow(props: {
  row: ContactRow | undefined;
  index: number;
  start: number;
  columns: ListView["columns"];
  chosen: boolean;
  /** Number of the column that the keys act on, here; null elsewhere. */
  at: number | null;
  unsent: boolean;
  tree: boolean;
  words: CellWords;
  edit: CellEdit | null;
}) {
  const { row, columns, at, words, edit, tree } = props;
  const here = at !== null;
  return (
    <div
      role="row"
      id={row && `row-${row.id}`}
      className={here ? "row here" : "row"}
      data-index={props.index}
      aria-rowindex={props.index + 1}
      aria-selected={props.chosen}
      {...(tree && row
        ? {
            "aria-level": row.indented ? 2 : 1,
            ...(row.people ? { "aria-expanded": row.collapsed !== true } : {}),
          }
        : {})}
      style={{ transform: `translateY(${props.start}px)` }}
    >
      <div className="cell box" aria-hidden data-box>
        <i>
          <Mark name="check" />
        </i>
      </div>
      {columns.map(({ column }, i) => {
        const isName = column === "name";
        const text = row ? cellText(row, column, words) : "";
        const tone =
          column === "nextTask" && row?.nextTask
            ? ` ${dueTone(row.nextTask, words.today)}`
            : "";
        return (
          <div
            key={column}
            role="gridcell"
            id={row && `cell-${row.id}-${column}`}
            data-column={i}
            className={`cell${isName ? " name" : ""}${isFigure(column) ? " figure" : ""}${here && at === i ? " at" : ""}${isName && row?.indented ? " indented" : ""}${tone}`}
          >
            {edit && edit.column === column && row ? (
              <CellEditor key={row.id} edit={edit} />
            ) : (
              <>
                {isName && row && tree && !row.indented && (
                  <span
                    className={`twist-button${row.people ? "" : " empty"}`}
                    data-twist
                    aria-hidden
                  >
                    <Mark name="twist" />
                  </span>
                )}
                {isName && row && <Mark name={kindOf(row)} />}
                <span>{text}</span>
                {isName && props.unsent && (
                  <Mark name="unsent" label={words.t("contacts.unsent")} />
                )}
              </>
            )}
          </div>
        );
      })}
    </div>
  );
});
