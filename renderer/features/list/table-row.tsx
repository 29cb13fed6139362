import { memo } from "react";
import type { ListView } from "../../../shared/domain/list-view.ts";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { kindOf } from "../../ui/kind-mark.tsx";
import { cellText, dueTone, isFigure, type CellWords } from "./cell-text.ts";
import { CellEditor, type CellEdit } from "./cell-editor.tsx";
import { Mark } from "./marks.tsx";

interface RowProps {
  readonly row: ContactRow | undefined;
  readonly index: number;
  readonly start: number;
  readonly columns: ListView["columns"];
  readonly chosen: boolean;
  /** Number of the column that the keys act on, here; null elsewhere. */
  readonly at: number | null;
  readonly unsent: boolean;
  readonly tree: boolean;
  readonly words: CellWords;
  readonly edit: CellEdit | null;
}

/** One row of the table, in plain elements; drawn anew only when something of it changes. */
export const TableRow = memo(function TableRow(props: RowProps) {
  const { row, tree } = props;
  return (
    <div
      role="row"
      id={row && `row-${row.id}`}
      className={props.at === null ? "row" : "row here"}
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
      {props.columns.map(({ column }, place) => cell(props, column, place))}
    </div>
  );
});

/** As few elements as it takes: each is made, laid out and painted for every row that one scrolls past. */
function cell(props: RowProps, column: ContactColumn, place: number) {
  const { row, words, at } = props;
  const edit = props.edit?.column === column ? props.edit : null;
  return (
    <div
      key={column}
      role="gridcell"
      // Told of the row that the keys act on.
      id={at !== null && row ? `cell-${row.id}-${column}` : undefined}
      data-column={place}
      className={`cell${column === "name" ? ` name${row?.indented ? " indented" : ""}` : ""}${isFigure(column) ? " figure" : ""}${at === place ? " at" : ""}${edit ? " edited" : ""}${toneOf(row, column, words)}`}
    >
      {column === "name" ? (
        nameCell(props, edit)
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

function toneOf(
  row: ContactRow | undefined,
  column: ContactColumn,
  words: CellWords,
): string {
  if (column !== "nextTask" && column !== "visitDue") return "";
  const day = row?.[column];
  if (!day) return "";
  const tone = dueTone(day, words.today);
  return column === "visitDue" ? ` ${tone} light` : ` ${tone}`;
}

/** With the box that chooses the row: what stays when one scrolls sideways is one element. */
function nameCell(
  { row, tree, unsent, words }: RowProps,
  edit: CellEdit | null,
) {
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
