import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import type {
  ListView,
  ShippedView,
} from "../../../shared/domain/list-view.ts";
import { SETTINGS_MAX } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import {
  columnsChange,
  columnsId,
  ownViewsIn,
  savedViewChange,
  type OwnViews,
  type SavedView,
} from "./own-views.ts";

export interface Views extends OwnViews {
  /** True once what is stored has been read. */
  readonly known: boolean;
  /** Saves a view under a name: a new one, or one that was there; false when the disk refused. */
  save(view: SavedView): Promise<boolean>;
  /** Takes one of the person's own away, with Undo. */
  remove(view: SavedView): Promise<boolean>;
  /** Null = as they come. */
  setColumns(
    base: ShippedView,
    columns: ListView["columns"] | null,
  ): Promise<boolean>;
}

/** The person's own views, kept current and synced to their other laptops. */
export function useViews(): Views {
  const { t } = useTranslation();
  const { store, save } = useLocalStore();
  const { language, owner, newId } = useSession();
  const notify = useNotify();
  const live = useLive({
    key: "views",
    collections: ["settings"],
    read: (from) => from.all("settings", SETTINGS_MAX),
  });
  const settings = live.status === "ready" ? live.value : null;
  const own = useMemo(
    () => ownViewsIn(settings ?? [], language),
    [settings, language],
  );

  async function write(changes: readonly Change[]): Promise<boolean> {
    const result = await save("action.view", changes);
    if (result.status === "failed")
      notify({ text: t(`error.save.${result.reason}`) });
    return result.status === "saved";
  }

  return {
    ...own,
    known: settings !== null,
    async save(view) {
      const before = await store.get("settings", view.id);
      const change = savedViewChange(before, view);
      if (change) return write([change]);
      notify({ text: t("list.viewTooLong") });
      return false;
    },
    async remove({ id, name }) {
      const before = await store.get("settings", id);
      if (!before) return true;
      const changes: Change[] = [{ c: "settings", id, before, after: null }];
      if (!(await write(changes))) return false;
      notify({ text: t("list.viewDeleted", { name }), undo: true });
      return true;
    },
    async setColumns(base, columns) {
      const { userId } = owner;
      const change = columnsChange(
        await store.all("settings", SETTINGS_MAX),
        ...([base, columns] as const),
        () => (userId === undefined ? newId() : columnsId(userId, base)),
      );
      return change === null || write([change]);
    },
  };
}
