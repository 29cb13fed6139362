import type {
  BackupManifest,
  OpenedBackup,
} from "../../../shared/ipc/backup.ts";
import type { Bridge } from "../../../shared/ipc/contract.ts";
import type { Store } from "../../local-store/store.ts";
import type { RestoreRights } from "../../../shared/sync/restore-document.ts";
import type { UndoLog } from "../../local-store/undo-state.ts";
import { makeBackup, type BackupMade } from "./make-backup.ts";
import { LABEL } from "./restored-count.ts";
import {
  previewRestore,
  restoreBackup,
  type Restored,
  type RestoreChoice,
  type RestorePreview,
} from "./restore-backup.ts";

export interface BackupFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
}

export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly canceling: boolean;
}

/** Why a file cannot be opened; `busy`: the main process did not answer as it should. */
export type BackupProblem = Exclude<OpenedBackup["kind"], "open"> | "busy";

export type BackupState =
  | { readonly step: "idle" }
  | ({ readonly step: "writing" } & Progress)
  | { readonly step: "written"; readonly made: BackupMade }
  /** A file is chosen: its passphrase is asked for. */
  | {
      readonly step: "chosen";
      readonly file: BackupFile;
      readonly problem: BackupProblem | null;
      readonly opening: boolean;
    }
  | ({ readonly step: "reading"; readonly file: BackupFile } & Progress)
  | {
      readonly step: "preview";
      readonly file: BackupFile;
      readonly manifest: BackupManifest;
      readonly preview: RestorePreview;
    }
  | ({ readonly step: "restoring"; readonly file: BackupFile } & Progress)
  | {
      readonly step: "restored";
      readonly file: BackupFile;
      readonly restored: Restored;
      /** What Undo takes back; null = nothing was written. */
      readonly command: string | null;
      /** Its entries of the journal have greater numbers. */
      readonly after: number;
    };

export interface BackupSession {
  state(): BackupState;
  subscribe(listener: () => void): () => void;
  write(asked: { readonly name: string; readonly passphrase: string }): void;
  choose(): void;
  /** One that was opened from outside, as if it had been chosen. */
  take(file: BackupFile): void;
  open(passphrase: string): void;
  restore(choice: RestoreChoice): void;
  cancel(): void;
  /** Back to the beginning. */
  leave(): void;
}

/** One backup or restore at a time; outlives the page that shows it. */
export function createBackupSession(deps: {
  readonly bridge: Pick<Bridge, "invoke">;
  readonly store: Pick<Store, "page" | "counts" | "getMany" | "marks">;
  readonly undo: Pick<UndoLog, "begin">;
  /** What is this person's to bring back, and what a server's. */
  readonly rights: () => RestoreRights;
  /** The newest entry of the journal. */
  readonly newest: () => number;
}): BackupSession {
  const { bridge, store } = deps;
  const listeners = new Set<() => void>();
  let state: BackupState = { step: "idle" };
  let canceled = false;

  function become(next: BackupState): void {
    state = next;
    for (const listener of listeners) listener();
  }
  const watch = {
    onProgress: (done: number, of: number) => {
      if ("done" in state) become({ ...state, done, of });
    },
    isCanceled: () => canceled,
  };
  const START = { done: 0, of: 1, canceling: false };

  async function write(asked: { name: string; passphrase: string }) {
    canceled = false;
    become({ step: "writing", ...START });
    const made = await makeBackup({ bridge, store, ...watch }, asked).catch(
      async (): Promise<BackupMade> => {
        await bridge.invoke("backup/cancel", undefined).catch(() => undefined);
        return { status: "failed", reason: "io" };
      },
    );
    become(
      made.status === "canceled" ? { step: "idle" } : { step: "written", made },
    );
  }

  async function choose(): Promise<void> {
    const { file } = await bridge.invoke("backup/choose", undefined);
    if (file) become({ step: "chosen", file, problem: null, opening: false });
  }

  async function open(file: BackupFile, passphrase: string): Promise<void> {
    canceled = false;
    const refuse = (problem: BackupProblem | null) => {
      void bridge.invoke("backup/close", undefined).catch(() => undefined);
      become({ step: "chosen", file, problem, opening: false });
    };
    become({ step: "chosen", file, problem: null, opening: true });
    try {
      const { key } = file;
      const opened = await bridge.invoke("backup/open", { key, passphrase });
      if (opened.kind !== "open") return refuse(opened.kind);
      const { manifest } = opened;
      become({ step: "reading", file, ...START });
      const look = { bridge, store, ...watch, ...deps.rights() };
      const preview = await previewRestore(look, manifest);
      if (preview === "canceled") return refuse(null);
      if (preview === "damaged") return refuse("damaged");
      become({ step: "preview", file, manifest, preview });
    } catch {
      refuse("busy");
    }
  }

  async function restore(
    { file, manifest }: Extract<BackupState, { step: "preview" }>,
    choice: RestoreChoice,
  ): Promise<void> {
    canceled = false;
    become({ step: "restoring", file, ...START });
    const after = deps.newest();
    const steps = deps.undo.begin(LABEL, file.name);
    const use = { bridge, store, ...watch, ...deps.rights(), steps };
    const restored = await restoreBackup(use, manifest, choice).catch(
      (): Restored => ({ end: "io", made: 0, sent: 0 }),
    );
    const command = await steps.end();
    await bridge.invoke("backup/close", undefined).catch(() => undefined);
    become({
      ...{ step: "restored", file, restored, after },
      command: command?.id ?? null,
    });
  }

  function isFree(): boolean {
    return !("done" in state) && !(state.step === "chosen" && state.opening);
  }
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (asked) => {
      if (isFree()) void write(asked);
    },
    choose: () => {
      if (isFree()) void choose().catch(() => undefined);
    },
    take: (file) => {
      if (isFree())
        become({ step: "chosen", file, problem: null, opening: false });
    },
    open: (passphrase) => {
      if (state.step === "chosen" && isFree())
        void open(state.file, passphrase);
    },
    restore: (choice) => {
      if (state.step === "preview") void restore(state, choice);
    },
    cancel() {
      canceled = true;
      if ("done" in state) become({ ...state, canceling: true });
    },
    leave() {
      if (!isFree()) return;
      void bridge.invoke("backup/close", undefined).catch(() => undefined);
      become({ step: "idle" });
    },
  };
}
