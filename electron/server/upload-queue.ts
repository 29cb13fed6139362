import { createHash } from "node:crypto";
import { backoffMs } from "../../shared/sync/backoff.ts";
import type { FileShelf } from "../os/file-shelf.ts";
import type { HttpAnswer } from "./http.ts";
import type { UploadSource } from "./upload.ts";

/** Sent files are asked for again for as long as the journal keeps what was sent: the server may have been restored. */
const DOUBTED_MS = 30 * 86_400_000;

export interface UploadQueue {
  /** A file was added, text has gone out, a line came up: whatever may let the next one go. */
  wake(): void;
  /** Files that the server does not have yet. */
  waiting(): Promise<number>;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}

export interface UploadQueueDeps {
  readonly shelf: Pick<
    FileShelf,
    "waiting" | "sentSince" | "open" | "sent" | "refused"
  >;
  readonly send: (
    file: UploadSource,
  ) => Promise<HttpAnswer<unknown> | { readonly status: "not-connected" }>;
  /** Unsent text waits: it goes first, also between two pieces of a file that is under way. */
  readonly textWaits: () => Promise<boolean>;
  readonly now: () => number;
  /** In [0, 1): jitter of the pauses. */
  readonly random: () => number;
  /** What the person at the terminal may want to know; nobody's data. */
  readonly warn: (line: string) => void;
}

/** Thrown between two pieces; what has arrived stays there. */
class TextGoesFirst extends Error {}

/**
 * Uploads what waits on the shelf, oldest first, one at a time, from where an earlier try has come to (sync.md §9, D13).
 * A file leaves the queue when the server has compared the whole with its hash, or said that it will never take it:
 * one bad file does not hold back the others. Survives any end of the app, because the shelf is the queue.
 */
export function createUploadQueue(deps: UploadQueueDeps): UploadQueue {
  const { shelf } = deps;
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  /** What was sent before this start, and was not asked about since. */
  let doubted: string[] | null = null;

  function wake(): void {
    if (closed) return;
    clearTimeout(timer);
    again = true;
    running ??= work()
      .catch((error: unknown) => {
        deps.warn(`uploads: ${String(error)}`);
        pause();
      })
      .finally(() => {
        running = null;
        // Woken in the moment in which it went to sleep.
        if (again) wake();
      });
  }

  function pause(retryAfterMs = 0): void {
    if (closed) return;
    const ms = Math.max(retryAfterMs, backoffMs(failures, deps.random()));
    failures += 1;
    timer = setTimeout(wake, ms);
  }

  async function next(): Promise<string | undefined> {
    const [first] = await shelf.waiting();
    if (first !== undefined) return first;
    doubted ??= [...(await shelf.sentSince(deps.now() - DOUBTED_MS))];
    return doubted[0];
  }

  async function work(): Promise<void> {
    while (!closed) {
      again = false;
      if (await deps.textWaits()) return;
      const name = await next();
      if (name === undefined) return;
      const outcome = await attempt(name);
      if (outcome === "next") failures = 0;
      else if (outcome === "later") return;
      else return pause(outcome.retryAfterMs);
    }
  }

  async function attempt(
    name: string,
  ): Promise<"next" | "later" | { readonly retryAfterMs?: number }> {
    const bytes = await shelf.open(name);
    const done = () => {
      doubted = doubted?.filter((one) => one !== name) ?? null;
      return "next" as const;
    };
    if (!bytes) {
      deps.warn("uploads: a file cannot be read any more");
      return done();
    }
    try {
      const answer = await deps.send(sourceOf(bytes));
      if (answer.status === "ok") {
        await shelf.sent(name);
        return done();
      }
      if (answer.status === "not-connected") return "later";
      if (answer.status === "unreachable") return {};
      if (NEVER.has(answer.http)) {
        deps.warn(`uploads: refused, ${answer.code}`);
        await shelf.refused(name);
        return done();
      }
      const { retryAfterMs } = answer;
      return retryAfterMs === undefined ? {} : { retryAfterMs };
    } catch (error) {
      if (error instanceof TextGoesFirst) return "later";
      throw error;
    }
  }

  function sourceOf(bytes: Buffer): UploadSource {
    return {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      async read(from, to) {
        if (closed || (await deps.textWaits())) throw new TextGoesFirst();
        return new Uint8Array(bytes.subarray(from, to));
      },
    };
  }

  return {
    wake,
    waiting: async () => (await shelf.waiting()).length,
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Cannot be read as an upload, or is too large: the same bytes will be refused again. */
const NEVER = new Set([400, 413, 415]);
