import { useMemo } from "react";
import {
  isShippedView,
  namedContactsOf,
  shippedView,
  type ListView,
  type ShippedView,
} from "../../../shared/domain/list-view.ts";
import { useLastOpened } from "../../local-store/last-opened.ts";
import type { ListQuery } from "../../local-store/store.ts";
import { useSession } from "../../ui/session.ts";
import type { ListAddress } from "./list-address.ts";
import type { SavedView } from "./own-views.ts";
import { useUnsentContacts } from "./use-unsent-contacts.ts";
import type { Views } from "./use-views.ts";

/** What the list shows: a view, and where the address departs from it. */
export interface ShownList {
  readonly base: ShippedView | SavedView;
  readonly view: ListView;
  /** Filter, order or tree are not the view's own. */
  readonly isChanged: boolean;
  /** The same object until something else is asked for. */
  readonly query: ListQuery;
  /** Changes when the list begins anew at its top; opening a company of the tree does not. */
  readonly asked: string;
  readonly unsent: ReadonlySet<string>;
  /** How many cards were opened last and are still there. */
  readonly openedCount: number;
}

/** View and address put together. */
export function useList(
  address: ListAddress,
  views: Views,
  collapsed: readonly string[],
): ShownList {
  const { language, today, owner } = useSession();
  const unsent = useUnsentContacts();
  const opened = useLastOpened();
  const { salesperson } = owner;
  const { view: id = "all", text = "" } = address;
  const saved = views.saved.find((one) => one.id === id);
  const base = saved ?? (isShippedView(id) ? id : "all");
  const named = typeof base === "string" ? namedContactsOf(base) : null;
  const only =
    named === null
      ? undefined
      : named === "unsent"
        ? [...unsent]
        : (opened ?? []).map((contact) => contact.id);

  const own =
    typeof base === "string"
      ? shippedView(base, { today, salesperson })
      : base.view;
  const columns =
    typeof base === "string" ? views.columns.get(base) : undefined;
  const { filter = own.filter, sort = own.sort, tree = own.tree } = address;
  const asked = JSON.stringify([id, text, own.kind, filter, sort, tree]);
  const queried: ListQuery = {
    ...{ text, kind: own.kind, locale: language, today },
    ...(filter.all.length > 0 ? { filter } : {}),
    ...(sort.length > 0 ? { sort } : {}),
    ...(tree ? { tree, collapsed } : {}),
    ...(only ? { only } : {}),
  };
  const key = JSON.stringify(queried);
  const query = useMemo(() => JSON.parse(key) as ListQuery, [key]);
  return {
    base,
    view: { ...own, filter, sort, tree, columns: columns ?? own.columns },
    isChanged:
      JSON.stringify([filter, sort, tree]) !==
      JSON.stringify([own.filter, own.sort, own.tree]),
    ...{ query, asked, unsent },
    openedCount: opened?.length ?? 0,
  };
}
