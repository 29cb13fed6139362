import { useRef, useSyncExternalStore } from "react";
import type { RestoreRights } from "../../../shared/sync/restore-document.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { Store } from "../../local-store/store.ts";
import { bridge } from "../../platform/bridge.ts";
import { useSession, type Owner } from "../../ui/session.ts";
import {
  createBackupSession,
  type BackupSession,
  type BackupState,
} from "./backup-session.ts";

interface Kept {
  readonly session: BackupSession;
  /** Whose notebook it is by now. */
  owner: Owner;
}

/** One for each open notebook: leaving the page does not end a backup. */
const sessions = new WeakMap<Store, Kept>();

export function useBackup(): {
  readonly state: BackupState;
  readonly session: BackupSession;
} {
  const { store, undo, pending } = useLocalStore();
  const { owner } = useSession();
  const kept = useRef<Kept | null>(null);
  kept.current = sessions.get(store) ?? newSession();
  kept.current.owner = owner;
  sessions.set(store, kept.current);
  const { session } = kept.current;
  const state = useSyncExternalStore(session.subscribe, session.state);
  return { state, session };

  function newSession(): Kept {
    const made: Kept = {
      owner,
      session: createBackupSession({
        ...{ bridge, store, undo },
        rights: () => rightsOf(made.owner),
        newest: () =>
          Math.max(pending.sent(), pending.pendingEntries().at(-1)?.d ?? 0),
      }),
    };
    return made;
  }
}

function rightsOf({ role }: Owner): RestoreRights {
  return {
    connected: role !== undefined,
    manages: role === undefined || role === "manager" || role === "admin",
  };
}
