import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import ListItemText from "@mui/material/ListItemText";
import Divider from "@mui/material/Divider";
import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import type { SortBy } from "../../../shared/domain/contact-order.ts";
import type { ListView } from "../../../shared/domain/list-view.ts";
import { useInMain } from "../../ui/in-main.ts";
import { isFigure } from "./cell-text.ts";
import { moveColumn, resizeColumn, withoutColumn } from "./column-layout.ts";

const STEP = 24;

/**
 * The headings: sort (Enter; Shift adds to the order), move (Alt+arrows or dragging), resize (Shift+arrows or the
 * border), and all of it in a menu (right click, Shift+F10).
 */
export function GridHeader(props: {
  columns: ListView["columns"];
  sort: readonly SortBy[];
  onSort(column: ContactColumn, descending: boolean, added: boolean): void;
  onFilter(column: ContactColumn): void;
  onColumns(columns: ListView["columns"] | null): void;
  /** While a border is dragged: the widths as they would be. */
  onWidths(columns: ListView["columns"]): void;
}) {
  const { t } = useTranslation();
  const inMain = useInMain();
  const { columns, sort } = props;
  const [at, setAt] = useState(0);
  const [menu, setMenu] = useState<{
    readonly column: ContactColumn;
    readonly anchor: HTMLElement;
  } | null>(null);
  const drag = useRef<{
    column: ContactColumn;
    x: number;
    width: number;
  } | null>(null);
  const head = useRef<HTMLDivElement>(null);

  function sortOf(column: ContactColumn): SortBy | undefined {
    return sort.find((one) => one.column === column);
  }
  function toggle(column: ContactColumn, added: boolean): void {
    const now = sortOf(column);
    props.onSort(column, now ? !now.descending : false, added);
  }
  function focusAt(index: number): void {
    const place = Math.max(0, Math.min(columns.length - 1, index));
    setAt(place);
    head.current
      ?.querySelectorAll<HTMLElement>("[role=columnheader]")
      [place]?.focus();
  }

  function onKeyDown(
    event: KeyboardEvent<HTMLElement>,
    column: ContactColumn,
    index: number,
  ): void {
    const { key, altKey, shiftKey } = event;
    event.stopPropagation();
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const width = columns[index]?.width ?? 0;
    if (step !== 0 && altKey) {
      props.onColumns(moveColumn(columns, column, index + step));
      if (index > 0) focusAt(Math.max(1, index + step));
    } else if (step !== 0 && shiftKey)
      props.onColumns(resizeColumn(columns, column, width + step * STEP));
    else if (step !== 0) focusAt(index + step);
    else if (key === "Enter" || key === " ") toggle(column, shiftKey);
    else if (key === "ContextMenu" || (key === "F10" && shiftKey))
      setMenu({ column, anchor: event.currentTarget });
    else if (key === "ArrowDown")
      document.getElementById("contact-grid")?.focus();
    else return;
    event.preventDefault();
  }

  function onPointerMove(event: PointerEvent): void {
    const { current } = drag;
    if (!current) return;
    const width = current.width + event.clientX - current.x;
    props.onWidths(resizeColumn(columns, current.column, width));
  }
  function onPointerUp(event: PointerEvent): void {
    const { current } = drag;
    if (!current) return;
    drag.current = null;
    const width = current.width + event.clientX - current.x;
    props.onColumns(resizeColumn(columns, current.column, width));
  }

  return (
    <div className="head" role="row" ref={head}>
      {columns.map(({ column, width }, i) => {
        const sorted = sortOf(column);
        const rank =
          sort.length > 1 && sorted ? sort.indexOf(sorted) + 1 : null;
        return (
          <div
            key={column}
            role="columnheader"
            tabIndex={i === Math.min(at, columns.length - 1) ? 0 : -1}
            className={`cell heading${i === 0 ? " name" : ""}${isFigure(column) ? " figure" : ""}`}
            aria-sort={
              sorted ? (sorted.descending ? "descending" : "ascending") : "none"
            }
            draggable={i > 0}
            onDragStart={(event) => {
              event.dataTransfer.setData("text/column", column);
              event.dataTransfer.effectAllowed = "move";
            }}
            onDragOver={(event) => {
              if (event.dataTransfer.types.includes("text/column"))
                event.preventDefault();
            }}
            onDrop={(event) => {
              const moved = event.dataTransfer.getData("text/column");
              event.preventDefault();
              props.onColumns(moveColumn(columns, moved as ContactColumn, i));
            }}
            onFocus={() => setAt(i)}
            onClick={(event) => toggle(column, event.shiftKey)}
            onContextMenu={(event) => {
              event.preventDefault();
              setMenu({ column, anchor: event.currentTarget });
            }}
            onKeyDown={(event) => onKeyDown(event, column, i)}
          >
            <span>{t(`column.${column}`)}</span>
            {sorted && (
              <span aria-hidden className="order">
                {sorted.descending ? "↓" : "↑"}
                {rank}
              </span>
            )}
            <div
              aria-hidden
              className="border"
              onClick={(event) => event.stopPropagation()}
              draggable
              onDragStart={(event) => {
                event.preventDefault();
                event.stopPropagation();
              }}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                drag.current = { column, x: event.clientX, width };
              }}
              onPointerMove={onPointerMove}
              onPointerUp={onPointerUp}
            />
          </div>
        );
      })}
      <Menu
        open={menu !== null}
        container={inMain}
        transitionDuration={{ exit: 0 }}
        anchorEl={menu?.anchor ?? null}
        onClose={() => setMenu(null)}
      >
        {menu && entries(menu.column)}
      </Menu>
    </div>
  );

  function entries(column: ContactColumn) {
    const index = columns.findIndex((one) => one.column === column);
    const width = columns[index]?.width ?? 0;
    const run = (what: () => void) => () => {
      setMenu(null);
      what();
    };
    const item = (text: string, what: () => void, disabled = false) => (
      <MenuItem key={text} disabled={disabled} onClick={run(what)}>
        <ListItemText>{text}</ListItemText>
      </MenuItem>
    );
    return [
      item(t("list.sortUp"), () => props.onSort(column, false, false)),
      item(t("list.sortDown"), () => props.onSort(column, true, false)),
      item(t("list.sortAdd"), () => toggle(column, true)),
      <Divider key="1" />,
      item(t("list.filterBy"), () => props.onFilter(column)),
      <Divider key="2" />,
      item(
        t("list.moveLeft"),
        () => props.onColumns(moveColumn(columns, column, index - 1)),
        index <= 1,
      ),
      item(
        t("list.moveRight"),
        () => props.onColumns(moveColumn(columns, column, index + 1)),
        index === 0 || index === columns.length - 1,
      ),
      item(t("list.wider"), () =>
        props.onColumns(resizeColumn(columns, column, width + STEP)),
      ),
      item(t("list.narrower"), () =>
        props.onColumns(resizeColumn(columns, column, width - STEP)),
      ),
      item(
        t("list.hideColumn"),
        () => props.onColumns(withoutColumn(columns, column)),
        index === 0,
      ),
      <Divider key="3" />,
      item(t("list.resetColumns"), () => props.onColumns(null)),
    ];
  }
}
