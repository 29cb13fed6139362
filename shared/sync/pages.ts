import { syncedCollections } from "../entities/registry.ts";
import { deletionsKnown } from "./next-checkpoint.ts";
import type { Checkpoint, Replica, Transport } from "./ports.ts";
import type { Cursors, PullAnswer } from "./protocol.ts";
import type { Reply } from "./reply.ts";

/**
 * The feed page by page. While one page is being stored the next one is asked for and prepared, so that neither the
 * line nor the disk waits for the other; they are stored in their order.
 */
export interface Pages {
  /** The page that begins at `from`. `link`: which connection asks; an answer to an earlier one is no answer. */
  take(from: Checkpoint, link: number): Promise<Page>;
  /** Asks for the page that will be taken next. */
  askAhead(from: Checkpoint, link: number): void;
  /**
   * Half duplex: resolves when the page that was asked for ahead is stored or has failed. Its checkpoint is not
   * written then, so it comes once more.
   */
  giveUpAhead(): Promise<void>;
}

export interface Page {
  readonly reply: Reply<PullAnswer>;
  /** Resolves when its documents are durable. */
  readonly stored: Promise<void>;
}

interface Asked {
  readonly cursors: Cursors;
  readonly link: number;
  readonly page: Promise<Page>;
}

const NOBODY_ASKS: Page = {
  reply: { kind: "unreachable", reason: "not-connected" },
  stored: Promise.resolve(),
};

export function createPages(deps: {
  readonly transport: Pick<Transport, "pull">;
  readonly replica: Pick<Replica, "applyServer">;
  /** Most documents of a page, now. */
  readonly limit: () => number;
  /** Entries up to here no longer count as unsent. */
  readonly acked: () => number;
  readonly isCurrent: (link: number) => boolean;
}): Pages {
  let ahead: Asked | null = null;

  async function ask(from: Checkpoint, link: number): Promise<Page> {
    const reply = await deps.transport.pull({
      ...deletionsKnown(from),
      epoch: from.epoch,
      cursors: everyCollection(from.cursors),
      limit: deps.limit(),
    });
    if (!deps.isCurrent(link) || reply.kind !== "answer")
      return { reply, stored: Promise.resolve() };
    const { epoch, docs } = reply.value;
    const stored = deps.replica.applyServer(epoch, docs, deps.acked());
    // Told to whoever takes the page.
    stored.catch(() => {});
    return { reply, stored };
  }

  async function giveUpAhead(): Promise<void> {
    const given = ahead;
    ahead = null;
    if (!given) return;
    const page = await given.page.catch(() => null);
    await page?.stored.catch(() => {});
  }

  return {
    giveUpAhead,
    async take(from, link) {
      const asked = ahead;
      if (asked?.cursors === from.cursors && asked.link === link) {
        ahead = null;
        return asked.page;
      }
      await giveUpAhead();
      // A newer connection asks by itself: this one would ask beside it.
      return deps.isCurrent(link) ? ask(from, link) : NOBODY_ASKS;
    },
    askAhead(from, link) {
      const page = ask(from, link);
      page.catch(() => {});
      ahead = { cursors: from.cursors, link, page };
    },
  };
}

/** A server sends what it is asked for, and 0 means from the start. */
export function everyCollection(cursors: Cursors): Cursors {
  return Object.fromEntries(syncedCollections.map((c) => [c, cursors[c] ?? 0]));
}
