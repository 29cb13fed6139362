import type { Change } from "../../../shared/domain/change.ts";
import {
  isShippedView,
  readListView,
  type ListView,
  type ShippedView,
} from "../../../shared/domain/list-view.ts";
import { namedId } from "../../../shared/domain/named-id.ts";
import { VIEW_MAX, type Setting } from "../../../shared/entities/setting.ts";

const KEY = "view";

/** A view that its owner has made, or how they want a shipped one to look. */
export interface OwnViews {
  readonly saved: readonly SavedView[];
  readonly columns: ReadonlyMap<ShippedView, ListView["columns"]>;
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly view: ListView;
}

/** Out of all settings; what this version does not understand is not shown, and stays as it is. */
export function ownViewsIn(
  settings: readonly Setting[],
  language: string,
): OwnViews {
  const saved: SavedView[] = [];
  const columns = new Map<ShippedView, ListView["columns"]>();
  for (const { id, key, name, view: stored } of settings) {
    if (key !== KEY) continue;
    const parsed = parsedView(stored);
    const view = readListView(parsed);
    if (view === null) continue;
    if (name !== undefined) saved.push({ id, name, view });
    else {
      const base = baseOf(parsed);
      if (base !== null) columns.set(base, view.columns);
    }
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  saved.sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return { saved, columns };
}

function parsedView(stored: Setting["view"]): unknown {
  try {
    return JSON.parse(stored ?? "");
  } catch {
    return null;
  }
}

function baseOf(view: unknown): ShippedView | null {
  const { base } = (view ?? {}) as { readonly base?: unknown };
  return typeof base === "string" && isShippedView(base) ? base : null;
}

/** Null = a filter of more values than a document takes. */
export function savedViewChange(
  before: Setting | null,
  { id, name, view }: SavedView,
): Change | null {
  const text = JSON.stringify(view);
  if (text.length > VIEW_MAX) return null;
  const after: Setting = { ...before, id, key: KEY, name, view: text };
  return { c: "settings", id, before, after };
}

/**
 * The columns that somebody wants of a shipped view. All their laptops write the same document: its id is made of who
 * they are. Before the first connection nobody knows that, and `newId` gives one.
 */
export function columnsChange(
  settings: readonly Setting[],
  base: ShippedView,
  columns: ListView["columns"] | null,
  newId: () => string,
): Change | null {
  const before =
    settings.find(
      ({ key, name, view }) =>
        key === KEY && name === undefined && baseOf(parsedView(view)) === base,
    ) ?? null;
  if (columns === null)
    return before && { c: "settings", id: before.id, before, after: null };
  const id = before?.id ?? newId();
  const after: Setting = {
    ...before,
    id,
    key: KEY,
    view: JSON.stringify({ base, columns }),
  };
  return { c: "settings", id, before, after };
}

export function columnsId(userId: string, base: ShippedView): string {
  return namedId(`view/${userId}/${base}`);
}
