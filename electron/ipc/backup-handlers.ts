import type { Handlers } from "../../shared/ipc/contract.ts";
import type { BackupDesk } from "../os/backup/backup-desk.ts";
import type { FileShelf } from "../os/file-shelf.ts";

type Backups = Pick<Handlers, Extract<keyof Handlers, `backup/${string}`>>;

/** The part of the contract that is about backups. */
export function backupHandlers(
  desk: BackupDesk,
  files: () => Promise<Pick<FileShelf, "add"> & { readonly wake: () => void }>,
): Backups {
  return {
    "backup/begin": (asked) => desk.begin(asked),
    "backup/add": (part) => desk.add(part),
    "backup/add-file": (file) => desk.addFile(file),
    "backup/finish": () => desk.finish(),
    "backup/cancel": async () => {
      await desk.cancel();
      return {};
    },
    "backup/choose": () => desk.choose(),
    "backup/open": (asked) => desk.open(asked),
    "backup/read": async ({ entry }) => {
      const bytes = await desk.read(entry);
      const isText = bytes !== null && desk.isText(entry);
      const text = isText ? bytes.toString("utf8") : null;
      return { text, whole: bytes !== null };
    },
    "backup/take-file": async ({ entry }) => {
      const bytes = await desk.read(entry);
      if (!bytes || desk.isText(entry)) return { taken: false };
      const { add, wake } = await files();
      const added = await add(new Uint8Array(bytes)).catch(() => null);
      wake();
      return { taken: added !== null };
    },
    "backup/close": async () => {
      await desk.close();
      return {};
    },
  };
}
