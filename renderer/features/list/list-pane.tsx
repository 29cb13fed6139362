import Box from "@mui/material/Box";
import type { TFunction } from "i18next";
import { useMemo, useState, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import type { SortBy } from "../../../shared/domain/contact-order.ts";
import {
  shippedView,
  shippedViews,
  SORTS_MAX,
} from "../../../shared/domain/list-view.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow, ListFilter } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { NARROW, SNUG } from "../../ui/narrow.ts";
import { useSession } from "../../ui/session.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import { CODE_OFFERS, CodeSuggestions } from "./code-suggestions.tsx";
import { ColumnsButton } from "./columns-button.tsx";
import { dragOut } from "../../local-store/drag-out.ts";
import { ExportButton } from "./export-button.tsx";
import {
  AddFilterButton,
  FilterBar,
  type FilterTarget,
} from "./filter-bar.tsx";
import { FilterEditor } from "./filter-editor.tsx";
import { FilterField } from "./filter-field.tsx";
import { Grid } from "./grid.tsx";
import { GridHeader } from "./grid-header.tsx";
import type { ListAddress } from "./list-address.ts";
import { ListHead } from "./list-head.tsx";
import { listMoves } from "./list-moves.ts";
import { NothingHere } from "./nothing-here.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useCall } from "./use-call.ts";
import { useCellEdit } from "./use-cell-edit.ts";
import { useCellWords } from "./use-cell-words.ts";
import { useCopyRows } from "./use-copy-rows.ts";
import { useCursor } from "./use-cursor.ts";
import { useJump } from "./use-jump.ts";
import { useList } from "./use-list.ts";
import { useRowWindow, useTotal } from "./use-rows.ts";
import { useSelection } from "./use-selection.ts";
import { useViewCounts } from "./use-view-counts.ts";
import { useViews } from "./use-views.ts";
import { useColumns } from "./use-columns.ts";
import { ViewActions } from "./view-actions.tsx";
import { viewLines, ViewsNav } from "./views-nav.tsx";

export type OpenHow = "preview" | "card";
export type OpenedRow = Pick<ContactRow, "id" | "type">;

/**
 * The contact list: views, filter, and the rows as a table; beside an open card as a narrow list. What is asked for lives
 * in the address, so that Back works; what is chosen and where the cursor is stays while the list changes around it.
 */
export function ListPane(props: {
  address: ListAddress;
  openId: string | null;
  filterField: RefObject<HTMLInputElement | null>;
  newMenu: ReactNode;
  /** Below the views, such as the trash. */
  moreViews?: ReactNode;
  /** `typed`: one letter of many, which Back does not go through one by one. */
  onAddress(address: ListAddress, typed: boolean): void;
  onOpen(row: OpenedRow, how: OpenHow): void;
  /** Side by side, at most so many. */
  compare: { readonly most: number; open(ids: readonly string[]): void };
  /** Away from the card, to the table. */
  onTable(): void;
}) {
  const { t } = useTranslation();
  const { list, store } = useLocalStore();
  const { today, owner, alone } = useSession();
  const commands = useCommands();
  const { address, openId } = props;
  const mode = openId === null ? "table" : "lines";
  const words = useCellWords();
  const views = useViews();
  const [collapsed, setCollapsed] = useState<readonly string[]>([]);
  const shown = useList(address, views, collapsed);
  const { base, view, query, unsent } = shown;
  const rows = useRowWindow(query);
  const found = useTotal(rows);
  const total = found ?? 0;
  const { cursor, setCursor, turns } = useCursor(list, query, rows, openId);
  const selection = useSelection(list, query);
  const columns = useColumns(base, view, views);
  const copyRows = useCopyRows(list, query, columns.shown, words);
  const { edit, begin, settled } = useCellEdit();
  const { isTyping, jump } = useJump(list, query, total);
  const [target, setTarget] = useState<
    (FilterTarget & { readonly column: ContactColumn }) | null
  >(null);
  const [editing, setEditing] = useState(false);

  const { saved } = views;
  const { salesperson } = owner;
  const filters = useMemo<readonly ListFilter[]>(() => {
    const of = (id: (typeof shippedViews)[number]): ListFilter => {
      const { kind, filter } = shippedView(id, { today, salesperson });
      return { text: "", kind, filter, today };
    };
    return [
      ...shippedViews.map((id): ListFilter =>
        id === "changedHere" ? { ...of(id), only: [...unsent] } : of(id),
      ),
      ...saved.map(({ view: { kind, filter } }) => ({
        ...{ text: "", kind, filter, today },
      })),
    ];
  }, [saved, unsent, today, salesperson]);
  const counted = useViewCounts(filters);
  const opened = shown.openedCount;
  const counts =
    counted &&
    counted.map((count, i) => (shippedViews[i] === "recent" ? opened : count));
  const lines = viewLines(saved, counts, (id) => t(`view.${id}`), alone);
  const viewId = typeof base === "string" ? base : base.id;
  const all = [...lines.shipped, ...lines.own];
  const current = all.find(({ id }) => id === viewId) ?? {
    ...{ id: viewId, name: viewId, count: null },
  };
  const inAll = counts?.[0] ?? null;
  // A view's own condition is nothing that one would take away.
  const isFiltered =
    (address.text ?? "") !== "" ||
    (shown.isChanged && view.filter.all.length > 0);
  const text = address.text ?? "";

  function goView(id: string): void {
    props.onAddress({ view: id, ...(text === "" ? {} : { text }) }, false);
    setCursor((now) => ({ ...now, index: -1 }));
  }
  function change(changed: Partial<ListAddress>, typed = false): void {
    props.onAddress({ ...address, ...changed }, typed);
  }
  function sortBy(
    column: ContactColumn,
    descending: boolean,
    added: boolean,
  ): void {
    const one: SortBy = { column, descending };
    const others = view.sort.filter((by) => by.column !== column);
    const place = view.sort.findIndex((by) => by.column === column);
    const sort = added
      ? (place < 0
          ? [...others, one]
          : view.sort.toSpliced(place, 1, one)
        ).slice(-SORTS_MAX)
      : [one];
    change({ sort });
  }

  function open(row: ContactRow, how: OpenHow): void {
    void settled().then(() => props.onOpen(row, how));
  }
  function twist(row: ContactRow): void {
    setCollapsed((now) =>
      row.collapsed ? now.filter((id) => id !== row.id) : [...now, row.id],
    );
  }
  const { onKey, onClick, goFirst } = listMoves({
    ...{ list, query, mode, cursor, setCursor, turns },
    rows: { total: found, row: rows.row },
    ...{ selection, columns },
    ...{ begin, jump, copyRows, commands, tree: view.tree },
    call: useCall(),
    onOpen: open,
    onTable: props.onTable,
    onTwist: twist,
  });

  const chosen = selection.ids;
  const isTable = mode === "table";
  const bar = chosen.size > 0 && (
    <SelectionBar
      count={chosen.size}
      total={total}
      beyondSight={chosen.size > 30}
      narrow={!isTable}
      exportButton={
        <ExportButton
          size="small"
          query={query}
          only={chosen}
          columns={columns.shown}
          words={words}
          viewName={current.name}
        />
      }
      onAll={() => void selection.all()}
      onNone={selection.clear}
      onEdit={() => setEditing(true)}
      onCopy={() => void copyRows([...chosen])}
      onCompare={
        chosen.size > 1 && chosen.size <= props.compare.most
          ? () => props.compare.open([...chosen])
          : null
      }
    />
  );
  const chips = (
    <FilterBar
      filter={view.filter}
      words={words}
      onEdit={(part) => setTarget({ ...part, column: "city" })}
      onFilter={(filter) => change({ filter })}
    />
  );
  const search = (
    <FilterField
      text={text}
      inputRef={props.filterField}
      {...(isTable ? { maxWidth: 320 } : {})}
      onText={(next) => change({ text: next }, true)}
      onRows={(key) => {
        if (total === 0) {
          const offers = `#${CODE_OFFERS} button`;
          const offer = document.querySelector<HTMLElement>(offers);
          if (key === "Enter") offer?.click();
          else offer?.focus();
          return offer !== null;
        }
        document.getElementById("contact-grid")?.focus();
        void goFirst(!isTable || key === "Enter");
        return true;
      }}
    />
  );
  const viewActions = (
    <ViewActions
      base={base}
      view={{ ...view, columns: columns.shown }}
      isChanged={shown.isChanged}
      views={views}
      onView={goView}
      onReset={() => {
        const { view: id } = address;
        props.onAddress(
          {
            ...(id === undefined ? {} : { view: id }),
            ...(text === "" ? {} : { text }),
          },
          false,
        );
      }}
      onTree={() => change({ tree: !view.tree })}
    />
  );
  const suggestions = (
    <CodeSuggestions
      text={text}
      alone={found === 0}
      onCondition={(condition) => {
        const { text: _, ...rest } = address;
        const conditions = [...view.filter.all, condition];
        props.onAddress({ ...rest, filter: { all: conditions } }, false);
      }}
    />
  );
  return (
    <Box
      component="section"
      aria-label={t("nav.contacts")}
      sx={{
        ...(isTable ? { flex: 1 } : { width: 384, flex: "none" }),
        display: "flex",
        minWidth: 0,
        minHeight: 0,
        borderRight: isTable ? 0 : 1,
        borderColor: "divider",
        bgcolor: "background.paper",
        ...(isTable
          ? {}
          : { [SNUG]: { width: 300 }, [NARROW]: { display: "none" } }),
      }}
    >
      {isTable && (
        <Box sx={{ display: "contents", [SNUG]: { display: "none" } }}>
          <ViewsNav
            {...lines}
            current={viewId}
            extra={props.moreViews}
            onView={goView}
          />
        </Box>
      )}
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          minHeight: 0,
          display: "flex",
          flexDirection: "column",
        }}
      >
        <ListHead
          {...{ lines, current, search, viewActions, isTable }}
          total={found}
          newMenu={props.newMenu}
          tools={
            <>
              <AddFilterButton
                filter={view.filter}
                onEdit={(part) => setTarget({ ...part, column: "city" })}
              />
              <ColumnsButton
                columns={columns.shown}
                onColumns={columns.change}
              />
              <ExportButton
                query={query}
                only={null}
                columns={columns.shown}
                words={words}
                viewName={current.name}
              />
            </>
          }
          onView={goView}
          onTable={props.onTable}
        >
          {chips}
          {found !== 0 && suggestions}
          {bar}
        </ListHead>
        {found === 0 ? (
          <NothingHere
            viewName={current.name}
            inAll={inAll}
            isAll={viewId === "all"}
            offers={suggestions}
            filtered={isFiltered}
            isText={text !== ""}
            hint={isFiltered ? undefined : howToCome(viewId, t)}
            onShowAll={() =>
              props.onAddress(text === "" ? {} : { text }, false)
            }
            onClear={() => props.onAddress({}, false)}
            onNew={() => commands.newCompany()}
          />
        ) : (
          <Grid
            key={mode}
            rows={rows}
            mode={mode}
            columns={columns.shown}
            label={t("nav.contacts")}
            cursor={cursor}
            chosen={chosen}
            unsent={unsent}
            words={words}
            tree={view.tree}
            asked={shown.asked}
            edit={edit}
            typing={isTyping}
            header={
              <GridHeader
                columns={columns.shown}
                sort={view.sort}
                onSort={sortBy}
                onColumns={columns.change}
                onWidths={columns.drag}
                onFilter={(column) => {
                  const anchor = document.getElementById("contact-grid");
                  if (anchor)
                    setTarget({
                      ...{ anchor, column, part: null },
                      index: view.filter.all.length,
                    });
                }}
              />
            }
            onKey={(key) => void onKey(key)}
            onClick={onClick}
            onOpen={(index) => {
              const row = rows.row(index);
              if (row) open(row, "card");
            }}
            onTwist={(index) => {
              const row = rows.row(index);
              if (row) twist(row);
            }}
            onDrag={(index) => {
              const row = rows.row(index);
              if (!row) return;
              // Of what is chosen one drags all.
              const ids = chosen.has(row.id) ? [...chosen] : [row.id];
              void dragOut(store, ids).catch(() => undefined);
            }}
          />
        )}
      </Box>
      {target && (
        <FilterEditor
          key={`${target.index} ${target.column}`}
          target={target}
          column={target.column}
          filter={view.filter}
          others={query}
          words={words}
          onClose={() => setTarget(null)}
          onFilter={(filter) => change({ filter })}
        />
      )}
      {editing && (
        <BulkDialog
          ids={[...chosen]}
          words={words}
          onClose={() => setEditing(false)}
        />
      )}
    </Box>
  );
}

/** Of views whose contacts come there by something else than a field of their card. */
function howToCome(viewId: string, t: TFunction): string | undefined {
  if (viewId === "customers") return t("list.howCustomer");
  if (viewId === "suppliers") return t("list.howSupplier");
  return undefined;
}
