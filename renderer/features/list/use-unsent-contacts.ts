import { useEffect, useState } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";

/** Ids of contacts with unsent work, from the outbox; kept current. */
export function useUnsentContacts(): ReadonlySet<string> {
  const { pending } = useLocalStore();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
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
  }, [pending]);
  return ids;
}
