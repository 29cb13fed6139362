import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  safeStorage,
  session,
  shell,
  type IpcMainInvokeEvent,
} from "electron";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import type { Input, LocalSettings } from "../shared/ipc/contract.ts";
import type { UploadQueue } from "../shared/sync/upload-queue.ts";
import { BACKUP_ENDING } from "../shared/ipc/backup.ts";
import { reminderWords } from "./i18n/reminder-words.ts";
import { createHandlers, type Unlocked } from "./ipc/handlers.ts";
import { createPublisher } from "./ipc/publish.ts";
import { isOwnMainFrame, serve } from "./ipc/serve.ts";
import { createNotebook } from "./notebook.ts";
import { readStartOptions, type StartOptions } from "./os/command-line.ts";
import { createBackupDesk } from "./os/backup/backup-desk.ts";
import { createDragShelf } from "./os/drag-shelf.ts";
import { diagnostics } from "./diagnostics.ts";
import { freeBytes, watchDisk } from "./os/disk-watch.ts";
import { openDraftShelf } from "./os/draft-shelf.ts";
import { openFileShelf } from "./os/file-shelf.ts";
import { folderBytes } from "./os/folder-bytes.ts";
import { linkOf, linksIn } from "./os/deep-link.ts";
import { exportUnsent } from "./os/export-unsent.ts";
import { openJournal } from "./os/journal/journal.ts";
import { createReminders } from "./os/reminders.ts";
import { saveMade, saveContent } from "./os/save-file.ts";
import { readUnsent } from "./os/journal/read-unsent.ts";
import { openErasureBook } from "./os/erasure-book.ts";
import { eraseSealed, finishErasure, isErasing } from "./os/erasure.ts";
import { createKeyVault, type Keys } from "./os/key-vault.ts";
import { systemKeystore } from "./os/keystore.ts";
import { createLinkInbox } from "./os/link-inbox.ts";
import { openLocalSettings } from "./os/local-settings.ts";
import { openLogFile, type LogFile } from "./os/log-file.ts";
import { menuTemplate } from "./os/menu.ts";
import {
  claimProfileFormat,
  readStoreMark,
  writeStoreMark,
} from "./os/profile-format.ts";
import { setRunningMark } from "./os/running-mark.ts";
import { removeStores, setAsideStore } from "./os/set-aside-store.ts";
import { openSnapshotShelf } from "./os/snapshot-shelf.ts";
import { showNotice } from "./os/show-notice.ts";
import { claimProfile } from "./os/single-instance.ts";
import { openSyncLog } from "./os/sync-log.ts";
import { holdClose } from "./os/hold-close.ts";
import { watchForLeaving, watchForWake } from "./os/wake-watch.ts";
import { handleAppScheme, ORIGIN, registerAppScheme } from "./protocol.ts";
import { lockPages, lockSession, openOutside } from "./security.ts";
import { openDeviceFile } from "./server/device-file.ts";
import { openServerLink } from "./server/server-link.ts";
import { enrollUnattended } from "./server/unattended-enrollment.ts";
import { openUploadQueue } from "./server/upload-queue.ts";
import { openWindow } from "./window.ts";

let log: LogFile | null = null;

/** For whoever started the app from a terminal, and for the log. Never holds personal data. */
const warn = (line: string) => {
  process.stderr.write(`carnet: ${line}\n`);
  log?.note(line);
};

/** Daily copies of the readable data that are kept. */
const SNAPSHOTS = 5;
/** What a page gets to keep its drafts when its window closes or the machine falls asleep. */
const LEAVING_MS = 2_000;
/** How late a reminder may be. */
const REMIND_MS = 15_000;

// Before anything asks where the profile is.
app.setName("Carnet");
const options = readStartOptions(
  (name) => app.commandLine.getSwitchValue(name),
  process.env,
  warn,
);
if (options.userDataDir)
  app.setPath("userData", path.resolve(options.userDataDir));

const publisher = createPublisher((channel, payload) => {
  for (const { webContents } of BrowserWindow.getAllWindows())
    webContents.send(channel, payload);
});
const links = createLinkInbox(() => publisher.publish("link/waiting", {}));

