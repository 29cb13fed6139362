import {
  app,
  globalShortcut,
  ipcMain,
  nativeTheme,
  safeStorage,
  session,
  shell,
  type BrowserWindow,
  type IpcMainInvokeEvent,
} from "electron";
import { mkdirSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import type { LocalSettings } from "../shared/ipc/settings.ts";
import { createAppMenu } from "./desk/app-menu.ts";
import { createFileDialogs } from "./desk/file-dialogs.ts";
import { createLock } from "./desk/lock.ts";
import { createPaper } from "./desk/paper.ts";
import { createReadableCopy } from "./desk/readable-copy.ts";
import { endWithPage } from "./desk/side-windows.ts";
import { giveTextMenu } from "./desk/text-menu.ts";
import { createTray } from "./desk/tray.ts";
import { watchMachine } from "./desk/watches.ts";
import { diagnostics } from "./diagnostics.ts";
import { reminderWords } from "./i18n/reminder-words.ts";
import { createHandlers } from "./ipc/handlers.ts";
import type { Publisher } from "./ipc/publish.ts";
import { isOwnMainFrame, serve } from "./ipc/serve.ts";
import { createNotebook, type Notebook } from "./notebook.ts";
import { createBackupDesk } from "./os/backup/backup-desk.ts";
import type { StartOptions } from "./os/command-line.ts";
import { createDragShelf } from "./os/drag-shelf.ts";
import { eraseSealed, finishErasure, isErasing } from "./os/erasure.ts";
import { exportUnsent } from "./os/export-unsent.ts";
import { folderBytes } from "./os/folder-bytes.ts";
import { holdClose } from "./os/hold-close.ts";
import { readUnsent } from "./os/journal/read-unsent.ts";
import { createKeyVault } from "./os/key-vault.ts";
import { systemKeystore } from "./os/keystore.ts";
import type { LinkInbox } from "./os/link-inbox.ts";
import { openLocalSettings } from "./os/local-settings.ts";
import { openLogFile, type LogFile } from "./os/log-file.ts";
import { menuTexts } from "./os/menu.ts";
import { createReminders } from "./os/reminders.ts";
import { setRunningMark } from "./os/running-mark.ts";
import { saveContent } from "./os/save-file.ts";
import { showNotice } from "./os/show-notice.ts";
import { createSystemKey } from "./os/system-key.ts";
import { openSyncLog } from "./os/sync-log.ts";
import { userName } from "./os/user-name.ts";
import type { ProfilePaths } from "./profile-paths.ts";
import { handleAppScheme, ORIGIN } from "./protocol.ts";
import { lockSession, openOutside } from "./security.ts";
import { enrollUnattended } from "./server/unattended-enrollment.ts";
import { unlock } from "./unlock.ts";
import { updatesForThisApp } from "./updates/for-this-app.ts";
import { openWindow, showWindow } from "./window.ts";

/** What a page gets to keep its drafts when its window closes or the machine falls asleep. */
const LEAVING_MS = 2_000;

/** The start, top to bottom: what is here first, then the window, then what the window and the machine ask for. */
export async function start(deps: {
  readonly options: StartOptions;
  readonly paths: ProfilePaths;
  readonly publisher: Publisher;
  readonly links: LinkInbox;
  readonly warn: (line: string) => void;
  readonly writeTo: (log: LogFile) => void;
}): Promise<void> {
  const { options, paths, publisher, links, warn } = deps;
  const { folder } = paths;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const log = openLogFile({ folder: paths.logs, now: Date.now });
  deps.writeTo(log);
  const running = setRunningMark(paths.in("running"));
  log.note(
    `start of ${app.getVersion()}, the last one ${running.unclean ? "did not end by itself" : "ended"}`,
  );

  // An erasure that was cut short goes on before anything can be opened.
  const erasing = isErasing(folder);
  if (erasing) await eraseSealed(folder);

  // A passphrase takes a while to check: that begins now. All else waits until the window is loading.
  const windowIsLoading = Promise.withResolvers<BrowserWindow>();
  const keystore = systemKeystore(
    safeStorage,
    process.platform,
    windowIsLoading.promise,
  );
  const clearStore = () => session.defaultSession.clearStorageData();
  const notebook: Notebook = createNotebook({
    folder,
    newVault: (locked) =>
      createKeyVault({
        locked,
        file: paths.in("vault.json"),
        sealedFolders: [paths.journal, paths.journalCopy, paths.files],
        keystore,
        // Who locks it wants to be asked.
        unattended: locked ? undefined : options.passphrase,
      }),
    unlock: async (keys) => {
      await windowIsLoading.promise;
      return unlock(keys, {
        ...{ paths, publisher, warn },
        offline: () => settings.read().workOffline,
        onErase: () => {
          erase().catch((error: unknown) => warn(`erasure: ${String(error)}`));
        },
      });
    },
    readUnsent: (keys) => readUnsent(paths.journal, keys.journal),
    reloadPage: async (where) => {
      const window = await windowIsLoading.promise;
      if (where === "here") window.webContents.reload();
      else await window.loadURL(`${ORIGIN}/`);
    },
    ...{ clearStore, warn },
  });
  notebook.open().catch((error: unknown) => warn(`vault: ${String(error)}`));

  await app.whenReady();
  if (erasing) {
    await clearStore();
    await finishErasure(folder);
  }
  const dev = !app.isPackaged;
  if (app.getVersion().endsWith("-dev"))
    warn(
      `${app.getVersion()}, a development package: its Electron ${process.versions.electron ?? ""} is not the one that ships`,
    );
  const settings = await openLocalSettings({
    file: paths.in("settings.json"),
    overrides: options.settings,
    systemLanguages: app.getPreferredSystemLanguages(),
  });

  // A package made for development says so in its version; unpackaged, Electron may answer with its own.
  const version = dev ? __APP_VERSION__ : app.getVersion();
  const drags = createDragShelf(paths.in("drag"));
  const dialogs = createFileDialogs(windowIsLoading.promise);
  const { chooseFile } = dialogs;
  const copy = createReadableCopy({
    ...{ folder, warn },
    formatFile: paths.format,
    window: windowIsLoading.promise,
  });
  const backups = createBackupDesk({
    ...{ app: version, now: Date.now, ...dialogs },
    shelf: async () => (await notebook.unlocked()).shelf,
  });
  const reminders = createReminders({
    file: paths.in("reminders.json"),
    now: Date.now,
    words: () => reminderWords[settings.read().language],
    show: showNotice,
    open: (id) => {
      showWindow();
      links.add([{ kind: "task", id }]);
    },
  });
  const systemKey = createSystemKey({
    register: (key, run) => globalShortcut.register(key, run),
    unregister: (key) => globalShortcut.unregister(key),
    onPress: () => {
      showWindow();
      links.add([{ kind: "visit" }]);
    },
  });
  const menu = createAppMenu({
    settings: () => settings.read(),
    run: (command) => publisher.publish("menu/command", { command }),
  });
  const { lock, erase } = createLock({
    ...{ notebook, menu, reminders, drags, backups, settings, warn },
  });
  const updates = updatesForThisApp({
    ...{ version, closeNotebook, warn },
    noteFile: paths.in("update-asked"),
    settings: settings.read,
    present: notebook.present,
    publish: (state) => publisher.publish("updates/state", state),
  });
  const tray = createTray({
    settings: settings.read,
    run: (command) => publisher.publish("menu/command", { command }),
    isEnding: updates.isInstalling,
    told: () => void settings.write({ toldTray: true }).catch(() => undefined),
  });
  let mayClose = (): void => undefined;

  serve<IpcMainInvokeEvent>({
    ipc: ipcMain,
    isTrusted: (event) => isOwnMainFrame(event, ORIGIN),
    onFailure: (name, error) => warn(`${name} failed: ${String(error)}`),
    handlers: createHandlers({
      info: {
        version,
        electron: process.versions.electron ?? "",
        sealed: __SEALED__,
        userDataDir: app.getPath("userData"),
        hostName: hostname(),
        userName: userName(),
        dev,
        careful: running.careful,
      },
      shown: running.shown,
      mayClose: () => mayClose(),
      diagnostics: () =>
        diagnostics({ folder, log, running, present: notebook.present() }),
      openLogs: async () => (await shell.openPath(paths.logs)) === "",
      storeMark: copy.mark,
      markStore: copy.setMark,
      setAsideStore: copy.setAside,
      destroyStore: copy.destroy,
      onSettings: apply,
      systemKey: systemKey.state,
      openExternal: openOutside,
      saveContent: (file) => saveContent(chooseFile, file),
      planReminders: reminders.plan,
      nameUndo: menu.nameUndo,
      ...createPaper({ window: windowIsLoading.promise, chooseFile, drags }),
      ...{ settings, notebook, lock, links, backups, updates },
      journalBytes: () => folderBytes(paths.journal),
      exportUnsent: (entries) =>
        exportUnsent({ entries, at: Date.now(), choose: chooseFile }),
      syncLog: openSyncLog(paths.in("sync-log.json"), running.unclean),
    }),
  });

  function apply(now: LocalSettings): void {
    systemKey.use(now.systemKey ?? null);
    nativeTheme.themeSource = now.theme;
    menu.show(now);
    tray.show(now);
    notebook.present()?.link.setOffline(now.workOffline);
    updates.configured();
  }
  apply(settings.read());

  lockSession(session.defaultSession);
  handleAppScheme(
    session.defaultSession,
    path.join(__dirname, "..", "renderer"),
  );
  const window = await openWindow({
    stateFile: paths.in("window.json"),
    preload: path.join(__dirname, "preload.cjs"),
    url: `${ORIGIN}/`,
    onBroken: (reason, last) => {
      warn(`the page broke down: ${reason}`);
      if (last) running.failed();
    },
  });
  const words = () => menuTexts[settings.read().language];
  giveTextMenu(window.webContents, words);
  window.webContents.on("did-create-window", ({ webContents }) =>
    giveTextMenu(webContents, words),
  );
  endWithPage(window);
  window.webContents.on("dom-ready", () => publisher.repeatStates());
  mayClose = holdClose(window, {
    hidesInstead: tray.hidesInstead,
    canAnswer: () =>
      !window.webContents.isLoading() && !window.webContents.isCrashed(),
    ask: () => publisher.publish("window/closing", {}),
    limitMs: LEAVING_MS,
  });
  windowIsLoading.resolve(window);
  watchMachine({
    ...{ folder, publisher, notebook, reminders, lock, warn },
    locksItself: () => settings.read().lockAfterMinutes > 0,
    leavingMs: LEAVING_MS,
  });
  app.on("will-quit", () => {
    drags.clear();
    void closeNotebook();
    running.clear();
  });

  /** What is open behind the key; on the disk it is already. */
  async function closeNotebook(): Promise<void> {
    const present = notebook.present();
    present?.link.close();
    // One that is under way may hang on its line.
    void present?.uploads.close();
    await present?.journal.close();
  }

  const { link } = await notebook.unlocked();
  if (options.enrollment)
    await enrollUnattended({
      link,
      enrollment: options.enrollment,
      deviceName: hostname().slice(0, 100) || "Carnet",
      random: Math.random,
      warn,
    });
}
