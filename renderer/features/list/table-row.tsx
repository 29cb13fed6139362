import { memo } from "react";
import type { ListView } from "../../../shared/domain/list-view.ts";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
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
  const { row, columns, at, tree } = props;
  const here = at !== null;
  return (
    <div
      role="row"
      id={row && `row-${row.id}`}
      className={here ? "row here" : "row"}
      data-contact={row?.id}
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
      {columns.map(({ column }, place) =>
        cell({ ...props, here, column, place, at: at === place }),
      )}
    </div>
  );
});

interface CellProps {
  readonly row: ContactRow | undefined;
  readonly column: ContactColumn;
  readonly place: number;
  readonly at: boolean;
  readonly here: boolean;
  readonly tree: boolean;
  readonly unsent: boolean;
  readonly words: CellWords;
  readonly edit: CellEdit | null;
}

/** As few elements as it takes: each is made, laid out and painted for every row that one scrolls past. */
function cell(props: CellProps) {
  const { row, column, words } = props;
  const edit = props.edit?.column === column ? props.edit : null;
  const isName = column === "name";
  const tone =
    (column === "nextTask" || column === "visitDue") && row?.[column]
      ? ` ${dueTone(row[column], words.today)}${column === "visitDue" ? " light" : ""}`
      : "";
  return (
    <div
      key={column}
      role="gridcell"
      // Told of the row that the keys act on.
      id={props.here && row ? `cell-${row.id}-${column}` : undefined}
      data-column={props.place}
      className={`cell${isName ? " name" : ""}${isFigure(column) ? " figure" : ""}${props.at ? " at" : ""}${isName && row?.indented ? " indented" : ""}${edit ? " edited" : ""}${tone}`}
    >
      {isName ? (
        nameCell({ ...props, edit })
      ) : edit && row ? (
        <CellEditor key={row.id} edit={edit} />
      ) : row ? (
        cellText(row, column, words)
      ) : (
        ""
      )}
    </div>
  );
}

/** With the box that chooses the row: what stays when one scrolls sideways is one element. */
function nameCell({ row, tree, unsent, words, edit }: CellProps) {
  return (
    <>
      <i className="box" aria-hidden data-box />
      {edit && row ? (
        <CellEditor key={row.id} edit={edit} />
      ) : (
        <>
          {row && tree && !row.indented && (
            <span
              className={`twist-button${row.people ? "" : " empty"}`}
              data-twist
              aria-hidden
            >
              <Mark name="twist" />
            </span>
          )}
          {row && (
            <span className="grip" draggable>
              <Mark name={kindOf(row)} />
            </span>
          )}
          <span>{row?.name ?? ""}</span>
          {unsent && <Mark name="unsent" label={words.t("contacts.unsent")} />}
        </>
      )}
    </>
  );
}
