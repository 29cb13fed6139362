import { useMemo, useSyncExternalStore, type ReactNode } from "react";
import { isAlone } from "../../shared/sync/is-alone.ts";
import { useOwnSalesperson } from "../features/setup/use-own-salesperson.ts";
import { useSyncControls } from "../features/sync/sync-context.ts";
import { SessionContext, useSession, type Session } from "../ui/session.ts";

/** What the open notebook knows of whose it is, as long as no server says it: one user is one salesperson. */
export function OwnSession({ children }: { children: ReactNode }) {
  const session = useSession();
  const { status, subscribe } = useSyncControls();
  const alone = useSyncExternalStore(subscribe, () => isAlone(status()));
  const { name, salesperson } = useOwnSalesperson(alone) ?? {};
  const mine = useMemo<Session>(() => {
    if (!alone) return session;
    const owner =
      name === undefined || salesperson === undefined
        ? session.owner
        : { name, salesperson };
    return { ...session, alone, owner };
  }, [session, alone, name, salesperson]);
  return <SessionContext value={mine}>{children}</SessionContext>;
}