const isFirst = claimProfile(app, ({ argv, workingDirectory }) => {
  showWindow();
  links.add(linksIn(argv, workingDirectory));
});
if (isFirst) {
  links.add(linksIn(process.argv, process.cwd()));
  listenForMacLinks();
  registerAppScheme();
  lockPages();
  app.on("window-all-closed", () => app.quit());
  start(options).catch((error: unknown) => warn(`start: ${String(error)}`));
} else {
  app.quit();
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/** macOS tells a running or a starting app by events, not by arguments. */
function listenForMacLinks(): void {
  const open = (event: Electron.Event, text: string) => {
    event.preventDefault();
    const link = linkOf(text, "/");
    if (link) links.add([link]);
  };
  app.on("open-url", open);
  app.on("open-file", open);
}

async function start({
  settings: overrides,
  passphrase,
  enrollment,
}: StartOptions): Promise<void> {
  // Ours, beside what Chromium keeps and cleans: neither a full disk nor a clearing of site data reaches it.
  const folder = path.join(app.getPath("userData"), "carnet");
  const journalFolder = path.join(folder, "journal");
  const filesFolder = path.join(folder, "files");
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const journalCopy = path.join(folder, "journal-copy");
  const formatFile = path.join(folder, "format.json");
  log = openLogFile({ folder: path.join(folder, "logs"), now: Date.now });
  const running = setRunningMark(path.join(folder, "running"));
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
  let mayClose = (): void => undefined;
  let undoNames: Input<"menu/name-undo"> = { undo: null, redo: null };
  const clearStore = () => session.defaultSession.clearStorageData();
  const notebook = createNotebook({
    folder,
    newVault: (locked) =>
      createKeyVault({
        locked,
        file: path.join(folder, "vault.json"),
        sealedFolders: [journalFolder, journalCopy, filesFolder],
        keystore,
        // Who locks it wants to be asked.
        unattended: locked ? undefined : passphrase,
      }),
    unlock: async (keys) => {
      await windowIsLoading.promise;
      return unlock(keys);
    },
    readUnsent: (keys) => readUnsent(journalFolder, keys.journal),
    reloadPage: async (where) => {
      const window = await windowIsLoading.promise;
      if (where === "here") window.webContents.reload();
      else await window.loadURL(`${ORIGIN}/`);
    },
    clearStore,
    warn,
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
    file: path.join(folder, "settings.json"),
    overrides,
    systemLanguages: app.getPreferredSystemLanguages(),
  });

  // A package made for development says so in its version; unpackaged, Electron may answer with its own.
  const version = dev ? __APP_VERSION__ : app.getVersion();
  const backups = createBackupDesk({
    ...{ app: version, now: Date.now, chooseFile, chooseBackup },
    shelf: async () => (await notebook.unlocked()).shelf,
  });

  const drags = createDragShelf(path.join(folder, "drag"));

  const reminders = createReminders({
    file: path.join(folder, "reminders.json"),
    now: Date.now,
    words: () => reminderWords[settings.read().language],
    show: showNotice,
    open: (id) => {
      showWindow();
      links.add([{ kind: "task", id }]);
    },
  });

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
        dev,
        careful: running.careful,
      },
      shown: running.shown,
      mayClose: () => mayClose(),
      diagnostics: () =>
        diagnostics({
          folder,
          log,
          running,
          present: notebook.present(),
        }),
      openLogs: async () =>
        (await shell.openPath(path.join(folder, "logs"))) === "",
      storeMark: () => readStoreMark(formatFile),
      markStore: (mark) => writeStoreMark(formatFile, mark),
      settings,
      notebook,
      onSettings: apply,
      lock,
      openExternal: openOutside,
      saveContent: (file) => saveContent(chooseFile, file),
      planReminders: reminders.plan,
      nameUndo: (names) => {
        undoNames = names;
        showMenu(settings.read());
      },
      savePdf: async ({ name }) => {
        const { webContents } = await windowIsLoading.promise;
        return saveMade(chooseFile, name, () =>
          webContents.printToPDF({
            // Labels and envelopes have paper and margins of their own.
            preferCSSPageSize: true,
            ...{ pageSize: "A4", printBackground: true },
          }),
        );
      },
      drag: async ({ name, card }) => {
        const { webContents } = await windowIsLoading.promise;
        const file = drags.put(name, card);
        webContents.startDrag({ file, icon: await app.getFileIcon(file) });
      },
      print: async () => {
        const { webContents } = await windowIsLoading.promise;
        const { promise, resolve } = Promise.withResolvers<boolean>();
        webContents.print({ pageSize: "A4" }, resolve);
        return { printed: await promise };
      },
      ...{ links, backups },
      setAsideStore: setAside,
      destroyStore,
      journalBytes: () => folderBytes(journalFolder),
      exportUnsent: async (entries) =>
        exportUnsent({
          entries,
          at: Date.now(),
          choose: chooseFile,
        }),
      syncLog: openSyncLog(path.join(folder, "sync-log.json"), running.unclean),
    }),
  });

  /** Where a file of this name is to be written; null when the person changed their mind. */
  async function chooseFile(name: string): Promise<string | null> {
    const window = await windowIsLoading.promise;
    const extension = path.extname(name).slice(1);
    const chosen = await dialog.showSaveDialog(window, {
      defaultPath: path.join(app.getPath("documents"), name),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    return chosen.canceled ? null : chosen.filePath;
  }

  async function chooseBackup(): Promise<string | null> {
    const window = await windowIsLoading.promise;
    const { filePaths } = await dialog.showOpenDialog(window, {
      properties: ["openFile"],
      filters: [{ name: "Carnet", extensions: [BACKUP_ENDING] }],
    });
    return filePaths[0] ?? null;
  }

  function showMenu({ language }: LocalSettings): void {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          language,
          names: undoNames,
          dev,
          mac: process.platform === "darwin",
          run: (command) => publisher.publish("menu/command", { command }),
        }),
      ),
    );
  }

  function apply(now: LocalSettings): void {
    nativeTheme.themeSource = now.theme;
    showMenu(now);
    notebook.present()?.link.setOffline(now.workOffline);
  }
  apply(settings.read());

  lockSession(session.defaultSession);
  handleAppScheme(
    session.defaultSession,
    path.join(__dirname, "..", "renderer"),
  );
  const window = await openWindow({
    stateFile: path.join(folder, "window.json"),
    preload: path.join(__dirname, "preload.cjs"),
    url: `${ORIGIN}/`,
    onBroken: (reason, last) => {
      warn(`the page broke down: ${reason}`);
      if (last) running.failed();
    },
  });
  window.webContents.on("dom-ready", () => publisher.repeatStates());

  mayClose = holdClose(window, {
    canAnswer: () =>
      !window.webContents.isLoading() && !window.webContents.isCrashed(),
    ask: () => publisher.publish("window/closing", {}),
    limitMs: LEAVING_MS,
  });
  windowIsLoading.resolve(window);
  watchForWake(powerMonitor, () => {
    notebook.present()?.link.reconnect();
    publisher.publish("power/resumed", {});
    lookForReminders();
  });
  setInterval(lookForReminders, REMIND_MS).unref();
  watchDisk({
    free: () => freeBytes(folder),
    onChange: (low) => {
      warn(low ? "the disk is nearly full" : "the disk has room again");
      publisher.publish("disk/low", { low });
    },
  });
  watchForLeaving(powerMonitor, () => {
    if (settings.read().lockAfterMinutes === 0) return;
    publisher.publish("power/leaving", {});
    // The page keeps what is typed first, and asks for the lock; one that hangs is not waited for.
    setTimeout(() => {
      lock().catch((error: unknown) => warn(`lock: ${String(error)}`));
    }, LEAVING_MS);
  });
  app.on("will-quit", () => {
    drags.clear();
    notebook.present()?.link.close();
    void notebook.present()?.uploads.close();
    void notebook.present()?.journal.close();
    running.clear();
  });
  const { link } = await notebook.unlocked();
  if (enrollment)
    await enrollUnattended({
      link,
      enrollment,
      deviceName: hostname().slice(0, 100) || "Carnet",
      random: Math.random,
      warn,
    });

  function lookForReminders(): void {
    reminders
      .look()
      .catch((error: unknown) => warn(`reminders: ${String(error)}`));
  }

  /** The menu may name what was done last: nobody is to read that either. */
  async function lock(): Promise<void> {
    undoNames = { undo: null, redo: null };
    showMenu(settings.read());
    reminders.lock();
    drags.clear();
    await backups.cancel();
    await backups.close();
    await notebook.lock();
  }

  /** The next screen is the first day's, whatever had been chosen on it. */
  async function erase(): Promise<void> {
    warn("revoked by the server: everything on this device is erased");
    drags.clear();
    await settings.write({ connectLater: false }).catch(() => undefined);
    reminders.lock();
    await notebook.erase();
  }

  /** Chromium lets go of the files once their page is gone and they are said to be cleared; by then they are elsewhere. */
  async function setAside(): Promise<void> {
    const page = await windowIsLoading.promise;
    await page.loadURL("about:blank");
    try {
      const profile = app.getPath("userData");
      const aside = await setAsideStore(profile, folder, Date.now());
      // The next one is new, and nobody is to be told that the old one is gone.
      await writeStoreMark(formatFile, null);
      warn(`the readable copy is set aside: ${aside ?? "there was none"}`);
      await session.defaultSession.clearStorageData({ storages: ["indexdb"] });
    } finally {
      await page.loadURL(`${ORIGIN}/`);
    }
  }

  /** The page closes it, and makes a new one from the newest snapshot; `before` it begins to. */
  async function destroyStore(before: () => Promise<void>): Promise<void> {
    const page = await windowIsLoading.promise;
    await page.loadURL("about:blank");
    try {
      // First: whatever comes in between, nobody is to be told that it was wiped.
      await writeStoreMark(formatFile, null);
      await removeStores(app.getPath("userData"), folder);
      await session.defaultSession.clearStorageData({ storages: ["indexdb"] });
      await before();
      warn("the readable copy is made anew after an erasure");
    } finally {
      await page.loadURL(`${ORIGIN}/`);
    }
  }

  async function unlock(keys: Keys): Promise<Unlocked> {
    await claimProfileFormat(formatFile);
    let uploads: UploadQueue | null = null;
    const opening = await openJournal({
      folder: journalFolder,
      mirror: journalCopy,
      key: keys.journal,
      clock: { now: () => Date.now() },
      random: { bytes: (length) => randomBytes(length) },
      onSent: (upto) => publisher.publish("journal/sent", { upto }),
    });
    // A session of its own: no cookies, no cache on disk, and the page's session can be denied the network.
    const network = session.fromPartition("network", { cache: false });
    const connecting = await openServerLink({
      fetch: (url, init) => network.fetch(url, init),
      file: openDeviceFile(path.join(folder, "device.sealed"), keys.tokens),
      journal: opening,
      random: Math.random,
      offline: settings.read().workOffline,
      onConnection: (connection) => {
        publisher.publish("server/connection", connection);
        uploads?.lineIsUp();
      },
      onHint: (hint) => publisher.publish("server/hint", hint),
      onStream: (up) => {
        publisher.publish("server/stream", { up });
        if (up) uploads?.lineIsUp();
      },
      onErase: () => {
        erase().catch((error: unknown) => warn(`erasure: ${String(error)}`));
      },
    });
    const shelf = await openFileShelf(filesFolder, keys.files);
    uploads = openUploadQueue({
      shelf,
      send: connecting.upload,
      textWaits: async () =>
        (await opening.read()).pending.some(({ empty }) => !empty),
      warn,
    });
    uploads.wake();
    const drafts = await openDraftShelf(
      path.join(folder, "drafts"),
      keys.drafts,
    );
    const snapshots = await openSnapshotShelf({
      folder: path.join(folder, "snapshots"),
      key: keys.snapshots,
      now: Date.now,
      keeps: SNAPSHOTS,
    });
    return {
      ...{ journal: opening, link: connecting, shelf, uploads },
      ...{ drafts, snapshots },
      erasures: openErasureBook({
        file: path.join(folder, "erasures.sealed"),
        key: keys.erasures,
        now: Date.now,
      }),
    };
  }
}
