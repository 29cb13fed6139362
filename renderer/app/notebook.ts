import type { ReactNode } from "react";
import type {
  AppInfo,
  Connection,
  ExportResult,
  LocalSettings,
  VaultState,
} from "../../shared/ipc/contract.ts";
import type { SyncControls } from "../features/sync/sync-context.ts";

/** The open notebook: the store around the screens, and the sync engine. */
export interface Notebook {
  /** As it was when the notebook opened; changes come as events. */
  readonly connection: Connection;
  readonly sync: SyncControls;
  /** Puts the local store around what is shown. */
  surround(children: ReactNode): ReactNode;
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
  | { readonly kind: "failed"; readonly details: string };

/** What the composition root gives the screens; everything in it exists once. */
export interface AppParts {
  readonly info: AppInfo;
  readonly settings: LocalSettings;
  openVault(): Promise<VaultState>;
  unlock(passphrase: string): Promise<VaultState>;
  startAfresh(): Promise<unknown>;
  openNotebook(storeKey: Uint8Array): Promise<Notebook | Unopened>;
  /** Rejects when the disk refuses; otherwise the page is loaded again. */
  rebuildStore(): Promise<void>;
  exportUnsent(): Promise<ExportResult>;
  /** A contact number from this device's lease, or a provisional one. */
  takeNumber(): Promise<string>;
  newId(): string;
}
