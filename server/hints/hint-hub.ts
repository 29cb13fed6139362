import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Hint } from "../../shared/sync/protocol.ts";

export interface HintHub {
  /** Something was committed. Hints of one tenant are gathered for a moment and sent as one. */
  publish(
    tenantId: string,
    head: number,
    collections: ReadonlySet<CollectionName>,
  ): void;
  /** `closed`: the server is going down. @returns unsubscribe */
  subscribe(
    tenantId: string,
    listener: (hint: Hint) => void,
    closed: () => void,
  ): () => void;
  close(): void;
}

/** Hints within one process. A lost hint costs nothing: a heartbeat carries the head, and every connect pulls. */
export function createHintHub(coalesceMs: number): HintHub {
  const listeners = new Map<string, Set<(hint: Hint) => void>>();
  const closers = new Set<() => void>();
  const gathered = new Map<
    string,
    { head: number; collections: Set<string>; timer: NodeJS.Timeout }
  >();

  function send(tenantId: string): void {
    const hint = gathered.get(tenantId);
    gathered.delete(tenantId);
    if (!hint) return;
    const { head, collections } = hint;
    for (const listener of listeners.get(tenantId) ?? [])
      listener({ head, collections: [...collections].sort() });
  }

  return {
    publish(tenantId, head, collections) {
      if (collections.size === 0 || !listeners.has(tenantId)) return;
      const waiting = gathered.get(tenantId) ?? {
        head,
        collections: new Set<string>(),
        timer: setTimeout(() => send(tenantId), coalesceMs),
      };
      waiting.head = Math.max(waiting.head, head);
      for (const name of collections) waiting.collections.add(name);
      gathered.set(tenantId, waiting);
    },
    subscribe(tenantId, listener, closed) {
      closers.add(closed);
      const mine = listeners.get(tenantId) ?? new Set();
      mine.add(listener);
      listeners.set(tenantId, mine);
      return () => {
        closers.delete(closed);
        mine.delete(listener);
        if (mine.size === 0 && listeners.get(tenantId) === mine)
          listeners.delete(tenantId);
      };
    },
    close() {
      for (const { timer } of gathered.values()) clearTimeout(timer);
      gathered.clear();
      listeners.clear();
      for (const closed of [...closers]) closed();
    },
  };
}
