import { backoffMs } from "./backoff.ts";
import type { UploadAnswer, UploadSource } from "./upload.ts";

/** Sent files are asked for again for as long as the journal keeps what was sent: the server may have been restored. */
const DOUBTED_MS = 30 * 86_400_000;

export interface UploadQueue {
  /** A file was added, text has gone out: whatever may let the next one go. A pause after a failure goes on. */
  wake(): void;
  /** A line came up: a pause ends, unless the server itself has asked for it. */
  lineIsUp(): void;
  /** The feed that the server's last answer spoke of. Another one than before: it may have lost what was sent. */
  heard(epoch: string): void;
  /** Files that the server does not have yet. */
  waiting(): Promise<number>;
  /** Files that the server will never take. */
  refused(): Promise<number>;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}

/** Where the bytes lie; a file is known by a name that says nothing. */
export interface UploadShelf {
  /** Names of those that wait, oldest first. */
  waiting(): Promise<readonly string[]>;
  refusedOnes(): Promise<readonly string[]>;
  /** Names of those that the server was known to have at `sinceMs` (Unix ms) or later. */
  sentSince(sinceMs: number): Promise<readonly string[]>;
  /** Null: gone, or what the disk gives back is not what was put there; that one waits no longer. */
  open(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The server has it whole. */
  sent(name: string): Promise<void>;
  /** The server will never take it; its bytes stay. */
  refused(name: string): Promise<void>;
}

export interface UploadQueueDeps {
  readonly shelf: UploadShelf;
  readonly send: (
    file: UploadSource,
  ) => Promise<UploadAnswer | { readonly status: "not-connected" }>;
  /** Of bytes, lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** Unsent text waits: it goes first, also between two pieces of a file that is under way. */
  readonly textWaits: () => Promise<boolean>;
  /** Unix ms. */
  readonly now: () => number;
  /** Calls `fn` once after `ms`; the answer cancels. */
  readonly after: (ms: number, fn: () => void) => () => void;
  /** In [0, 1): jitter of the pauses. */
  readonly random: () => number;
  /** What the person at the terminal may want to know; nobody's data. */
  readonly warn: (line: string) => void;
}

/** `later`: somebody will wake it. */
type Outcome =
  "next" | "later" | { readonly retryAfterMs?: number | undefined };

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
  let pausing: { readonly byServer: boolean; cancel(): void } | null = null;
  let epoch: string | null = null;
  /** What was sent to this feed or an earlier one, and was not asked about since it is this feed. */
  let doubted: readonly string[] | null = null;

  function wake(): void {
    if (closed) return;
    again = true;
    if (pausing) return;
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

  function pause(retryAfterMs?: number): void {
    if (closed) return;
    const ms = Math.max(retryAfterMs ?? 0, backoffMs(failures, deps.random()));
    failures += 1;
    const cancel = deps.after(ms, () => {
      pausing = null;
      wake();
    });
    pausing = { byServer: retryAfterMs !== undefined, cancel };
  }

  async function next(): Promise<string | undefined> {
    const [first] = await shelf.waiting();
    if (first !== undefined) return first;
    // Before the feed is known a doubt would be settled too early.
    if (epoch === null) return undefined;
    doubted ??= await shelf.sentSince(deps.now() - DOUBTED_MS);
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

  async function attempt(name: string): Promise<Outcome> {
    const asked = epoch;
    const bytes = await shelf.open(name);
    const done = () => {
      // What an earlier feed has said is no answer to a doubt about this one.
      if (asked === epoch)
        doubted = doubted?.filter((one) => one !== name) ?? null;
      return "next" as const;
    };
    if (!bytes) {
      deps.warn("uploads: a file cannot be read any more");
      return done();
    }
    try {
      const answer = await deps.send(sourceOf(bytes));
      switch (answer.status) {
        case "ok":
          if (!answer.body.stored) return {};
          await shelf.sent(name);
          return done();
        case "not-connected":
          return "later";
        case "unreachable":
          return {};
        case "refused": {
          const { http, code, retryAfterMs } = answer;
          if (UNTIL_CONNECTED.has(http)) return "later";
          if (!NEVER.has(http)) return { retryAfterMs };
          deps.warn(`uploads: refused, ${code}`);
          await shelf.refused(name);
          return done();
        }
      }
    } catch (error) {
      if (error instanceof TextGoesFirst) return "later";
      throw error;
    }
  }

  function sourceOf(bytes: Uint8Array<ArrayBuffer>): UploadSource {
    return {
      sha256: deps.sha256(bytes),
      bytes: bytes.length,
      async read(from, to) {
        if (closed || (await deps.textWaits())) throw new TextGoesFirst();
        return bytes.slice(from, to);
      },
    };
  }

  return {
    wake,
    lineIsUp() {
      if (pausing && !pausing.byServer) {
        pausing.cancel();
        pausing = null;
      }
      wake();
    },
    heard(now) {
      if (now === epoch) return;
      epoch = now;
      doubted = null;
      wake();
    },
    waiting: async () => (await shelf.waiting()).length,
    refused: async () => (await shelf.refusedOnes()).length,
    async close() {
      closed = true;
      pausing?.cancel();
      await running;
    },
  };
}

/** Cannot be read as an upload, or is too large: the same bytes will be refused again. */
const NEVER = new Set([400, 413, 415]);
/** The device is unknown, revoked or too old: asking again would only annoy, whoever mends it wakes the queue. */
const UNTIL_CONNECTED = new Set([401, 403, 426]);
