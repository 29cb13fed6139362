import type { AppInfo, Reminder } from "../../shared/ipc/app.ts";
import type { Handlers, Input, Output } from "../../shared/ipc/contract.ts";
import type { JournalEntry } from "../../shared/ipc/journal.ts";
import type { ExportResult } from "../../shared/ipc/notebook.ts";
import type {
  LocalSettings,
  SystemKeyState,
} from "../../shared/ipc/settings.ts";
import { packAnswer } from "../../shared/ipc/packed-answer.ts";
import type { Notebook } from "../notebook.ts";
import type { BackupDesk } from "../os/backup/backup-desk.ts";
import type { ErasureBook } from "../os/erasure-book.ts";
import type { DraftShelf } from "../os/draft-shelf.ts";
import type { FileShelf } from "../os/file-shelf.ts";
import type { Journal } from "../os/journal/journal.ts";
import type { LinkInbox } from "../os/link-inbox.ts";
import type { LocalSettingsFile } from "../os/local-settings.ts";
import type { SnapshotShelf } from "../os/snapshot-shelf.ts";
import type { SyncLogFile } from "../os/sync-log.ts";
import { readAttachment } from "../server/attachments.ts";
import type { ServerLink } from "../server/server-link.ts";
import type { UploadQueue } from "../../shared/sync/upload-queue.ts";
import type { Written } from "../os/save-file.ts";
import type { Updates } from "../updates/updates.ts";
import { backupHandlers } from "./backup-handlers.ts";
import { erasureHandlers } from "./erasure-handlers.ts";
import { epochIn, postNoted } from "./post-noted.ts";
import { updateHandlers } from "./update-handlers.ts";

/** Everything that can be had only with the key. */
export interface Unlocked {
  readonly journal: Journal;
  readonly link: ServerLink;
  readonly shelf: Pick<
    FileShelf,
    "add" | "read" | "keep" | "standing" | "refusedHashes" | "forget"
  >;
  readonly uploads: UploadQueue;
  readonly drafts: DraftShelf;
  readonly snapshots: SnapshotShelf;
  readonly erasures: ErasureBook;
}

/**
 * The contract, request by request. What needs the key waits for the vault to be opened: asked too early it answers
 * late, and never wrongly.
 */
