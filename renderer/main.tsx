import "./platform/zod-without-eval.ts";
import { startWorkers } from "./local-store/start-workers.ts";
import { breathe } from "./local-store/breathe.ts";
import createCache from "@emotion/cache";
import { CacheProvider } from "@emotion/react";
import "@fontsource-variable/inter";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { provisionalNo } from "../shared/domain/contact-number.ts";
import { newIdFrom } from "../shared/domain/new-id.ts";
import { App } from "./app/app.tsx";
import type { SyncService } from "../shared/sync/sync-service.ts";
import { damagedStore } from "./app/damaged-store.ts";
import type { AppParts } from "./app/notebook.ts";
import { startWords } from "./i18n/start-words.ts";
import { readMarketing } from "./local-store/marketing.ts";
import { createStore, type OpenedStore } from "./local-store/open-store.ts";
import { bringDraftsBack } from "./local-store/kept-drafts.ts";
import {
  copyForUpdate,
  restoreSnapshot,
  snapshotAt,
  takeSnapshotDaily,
} from "./local-store/snapshots.ts";
import { removeOwnErp } from "./local-store/own-erp.ts";
import { openStoreMark, type StoreMark } from "./local-store/store-mark.ts";
import { keepDraftsNow } from "./local-store/open-forms.ts";
import { StoreContext } from "./local-store/store-context.ts";
import { bridge } from "./platform/bridge.ts";
import { formatCount } from "./ui/format.ts";
import { isStoreClosed, tellStoreClosed } from "./ui/store-trouble.ts";
import { configuredFrom, startSync } from "./sync/start-sync.ts";

/** The window's composition root: read top to bottom, it is the start of the app. */
const workers = startWorkers();
// Whoever reads the copy after Chromium has closed it: a form that cannot begin says nothing by itself.
window.addEventListener("unhandledrejection", ({ reason }) => {
  if (isStoreClosed(String(reason))) tellStoreClosed();
});
// Only what needs no key: everything else is answered once the vault is open, and a person may have to open it.
const [info, settings] = await Promise.all([
  bridge.invoke("app/info", undefined),
  bridge.invoke("settings/read", undefined),
]);
const words = await startWords(settings.language, formatCount);
document.documentElement.lang = settings.language;

