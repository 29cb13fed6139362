import { createContext, useContext } from "react";
import type {
  AppInfo,
  Connection,
  LocalSettings,
} from "../../../shared/ipc/contract.ts";

/** This device's settings; a change counts at once. */
export interface SettingsAccess {
  readonly settings: LocalSettings;
  readonly connection: Connection;
  readonly info: AppInfo;
  /** Where the data key is kept; null until the vault is open. */
  readonly protectedBy: "keystore" | "passphrase" | null;
  /** False when the disk refused; then everything is as before. */
  change(patch: Partial<LocalSettings>): Promise<boolean>;
  /** What waits to be sent is kept. False when the device could not be forgotten. */
  disconnect(): Promise<boolean>;
  /** For what should be sent before one disconnects. */
  syncNow(): void;
}

export const SettingsContext = createContext<SettingsAccess | null>(null);

export function useSettings(): SettingsAccess {
  const access = useContext(SettingsContext);
  if (access === null) throw new Error("No settings around this component.");
  return access;
}
