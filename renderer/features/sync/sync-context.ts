import {
  createContext,
  useCallback,
  useContext,
  useSyncExternalStore,
} from "react";
import type { SyncStatus } from "../../../shared/sync/status.ts";
import { createThrottle } from "../../local-store/throttle.ts";

/** An import saves a thousand groups, and every screen shows what waits. */
const DRAW_EVERY_MS = 100;

/** What the screens may ask of the sync engine. */
export interface SyncControls {
  /** The same object until something changes. */
  status(): SyncStatus;
  subscribe(listener: () => void): () => void;
  syncNow(): void;
  /** Bytes of the journal on the disk, written ahead ones included. */
  journalBytes(): Promise<number>;
}

export const SyncContext = createContext<SyncControls | null>(null);

export function useSyncControls(): SyncControls {
  const controls = useContext(SyncContext);
  if (controls === null) throw new Error("No sync around this component.");
  return controls;
}

export function useSyncStatus(): SyncStatus {
  const controls = useSyncControls();
  const subscribe = useCallback(
    (listener: () => void) =>
      controls.subscribe(createThrottle(listener, DRAW_EVERY_MS)),
    [controls],
  );
  return useSyncExternalStore(subscribe, controls.status);
}
