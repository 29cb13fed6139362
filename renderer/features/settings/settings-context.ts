import { createContext, useContext } from "react";
import type { AppInfo } from "../../../shared/ipc/app.ts";
import type { Connection } from "../../../shared/ipc/server.ts";
import type { LocalSettings } from "../../../shared/ipc/settings.ts";
import type { Protection } from "../../../shared/ipc/vault.ts";
import type { DeviceInfo } from "../../../shared/sync/protocol.ts";

/** This device's settings; a change counts at once. */
export interface SettingsAccess {
  readonly settings: LocalSettings;
  readonly connection: Connection;
  readonly info: AppInfo;
  /** Where the data key is kept; null until the vault is open. */
  readonly protectedBy: "keystore" | "passphrase" | null;
  readonly vault: {
    readonly protectedBy: "keystore" | "passphrase" | null;
    /** There is a recovery code. */
    readonly recovery: boolean;
    protect(
      passphrase: string | null,
      present: string | null,
    ): Promise<Protection>;
    lock(): Promise<unknown>;
    newRecoveryCode(): Promise<string>;
    keepRecoveryCode(typed: string): Promise<boolean>;
    saveRecoveryCode(code: string): Promise<{ readonly saved: boolean }>;
  };
  /** False when the disk refused; then everything is as before. */
  change(patch: Partial<LocalSettings>): Promise<boolean>;
  /** What waits to be sent is kept. False when the device could not be forgotten. */
  disconnect(): Promise<boolean>;
  /** Newest contact first; null while the server cannot be asked. */
  listDevices(everyone: boolean): Promise<readonly DeviceInfo[] | null>;
  /** False when the server did not take it. `wipe`: the device erases what it holds at its next contact. */
  revokeDevice(id: string, wipe: boolean): Promise<boolean>;
  /** For whoever is asked for help; nobody's data. */
  diagnostics(): Promise<string>;
  openLogs(): void;
  /** For what should be sent before one disconnects. */
  syncNow(): void;
}

export const SettingsContext = createContext<SettingsAccess | null>(null);

export function useSettings(): SettingsAccess {
  const access = useContext(SettingsContext);
  if (access === null) throw new Error("No settings around this component.");
  return access;
}
