import type { ReactNode } from "react";
import type { AppInfo } from "../../shared/ipc/app.ts";
import type { ExportResult } from "../../shared/ipc/notebook.ts";
import type { Connection } from "../../shared/ipc/server.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import type { UpdateCopy } from "../../shared/ipc/updates.ts";
import type { VaultState } from "../../shared/ipc/vault.ts";
import type { SyncControls } from "../features/sync/sync-context.ts";

/** The open notebook: the store around the screens, and the sync engine. */
export interface Notebook {
  /** As it was when the notebook opened; changes come as events. */
  readonly connection: Connection;
  readonly sync: SyncControls;
  /** Puts the local store around what is shown. */
  surround(children: ReactNode): ReactNode;
  /** Keeps all that is typed, and copies the readable data, before another version takes over. */
  prepareToReplace(): Promise<UpdateCopy>;
  /** The person changed a setting that the engine must know. */
  configure(settings: LocalSettings): void;
}

/** Why there is no notebook to show. */
export type Unopened =
  /** Written by a later version; nothing was touched. */
  | { readonly kind: "newer-version"; readonly unsent: number }
  /** The readable copy cannot be read; journal and connection are fine. */
  | {
      readonly kind: "damaged-store";
      readonly unsent: number;
      readonly details: string;
    }
  /** The readable copy that was here is gone; what it held is to be brought back from elsewhere. */
  | {
      readonly kind: "wiped-store";
      readonly unsent: number;
      /** Instant of the newest snapshot; null = there is none. */
      readonly snapshotAt: number | null;
      readonly isConnected: boolean;
    }
  | { readonly kind: "failed"; readonly details: string };

/** What the composition root gives the screens; everything in it exists once. */
export interface AppParts {
  readonly info: AppInfo;
  readonly settings: LocalSettings;
  openVault(): Promise<VaultState>;
  unlock(passphrase: string | null): Promise<VaultState>;
  recover(code: string, passphrase: string): Promise<VaultState>;
  /** Keeps what is half typed; then the page is loaded again. */
  lock(): Promise<unknown>;
  newRecoveryCode(): Promise<string>;
  keepRecoveryCode(typed: string): Promise<boolean>;
  saveRecoveryCode(code: string): Promise<{ readonly saved: boolean }>;
  startAfresh(): Promise<unknown>;
  /** `anew`: the person knows that the readable copy is gone. `careful`: nothing is sent or received. */
  openNotebook(
    storeKey: Uint8Array,
    how?: { readonly anew?: boolean; readonly careful?: boolean },
  ): Promise<Notebook | Unopened>;
  /** Something is to be seen. */
  shown(): void;
  /** For whoever is asked for help; nobody's data. */
  diagnostics(): Promise<string>;
  /** Rejects when the disk refuses; otherwise the page is loaded again. */
  rebuildStore(): Promise<void>;
  exportUnsent(): Promise<ExportResult>;
  /** A contact number from this device's lease, or a provisional one. */
  takeNumber(): Promise<string>;
  newId(): string;
}
