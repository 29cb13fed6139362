import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { firstSettingFor } from "../../../shared/domain/marketing-setting.ts";
import type { ChannelUse } from "../../../shared/vcard/read-contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { Store } from "../../local-store/store.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useSession } from "../../ui/session.ts";
import { breathe } from "../../local-store/breathe.ts";
import type { ImportSession } from "./import-ports.ts";
import { createImportSession } from "./import-session.ts";
import type { ImportState } from "./import-state.ts";
import type { ImportSetup } from "./messages.ts";
import { asOneFile } from "./one-file.ts";
import { openImportWorker } from "./open-import-worker.ts";

/** One for each open notebook: leaving the page does not end an import. */
const sessions = new WeakMap<Store, ImportSession>();

const uses: readonly ChannelUse[] = [
  "work",
  "home",
  "mobile",
  "fax",
  "pager",
  "main",
];

export interface Import {
  readonly state: ImportState;
  readonly session: ImportSession;
  open(files: readonly File[]): void;
}

/** The import of this notebook. */
export function useImportSession(): ImportSession {
  const { store, list, save } = useLocalStore();
  const { now, newId } = useSession();
  const session =
    sessions.get(store) ??
    createImportSession({
      openChannel: openImportWorker,
      store,
      list,
      save,
      now,
      newId,
      breathe,
    });
  sessions.set(store, session);
  return session;
}

/** The import of this notebook, as it stands. */
export function useImport(): Import {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const { owner, now, today, language } = useSession();
  const session = useImportSession();
  const state = useSyncExternalStore(session.subscribe, session.state);

  async function setup(): Promise<ImportSetup> {
    const words = uses.map((use) => [use, t(`import.use.${use}`)] as const);
    return {
      now: now(),
      setting: (await readMarketing(store)) ?? firstSettingFor(language),
      userSalesperson: owner.salesperson ?? null,
      today,
      known: "fill",
      words: Object.fromEntries(words) as Record<ChannelUse, string>,
    };
  }
  async function open(files: readonly File[]): Promise<void> {
    try {
      session.open(await asOneFile(files), await setup());
    } catch {
      for (const { name } of files) session.refuse(name, "notebook");
    }
  }
  return { state, session, open: (files) => void open(files) };
}