export function createHandlers(deps: {
  readonly info: AppInfo;
  readonly settings: LocalSettingsFile;
  readonly notebook: Pick<
    Notebook,
    | "open"
    | "unlock"
    | "unlocked"
    | "vault"
    | "startAfresh"
    | "state"
    | "unsent"
  >;
  readonly lock: () => Promise<void>;
  readonly onSettings: (settings: LocalSettings) => void;
  readonly systemKey: () => SystemKeyState;
  readonly openExternal: (url: string) => Promise<boolean>;
  readonly planReminders: (reminders: readonly Reminder[]) => Promise<void>;
  readonly nameUndo: (names: Input<"menu/name-undo">) => void;
  /** Lets the person choose a file, and writes it. */
  readonly saveContent: (file: Input<"file/save">) => Promise<Written>;
  /** As `saveContent`, what the page shows on paper. */
  readonly savePdf: (file: Input<"page/save-pdf">) => Promise<Written>;
  readonly drag: (card: Input<"drag/start">) => Promise<void>;
  readonly print: () => Promise<{ printed: boolean }>;
  readonly links: Pick<LinkInbox, "take" | "read">;
  readonly backups: BackupDesk;
  readonly updates: Pick<Updates, "look" | "install">;
  readonly syncLog: SyncLogFile;
  /** Lets the person choose a file, and writes it. */
  readonly exportUnsent: (
    entries: readonly JournalEntry[],
  ) => Promise<ExportResult>;
  readonly setAsideStore: () => Promise<void>;
  /** As `setAsideStore`, for good, with all that was ever set aside. */
  readonly destroyStore: (before: () => Promise<void>) => Promise<void>;
  readonly storeMark: () => Promise<string | null>;
  readonly markStore: (mark: string) => Promise<void>;
  readonly shown: () => void;
  readonly mayClose: () => void;
  readonly diagnostics: () => Promise<string>;
  readonly openLogs: () => Promise<boolean>;
  readonly journalBytes: () => Promise<number>;
}): Handlers {
  const { settings, notebook } = deps;
  const journal = async () => (await notebook.unlocked()).journal;
  const link = async () => (await notebook.unlocked()).link;
  const readFile = async (file: Input<"files/read">) => {
    const { shelf, link: line } = await notebook.unlocked();
    return readAttachment({ shelf, download: line.download }, file);
  };
  return {
    ...erasureHandlers({
      profile: deps.info.userDataDir,
      unlocked: () => notebook.unlocked(),
      destroyStore: deps.destroyStore,
    }),
    ...updateHandlers(deps.updates),
    ...backupHandlers(deps.backups, async () => {
      const { shelf, uploads } = await notebook.unlocked();
      return { add: shelf.add, wake: uploads.wake };
    }),
    "app/info": async () => deps.info,
    "app/shown": async () => {
      deps.shown();
      return {};
    },
    "window/may-close": async () => {
      deps.mayClose();
      return {};
    },
    "app/diagnostics": async () => ({ text: await deps.diagnostics() }),
    "app/open-logs": async () => ({ opened: await deps.openLogs() }),
    "settings/read": async () => settings.read(),
    "settings/write": async (changed) => {
      const now = await settings.write(present(changed));
      deps.onSettings(now);
      return now;
    },
    "system-key/state": async () => deps.systemKey(),
    "vault/open": () => notebook.open(),
    "vault/unlock": ({ passphrase }) => notebook.unlock(passphrase),
    "vault/recover": ({ code, passphrase }) =>
      notebook.vault().recover(code, passphrase),
    "vault/lock": async () => {
      await deps.lock();
      return {};
    },
    "vault/protect": ({ passphrase, present: typed }) =>
      notebook.vault().protect(passphrase, typed),
    "vault/new-recovery": async () => ({
      code: notebook.vault().newRecoveryCode(),
    }),
    "vault/keep-recovery": async ({ typed }) => ({
      kept: await notebook.vault().keepRecoveryCode(typed),
    }),
    "vault/start-afresh": async () => {
      await notebook.startAfresh();
      return {};
    },
    "notebook/state": () => notebook.state(),
    "notebook/export-unsent": async () =>
      deps.exportUnsent(await notebook.unsent()),
    "store/set-aside": async () => {
      await deps.setAsideStore();
      return {};
    },
    "store/known": async () => {
      const { snapshots } = await notebook.unlocked();
      const [mark, names] = [deps.storeMark(), snapshots.list()];
      return { mark: await mark, snapshots: [...(await names)] };
    },
    "store/mark": async ({ mark }) => {
      await deps.markStore(mark);
      return {};
    },
    "drafts/keep": async ({ id, draft }) => {
      await (await notebook.unlocked()).drafts.keep(id, draft);
      return {};
    },
    "drafts/kept": async () => {
      const drafts = await (await notebook.unlocked()).drafts.read();
      return { drafts: drafts as Output<"drafts/kept">["drafts"] };
    },
    "snapshots/begin": async () => ({
      token: await (await notebook.unlocked()).snapshots.begin(),
    }),
    "snapshots/add": async ({ token, text }) => {
      await (await notebook.unlocked()).snapshots.add(token, text);
      return {};
    },
    "snapshots/finish": async ({ token }) => ({
      whole: await (await notebook.unlocked()).snapshots.finish(token),
    }),
    "snapshots/read": async ({ name, piece }) => ({
      text: await (await notebook.unlocked()).snapshots.read(name, piece),
    }),
    "journal/read": async () => (await journal()).read(),
    "journal/size": async () => ({ bytes: await deps.journalBytes() }),
    "journal/append": async ({ label, ops }) =>
      (await journal()).append(label, ops),
    "journal/append-again": async ({ hlc, ops, since }) =>
      (await journal()).appendAgain(hlc, ops, since),
    "journal/entries": async ({ after, limit, gapless }) => ({
      entries: [...(await (await journal()).entries(after, limit, gapless))],
    }),
    "journal/acknowledge": async ({ deviceId, upto, refused }) => {
      const { journal, uploads } = await notebook.unlocked();
      const counters = await journal.acknowledge(upto, refused, deviceId);
      uploads.wake();
      return counters;
    },
    "sync/read-log": () => deps.syncLog.read(),
    "sync/write-log": async (log) => {
      await deps.syncLog.write(log);
      return {};
    },
    "journal/arrange": async (arrangement) => {
      const { journal, uploads } = await notebook.unlocked();
      const arranged = await journal.arrange(arrangement);
      uploads.wake();
      return arranged;
    },
    "files/add": async ({ bytes }) => {
      const { shelf, uploads } = await notebook.unlocked();
      const added = await shelf.add(bytes).catch(() => null);
      uploads.wake();
      return { added };
    },
    "files/read": async (file) => readFile(file),
    "files/save": async ({ name, ...file }) => {
      // Before the person is asked where to: what cannot be had needs no place.
      const { bytes, ...why } = await readFile(file);
      return bytes
        ? deps.saveContent({ name, content: bytes })
        : { saved: false, ...why };
    },
    "files/standing": async ({ hashes }) => {
      const { shelf } = await notebook.unlocked();
      return { standing: await shelf.standing(hashes) };
    },
    "files/refused": async () => {
      const { shelf } = await notebook.unlocked();
      return { hashes: [...(await shelf.refusedHashes())] };
    },
    "files/waiting": async () => {
      const { uploads } = await notebook.unlocked();
      const [files, refused] = [uploads.waiting(), uploads.refused()];
      return { files: await files, refused: await refused };
    },
    "journal/note-merged": async ({ items }) => ({
      merged: [...(await (await journal()).noteMerged(items))],
    }),
    "numbers/take": async ({ series }) => ({
      no: await (await journal()).takeNumber(series),
    }),
    "numbers/left": async ({ series }) => ({
      left: (await journal()).numbersLeft(series),
    }),
    "numbers/add-lease": async ({ lease, renewed }) => ({
      left: await (await journal()).addLease(lease, renewed),
    }),
    "server/connection": async () => (await link()).connection(),
    "server/connect": async (request) => (await link()).connect(request),
    "server/disconnect": async () => {
      await (await link()).disconnect();
      return {};
    },
    "server/renew-identity": async () => (await link()).renewIdentity(),
    "server/post": async (request) => {
      const unlocked = await notebook.unlocked();
      const answer = await postNoted(unlocked, request);
      const epoch = epochIn(answer);
      if (epoch !== null) unlocked.uploads.heard(epoch);
      return packAnswer(answer);
    },
    "server/snapshot-part": async (request) =>
      packAnswer(await (await link()).snapshotPart(request)),
    "devices/list": async (request) => (await link()).devices(request),
    "devices/revoke": async (request) => (await link()).revoke(request),
    "server/history": async (request) => (await link()).history(request),
    "clock/offset": async ({ offsetMs }) => {
      await (await journal()).setClockOffset(offsetMs);
      return {};
    },
    "file/save": (file) => deps.saveContent(file),
    "drag/start": async (card) => {
      await deps.drag(card);
      return {};
    },
    "page/save-pdf": (file) => deps.savePdf(file),
    "page/print": () => deps.print(),
    "shell/open": async ({ url }) => ({
      opened: await deps.openExternal(url),
    }),
    "reminders/plan": async ({ reminders }) => {
      await deps.planReminders(reminders);
      return {};
    },
    "menu/name-undo": async (names) => {
      deps.nameUndo(names);
      return {};
    },
    "link/take": () => deps.links.take(deps.backups.offer),
    "link/read": async ({ key, from }) => ({
      piece: await deps.links.read(key, from),
    }),
  };
}

/** Members that were really given: an absent one must not overwrite a stored one. */
function present(changed: {
  readonly [M in keyof LocalSettings]?: LocalSettings[M] | undefined;
}): Partial<LocalSettings> {
  return Object.fromEntries(
    Object.entries(changed).filter(([, value]) => value !== undefined),
  );
}
