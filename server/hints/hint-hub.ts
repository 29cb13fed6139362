import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Hint } from "../../shared/sync/protocol.ts";

export interface HintHub {
  /** Something was committed. Hints of one tenant are gathered for a moment and sent as one. */
  publish(
    tenantId: string,
    head: number,
    collections: Iterable<CollectionName>,
  ): void;
  /**
   * @param head of the feed, read before: what is committed after it is a hint for this listener
   * @param closed the server is going down
   * @returns unsubscribe
   */
  subscribe(
    tenantId: string,
    head: number,
    listener: (hint: Hint) => void,
    closed: () => void,
  ): () => void;
  /** Streams that are open. */
  listeners(): number;
  /** From now on other processes are heard, and hear this one. */
  open(): void;
  /** Tells every listener that this process goes down; what is committed from now on is for the others. */
  leave(): void;
  /** Nothing more will be published. */
  close(): Promise<void>;
}

export interface LocalHints extends HintHub {
  /** Tenants that somebody listens to, and up to where all of their listeners have been told. */
  heads(): ReadonlyMap<string, number>;
}

interface Room {
  readonly listeners: Set<(hint: Hint) => void>;
  /** Of the last hint that was sent or is about to be. */
  head: number;
  readonly collections: Set<CollectionName>;
  timer: NodeJS.Timeout | null;
}

/** Hints within one process. A lost hint costs nothing: a heartbeat carries the head, and every connect pulls. */
export function createLocalHints(coalesceMs: number): LocalHints {
  const rooms = new Map<string, Room>();
  const closers = new Set<() => void>();
  let left = false;

  function send(room: Room): void {
    const { head } = room;
    const collections = [...room.collections].sort();
    room.timer = null;
    room.collections.clear();
    for (const listener of room.listeners) listener({ head, collections });
  }

  return {
    publish(tenantId, head, collections) {
      const room = rooms.get(tenantId);
      const names = [...collections];
      if (names.length === 0 || !room) return;
      room.head = Math.max(room.head, head);
      for (const name of names) room.collections.add(name);
      room.timer ??= setTimeout(() => send(room), coalesceMs);
    },
    subscribe(tenantId, head, listener, closed) {
      if (left) {
        closed();
        return () => {};
      }
      closers.add(closed);
      const room = rooms.get(tenantId) ?? {
        listeners: new Set(),
        head,
        collections: new Set(),
        timer: null,
      };
      rooms.set(tenantId, room);
      room.listeners.add(listener);
      return () => {
        closers.delete(closed);
        room.listeners.delete(listener);
        if (room.listeners.size > 0 || rooms.get(tenantId) !== room) return;
        rooms.delete(tenantId);
        if (room.timer) clearTimeout(room.timer);
      };
    },
    listeners: () => closers.size,
    heads: () =>
      new Map([...rooms].map(([tenantId, { head }]) => [tenantId, head])),
    open() {},
    leave() {
      left = true;
      for (const { timer } of rooms.values()) if (timer) clearTimeout(timer);
      rooms.clear();
      for (const closed of [...closers]) closed();
    },
    close: () => Promise.resolve(),
  };
}
