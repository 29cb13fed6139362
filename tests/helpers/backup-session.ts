import { randomBytes } from "node:crypto";
import { backupHandlers } from "../../electron/ipc/backup-handlers.ts";
import { createBackupDesk } from "../../electron/os/backup/backup-desk.ts";
import { openFileShelf } from "../../electron/os/file-shelf.ts";
import {
  createBackupSession,
  type BackupState,
} from "../../renderer/features/backup/backup-session.ts";
import type { LocalStore } from "../../renderer/local-store/open-store.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { RestoreRights } from "../../shared/sync/restore-document.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";
import { until } from "./until.ts";

/** Weak on purpose: a test that waits for scrypt proves nothing more. */
const COST = { logN: 10, r: 8, p: 1 };

/** Settings › Backup without its page: the real session, handlers, desk and shelf, on one file. */
export async function backupSession(
  { store, undo, pending }: LocalStore,
  file: string,
  rights: RestoreRights,
) {
  const shelf = await openFileShelf(temporaryFolder(), randomBytes(32));
  const desk = createBackupDesk({
    ...{ app: "0.1.0", now: () => Date.parse("2026-03-13T17:00:00Z") },
    chooseFile: async () => file,
    chooseBackup: async () => file,
    shelf: async () => shelf,
    cost: COST,
  });
  const handlers = backupHandlers(desk, async () => ({
    add: shelf.add,
    wake: () => {},
  })) as Readonly<Record<string, (input: unknown) => Promise<unknown>>>;
  const invoke = (name: string, input: unknown) => handlers[name]?.(input);
  const session = createBackupSession({
    bridge: { invoke } as unknown as Pick<Bridge, "invoke">,
    ...{ store, undo, newest: pending.lastD },
    rights: () => rights,
  });
  const become = async <S extends BackupState["step"]>(step: S) =>
    (await until(
      async () => session.state(),
      (state) => state.step === step,
    )) as Extract<BackupState, { step: S }>;
  return { session, shelf, become };
}
