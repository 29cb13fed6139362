import { createContext, useContext } from "react";
import type { LocalSettings } from "../../../shared/ipc/settings.ts";
import type {
  InstallStatus,
  UpdateState,
} from "../../../shared/ipc/updates.ts";

type UpdateSettings = Pick<LocalSettings, "updateAddress" | "updateChecks">;

/** Newer versions of this program. */
export interface UpdatesAccess {
  readonly state: UpdateState;
  readonly settings: UpdateSettings;
  /** Looks now; `state` tells what is found. */
  check(): void;
  /** Keeps what is typed, makes a snapshot, then the window closes and the new version starts. */
  install(): Promise<InstallStatus>;
  change(settings: UpdateSettings): void;
}

export const UpdatesContext = createContext<UpdatesAccess | null>(null);

export function useUpdates(): UpdatesAccess {
  const access = useContext(UpdatesContext);
  if (access === null) throw new Error("No updates around this component.");
  return access;
}
