import { memo } from "react";
import type { ContactRow } from "../../local-store/store.ts";
import { kindOf } from "../../ui/kind-mark.tsx";
import type { CellWords } from "./cell-text.ts";
import { Mark } from "./marks.tsx";

/** Beside an open card: two quiet lines, who, then what and where. */
export const LinesRow = memo(function LinesRow(props: {
  row: ContactRow | undefined;
  index: number;
  start: number;
  chosen: boolean;
  here: boolean;
  unsent: boolean;
  tree: boolean;
  words: CellWords;
}) {
  const { row, words } = props;
  const kind = row && kindOf(row);
  const place = row && [row.postCode, row.city].filter(Boolean).join(" ");
  const second = row &&
    kind && [
      words.kind(kind),
      kind === "person" && !row.indented ? row.companyName : place,
    ];
  return (
    <div
      role="row"
      id={row && `row-${row.id}`}
      className={`row${props.here ? " here" : ""}${row?.indented ? " indented" : ""}`}
      data-contact={row?.id}
      data-index={props.index}
      aria-rowindex={props.index + 1}
      aria-selected={props.chosen}
      {...(props.tree && row
        ? {
            "aria-level": row.indented ? 2 : 1,
            ...(row.people ? { "aria-expanded": row.collapsed !== true } : {}),
          }
        : {})}
      style={{ transform: `translateY(${props.start}px)` }}
    >
      {props.tree && row && !row.indented && (
        <span
          className={`twist-button${row.people ? "" : " empty"}`}
          data-twist
          aria-hidden
        >
          <Mark name="twist" />
        </span>
      )}
      <span
        className={`face ${kind ?? ""}`}
        data-box
        draggable={row !== undefined}
        aria-hidden
      >
        {kind && <Mark name={props.chosen ? "check" : kind} />}
      </span>
      <div role="gridcell" className="who">
        <div className="two">
          <div>{row?.name ?? ""}</div>
          <div>{second?.filter(Boolean).join(" · ") ?? ""}</div>
        </div>
        {props.unsent && (
          <Mark name="unsent" label={words.t("contacts.unsent")} />
        )}
      </div>
    </div>
  );
});