const random = {
  bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

/** Set while the notebook is open: when nothing that was saved is on its way any more. */
let settled = async (): Promise<void> => undefined;

async function writeAll(): Promise<void> {
  await keepDraftsNow();
  await settled();
}

bridge.on("window/closing", () => {
  const answer = () => void bridge.invoke("window/may-close", undefined);
  void writeAll().then(answer, answer);
});

const newId = newIdFrom({ now: () => Date.now() }, random);

const parts: AppParts = {
  info,
  settings,
  openVault: () => bridge.invoke("vault/open", undefined),
  unlock: (passphrase) => bridge.invoke("vault/unlock", { passphrase }),
  recover: (code, passphrase) =>
    bridge.invoke("vault/recover", { code, passphrase }),
  async lock() {
    await writeAll();
    await bridge.invoke("vault/lock", undefined);
  },
  newRecoveryCode: async () =>
    (await bridge.invoke("vault/new-recovery", undefined)).code,
  keepRecoveryCode: async (typed) =>
    (await bridge.invoke("vault/keep-recovery", { typed })).kept,
  saveRecoveryCode: (code) =>
    bridge.invoke("file/save", {
      name: words.t("lock.fileName"),
      content: `${words.t("lock.fileText")}\n\n${code}\n`,
    }),
  startAfresh: () => bridge.invoke("vault/start-afresh", undefined),
  shown: () => void bridge.invoke("app/shown", undefined),
  diagnostics: async () =>
    (await bridge.invoke("app/diagnostics", undefined)).text,
  async openNotebook(storeKey, how = {}) {
    const state = await bridge.invoke("notebook/state", undefined);
    if (state.kind !== "ready") return state;
    const journal = await bridge.invoke("journal/read", undefined);
    const known = await bridge.invoke("store/known", undefined);
    const connection = await bridge.invoke("server/connection", undefined);
    const damaged = (error: unknown) =>
      damagedStore(error, journal.pending.length);
    let mark: StoreMark;
    let present: string | null;
    try {
      mark = await openStoreMark(indexedDB);
      present = await mark.read();
    } catch (error) {
      // Where the database does not open at all, its first file is asked for in vain.
      return damaged(error);
    }
    const isNew = present === null;
    if (isNew && known.mark !== null && how.anew !== true)
      return {
        kind: "wiped-store",
        unsent: journal.pending.length,
        snapshotAt: snapshotAt(known.snapshots),
        isConnected: connection !== null,
      };
    let unreadable = false;
    let service: SyncService | null = null;
    let local: OpenedStore;
    try {
      local = await createStore({
        ...{ workers, bridge, storeKey, journal, newId },
        report: ({ keys, reason }) => {
          if (isStoreClosed(reason)) tellStoreClosed();
          reportError(
            new Error(`${keys.length} saved, but not in the store: ${reason}`),
          );
        },
        onUnreadable: () => {
          unreadable = true;
          service?.tell({ kind: "doubted" });
        },
      });
    } catch (error) {
      return damaged(error);
    }
    settled = local.settled;
    if (isNew) {
      const restored = await restoreSnapshot({
        ...{ bridge, names: known.snapshots, replica: local.replica },
        processedUpTo: journal.acked,
      }).catch(() => false);
      // What came after it is asked for, and everything is compared.
      unreadable ||= restored;
    }
    await bringDraftsBack({ bridge, ...local }).catch(() => undefined);
    // They never meet a server: whoever was connected unattended has done with them.
    if (connection !== null) await local.samples.remove();
    const { epoch } = await local.replica.readCheckpoint();
    if (connection !== null && epoch === null)
      await removeOwnErp(local.replica);
    const marked = present ?? newId();
    if (isNew) await mark.write(marked);
    mark.close();
    if (known.mark !== marked)
      await bridge.invoke("store/mark", { mark: marked }).catch(() => null);
    const { waiting, rebuilt } = await local.erasing.refresh();
    if (rebuilt) await local.loadUndo();
    // A start is a moment in which nobody works: the page is loaded again.
    else if (waiting.length > 0 && how.careful !== true)
      await local.erasing.rebuild().catch(() => false);
    takeSnapshotDaily({
      take: local.takeSnapshot,
      names: async () =>
        (await bridge.invoke("store/known", undefined)).snapshots,
      now: () => Date.now(),
    });
    const settingsNow = await bridge.invoke("settings/read", undefined);
    const careful = how.careful === true ? { workOffline: true } : {};
    service = await startSync({
      bridge,
      replica: local.replica,
      pending: local.pending,
      connection,
      settings: { ...settingsNow, ...careful },
      log: await bridge.invoke("sync/read-log", undefined),
      leaseSize: async () => {
        const marketing = await readMarketing(local.store);
        return marketing?.contactLeaseSize ?? DEFAULT_LEASE;
      },
      onNewIdentity: () => removeOwnErp(local.replica),
      onRenumbered: () => location.reload(),
      breathe,
    });
    if (waiting.length > 0 && rebuilt)
      void local.erasing.report().catch(() => undefined);
    const engine = service;
    if (unreadable) engine.tell({ kind: "doubted" });
    return {
      connection,
      sync: {
        ...engine,
        journalBytes: async () =>
          (await bridge.invoke("journal/size", undefined)).bytes,
      },
      surround: (children) => (
        <StoreContext value={local}>{children}</StoreContext>
      ),
      async prepareToReplace() {
        await writeAll();
        return copyForUpdate(local);
      },
      configure: (changed) =>
        engine.tell(configuredFrom({ ...changed, ...careful })),
    };
  },
  async rebuildStore() {
    await bridge.invoke("store/set-aside", undefined);
  },
  exportUnsent: () => bridge.invoke("notebook/export-unsent", undefined),
  async takeNumber() {
    const { no } = await bridge.invoke("numbers/take", { series: "contacts" });
    return no ?? provisionalNo(random);
  },
  newId,
};

/** Numbers leased at a time when the company's set-up says nothing. */
const DEFAULT_LEASE = 50;

const nonce = document.querySelector<HTMLMetaElement>(
  'meta[property="csp-nonce"]',
)?.nonce;
const cache = createCache({
  key: "css",
  ...(nonce === undefined ? {} : { nonce }),
});
const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no #root");

createRoot(container).render(
  <CacheProvider value={cache}>
    <I18nextProvider i18n={words}>
      <App parts={parts} />
    </I18nextProvider>
  </CacheProvider>,
);
