import type { Dispatch, SetStateAction } from "react";
import type {
  ContactList,
  ContactRow,
  ListQuery,
} from "../../local-store/store.ts";
import type { Commands } from "../../ui/commands.ts";
import type { Cursor, GridClick } from "./grid.tsx";
import type { GridKey } from "./grid-keys.ts";
import type { OpenHow } from "./list-pane.tsx";
import type { Rows } from "./row-window.ts";
import type { Turns } from "./turns.ts";
import type { useCopyRows } from "./use-copy-rows.ts";
import type { useCellEdit } from "./use-cell-edit.ts";
import type { useColumns } from "./use-columns.ts";
import type { useSelection } from "./use-selection.ts";

/** What keys and clicks do in the list (ux.md 5(b)6): the cursor moves, rows are chosen, opened, edited, put in the trash. */
export function listMoves(deps: {
  readonly list: Pick<ContactList, "query" | "indexOf">;
  readonly query: ListQuery;
  readonly rows: Rows;
  readonly mode: "table" | "lines";
  readonly tree: boolean;
  readonly cursor: Cursor;
  readonly setCursor: Dispatch<SetStateAction<Cursor>>;
  readonly turns: Turns;
  readonly selection: ReturnType<typeof useSelection>;
  readonly columns: ReturnType<typeof useColumns>;
  readonly begin: ReturnType<typeof useCellEdit>["begin"];
  readonly jump: (letter: string) => Promise<number | null>;
  readonly copyRows: ReturnType<typeof useCopyRows>;
  readonly commands: Pick<Commands, "logVisit" | "newTask" | "deleteContacts">;
  readonly call: (row: ContactRow) => void;
  readonly onOpen: (row: ContactRow, how: OpenHow) => void;
  readonly onTable: () => void;
  readonly onTwist: (row: ContactRow) => void;
}) {
  const { list, query, rows, mode, cursor, setCursor, selection } = deps;
  const { columns, begin, jump, copyRows, commands } = deps;
  const total = rows.total ?? 0;

  async function rowAt(index: number): Promise<ContactRow | undefined> {
    const row = rows.row(index);
    if (row) return row;
    return (await list.query(query, index, index + 1)).rows[0];
  }
  async function go(index: number, column = cursor.column): Promise<void> {
    if (index < 0 || index >= total) return;
    // Home after End: the row of End, which is read later, no longer takes the cursor.
    const isMyTurn = deps.turns.take();
    const row = await rowAt(index);
    if (!row || !isMyTurn()) return;
    setCursor({ id: row.id, index, column });
    if (mode === "lines") deps.onOpen(row, "preview");
  }

  async function onKey(key: GridKey): Promise<void> {
    const row = cursor.index < 0 ? undefined : await rowAt(cursor.index);
    switch (key.do) {
      case "go":
        if (key.choose && total > 0) selection.extend(key.to, row?.id ?? null);
        return go(key.to);
      case "across":
        return across(key.by, row);
      case "toggle":
        if (row) selection.toggle(row.id);
        return;
      case "all":
        return selection.all();
      case "open":
        if (row) deps.onOpen(row, "card");
        return;
      case "edit": {
        const at = columns.shown[cursor.column];
        if (row && at && mode === "table") return begin(row, at.column);
        return;
      }
      case "visit":
        return commands.logVisit(row?.id);
      case "task":
        return commands.newTask(row?.id);
      case "call":
        if (row) deps.call(row);
        return;
      case "copy": {
        const ids = [...selection.ids];
        return copyRows(ids.length > 0 ? ids : row ? [row.id] : []);
      }
      case "delete":
        // In the trash: Undo brings them back, and the list says so itself.
        commands.deleteContacts(
          selection.ids.size > 0 ? [...selection.ids] : row ? [row.id] : [],
        );
        return selection.clear();
      case "leave":
        if (selection.ids.size > 0) selection.clear();
        else if (mode === "lines") deps.onTable();
        return;
      case "jump": {
        const place = await jump(key.letter);
        if (place !== null) await go(place);
      }
    }
  }
  async function across(
    by: 1 | -1,
    row: ContactRow | undefined,
  ): Promise<void> {
    if (deps.tree && row && (mode === "lines" || cursor.column === 0)) {
      if (by === -1 && row.indented) {
        const company = await list.indexOf(query, row.companyId);
        return go(company);
      }
      if (row.people && (row.collapsed === true) === (by === 1))
        return deps.onTwist(row);
    }
    if (mode === "lines") return;
    const last = columns.shown.length - 1;
    const column = Math.max(0, Math.min(last, cursor.column + by));
    setCursor((now) => ({ ...now, column }));
  }
  function onClick(
    index: number,
    column: number | null,
    click: GridClick,
  ): void {
    const row = rows.row(index);
    if (!row) return;
    setCursor((now) => ({ id: row.id, index, column: column ?? now.column }));
    if (click === "plain") deps.onOpen(row, "preview");
    else selection.click(row.id, index, click);
  }

  /** From the filter to the first row. */
  async function goFirst(preview: boolean): Promise<void> {
    const isMyTurn = deps.turns.take();
    const row = await rowAt(0);
    if (!row || !isMyTurn()) return;
    setCursor({ id: row.id, index: 0, column: 0 });
    if (preview) deps.onOpen(row, "preview");
  }

  return { onKey, onClick, goFirst };
}
