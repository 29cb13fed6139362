import { useEffect, useState } from "react";
import { useSession } from "../../ui/session.ts";
import { useLocalStore } from "../../local-store/store-context.ts";

/** Ids of contacts with unsent work, from the outbox; kept current. Where no server has ever been, nothing waits for one. */
export function useUnsentContacts(): ReadonlySet<string> {
  const { pending } = useLocalStore();
  const { alone } = useSession();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (alone) return setIds(new Set());
    const read = () =>
      setIds(
        new Set(
          [...pending.pendingEntries(), ...pending.heldEntries()]
            .flatMap((entry) => entry.ops)
            .flatMap((op) => (op.c === "contacts" ? [op.id] : [])),
        ),
      );
    read();
    return pending.subscribe(read);
  }, [pending, alone]);
  return ids;
}
