/** Chosen contacts, by id: they stay chosen when the list is sorted, filtered or changed by others. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the row that was chosen last by itself. */
  readonly anchor: string | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

/** Space, Ctrl+click, the box in front: chosen or no longer, whatever else is chosen. */
export function toggled(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** Shift: everything from the anchor on; `added` keeps what was chosen outside of it (Ctrl+Shift). */
export function withRange(
  selection: Selection,
  range: readonly string[],
  added: boolean,
): Selection {
  return {
    ids: added ? new Set([...selection.ids, ...range]) : new Set(range),
    anchor: selection.anchor ?? range[0] ?? null,
  };
}

/** Ctrl+A: all that match, in sight or not, and what was chosen before. */
export function withAll(
  selection: Selection,
  ids: readonly string[],
): Selection {
  return {
    ids:
      selection.ids.size === 0
        ? new Set(ids)
        : new Set([...selection.ids, ...ids]),
    anchor: selection.anchor,
  };
}
