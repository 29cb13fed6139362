import type { Log } from "../deps.ts";
import type { Channel, OpenChannel } from "../storage/sql.ts";
import type { FeedHeads } from "../storage/feed-heads.ts";
import { readNews, writeNews, type News } from "./feed-news.ts";
import type { HintHub, LocalHints } from "./hint-hub.ts";

export interface SharingOptions {
  /** How long commits are gathered before one word about all of them goes out. */
  readonly notifyMs: number;
  /** How often the heads of the companies that somebody here listens to are looked up, whatever was heard. */
  readonly pollMs: number;
}

/**
 * Hints of several processes on one database (sync.md §5, D10). Never inside the write transactions: PostgreSQL
 * commits those that notify one after the other, over all companies. Word may get lost; the poll brings what it said.
 */
export function shareHints(
  local: LocalHints,
  openChannel: OpenChannel,
  feeds: FeedHeads,
  options: SharingOptions,
  log: Log,
): HintHub {
  const outbox = new Map<string, News>();
  let flushing: NodeJS.Timeout | null = null;
  let polling: Promise<void> | null = null;

  let channel: Channel | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    flushing = null;
    const texts = writeNews([...outbox.values()]);
    outbox.clear();
    for (const text of texts) await channel?.say(text);
  }

  function poll(): Promise<void> {
    polling ??= lookUp()
      .catch(() => {
        // The next one will do; a database that is away is said elsewhere.
      })
      .finally(() => {
        polling = null;
      });
    return polling;
  }

  async function lookUp(): Promise<void> {
    const told = local.heads();
    if (told.size === 0) return;
    const now = await feeds.heads([...told.keys()]);
    for (const [tenantId, seq] of now) {
      const after = told.get(tenantId) ?? seq;
      if (seq <= after) continue;
      const changed = await feeds.collectionsAfter(tenantId, after);
      local.publish(tenantId, seq, changed);
    }
  }

  return {
    ...local,
    open() {
      channel = openChannel({
        heard: (text) => {
          for (const { tenantId, head, collections } of readNews(text))
            local.publish(tenantId, head, collections);
        },
        // What was said while nobody listened is lost.
        up: () => {
          log("hints of other processes arrive");
          void poll();
        },
        down: (reason) => log("hints of other processes lost", { reason }),
      });
      timer = setInterval(() => void poll(), options.pollMs);
    },
    publish(tenantId, head, collections) {
      const names = [...collections];
      if (names.length === 0) return;
      local.publish(tenantId, head, names);
      if (!channel) return;
      const waiting = outbox.get(tenantId);
      outbox.set(tenantId, {
        tenantId,
        head: Math.max(head, waiting?.head ?? 0),
        collections: new Set([...names, ...(waiting?.collections ?? [])]),
      });
      flushing ??= setTimeout(() => void flush(), options.notifyMs);
    },
    async close() {
      clearInterval(timer);
      if (flushing) {
        clearTimeout(flushing);
        await flush();
      }
      await polling;
      await channel?.close();
      channel = null;
    },
  };
}
