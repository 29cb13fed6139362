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
  change(patch: Partial<LocalSettings>): void;
  disconnect(): void;
}

export const SettingsContext = createContext<SettingsAccess | null>(null);

export function useSettings(): SettingsAccess {
  const access = useContext(SettingsContext);
  if (access === null) throw new Error("No settings around this component.");
  return access;
}
