import { useState } from "react";
import {
  defaultColumns,
  type ListView,
} from "../../../shared/domain/list-view.ts";
import type { ShownList } from "./use-list.ts";
import type { Views } from "./use-views.ts";

/** The columns of the present view: shown at once, kept with the view, and while a border is dragged only shown. */
export function useColumns(
  base: ShownList["base"],
  view: ListView,
  views: Views,
) {
  const id = typeof base === "string" ? base : base.id;
  const [local, setLocal] = useState<{
    readonly of: string;
    readonly columns: ListView["columns"];
    readonly stored: ListView["columns"];
  } | null>(null);
  // Once the store tells something else than before, that is what counts.
  const isAhead =
    local !== null && local.of === id && local.stored === view.columns;
  return {
    shown: isAhead ? local.columns : view.columns,
    drag: (columns: ListView["columns"]) =>
      setLocal({ of: id, columns, stored: view.columns }),
    change(columns: ListView["columns"] | null): void {
      if (columns) setLocal({ of: id, columns, stored: view.columns });
      else setLocal(null);
      if (typeof base === "string") void views.setColumns(base, columns);
      else
        void views.save({
          ...base,
          view: { ...base.view, columns: columns ?? defaultColumns("all") },
        });
    },
  };
}
