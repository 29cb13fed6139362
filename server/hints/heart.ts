import type { Log } from "../deps.ts";
import type { FeedHeads } from "../storage/feed-heads.ts";
import type { IdentityStorage } from "../storage/identity-storage.ts";

/** A stream that wants to hear regularly that the line is good, and where its company's feed ends. */
export interface Listener {
  readonly tenantId: string;
  readonly deviceId: string;
  beat(head: number): void;
  /** The device may listen no longer, or nobody could say. */
  end(): void;
}

export interface Heart {
  /** @returns leaves */
  join(listener: Listener): () => void;
  stop(): void;
}

/** Streams of a process are asked for in so many groups, one after the other, so that work is even. */
const GROUPS = 20;

/**
 * The heartbeat of all streams of a process: for a group of them at a time one look at the heads and one at the devices.
 * Each stream asking for itself would be two statements a stream and heartbeat.
 */
export function createHeart(deps: {
  readonly feeds: Pick<FeedHeads, "heads">;
  readonly identities: Pick<IdentityStorage, "activeDevices">;
  readonly everyMs: number;
  readonly log: Log;
}): Heart {
  const groups = Array.from({ length: GROUPS }, () => new Set<Listener>());
  let next = 0;
  let turn = 0;
  let timer: NodeJS.Timeout | null = null;

  async function beat(group: ReadonlySet<Listener>): Promise<void> {
    const all = [...group];
    if (all.length === 0) return;
    try {
      const [heads, active] = await Promise.all([
        deps.feeds.heads([...new Set(all.map((one) => one.tenantId))]),
        deps.identities.activeDevices(all),
      ]);
      for (const listener of all) {
        const head = heads.get(listener.tenantId);
        if (head === undefined || !active.has(listener.deviceId))
          listener.end();
        else if (group.has(listener)) listener.beat(head);
      }
    } catch {
      // They come back, to this process or another one, when the database is there again.
      deps.log("heartbeat failed", { streams: all.length });
      for (const listener of all) listener.end();
    }
  }

  function tick(): void {
    const group = groups[turn++ % GROUPS];
    if (group) void beat(group);
    if (groups.some(({ size }) => size > 0)) return;
    if (timer) clearInterval(timer);
    timer = null;
  }

  return {
    join(listener) {
      const group = groups[next++ % GROUPS];
      group?.add(listener);
      timer ??= setInterval(tick, Math.max(1, deps.everyMs / GROUPS));
      return () => group?.delete(listener);
    },
    stop() {
      if (timer) clearInterval(timer);
      timer = null;
    },
  };
}
