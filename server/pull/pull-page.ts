import type { PullAnswer, PullRequest } from "../../shared/sync/protocol.ts";
import { MAX_PULL } from "../../shared/sync/protocol.ts";
import {
  entityOf,
  isCollection,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import { HttpError } from "../http/http-error.ts";
import { bucketsOf, type Caller } from "../push/caller.ts";
import { toEnvelope } from "../push/envelope.ts";
import type { SavedDocument, SyncStorage } from "../storage/sync-storage.ts";
import { lettersOf, MAX_LETTERS } from "./fitting.ts";

/** What a new device needs first comes first (sync.md §10). */
export const PULL_ORDER: readonly CollectionName[] = [
  "settings",
  "codes",
  "tasks",
  "contacts",
  "opportunities",
  "accounts",
  "interactions",
  "notes",
  "files",
  "purchases",
];

/**
 * The next page of the feed: whole collections in a fixed order, each by its own cursor. The head is read first and
 * bounds everything, so a document that changes meanwhile is left for the next page and never skipped.
 *
 * `more: false` is the only sign of the end: a page may be short for other reasons.
 */
export async function pullPage(
  storage: SyncStorage,
  caller: Caller,
  request: Omit<PullRequest, "proto" | "schema">,
): Promise<PullAnswer> {
  const cursors = cursorsOf(request.cursors);
  const head = await storage.head(caller.tenantId);
  if (request.epoch !== null && request.epoch !== head.epoch)
    throw new HttpError("epoch_changed", `The feed is now ${head.epoch}.`);
  const { deletionsUpTo } = request;
  if (missesDeletions([...cursors.values()], head.gcSeq, deletionsUpTo))
    throw new HttpError("cursor_too_old", "Deletions have been forgotten.");
  const limit = Math.min(request.limit ?? MAX_PULL, MAX_PULL);
  const buckets = bucketsOf(caller);
  const waiting = await storage.changedCollections(
    caller.tenantId,
    buckets,
    cursors,
    head.seq,
  );
  const found: SavedDocument[] = [];
  const answered = unknownCursors(request.cursors);
  let more = false;
  let letters = 0;
  for (const [collection, after] of cursors) {
    const room = letters < MAX_LETTERS ? limit - found.length : 0;
    if (!waiting.has(collection)) {
      // A cursor ahead of the head (a restored or lagging database) is left alone, never moved back.
      answered[collection] = Math.max(after, head.seq);
    } else if (room <= 0) {
      answered[collection] = after;
      more = true;
    } else {
      // One more than fits: so the last page says that it is the last.
      const page = { collection, buckets, after, upTo: head.seq };
      const next = await storage.feed(caller.tenantId, {
        ...page,
        limit: room + 1,
      });
      const documents: SavedDocument[] = [];
      for (const document of next.slice(0, room)) {
        if (letters >= MAX_LETTERS) break;
        letters += lettersOf(document);
        documents.push(document);
      }
      found.push(...documents);
      const rest = next.length > documents.length;
      more ||= rest;
      answered[collection] = rest ? (documents.at(-1)?.seq ?? after) : head.seq;
    }
  }
  return {
    epoch: head.epoch,
    head: head.seq,
    more,
    cursors: answered,
    docs: found.map(toEnvelope),
  };
}

/**
 * A cursor behind the horizon has missed deletions. Not so in the middle of a first reading, which has not come that
 * far yet. The device tells which it is; where it does not, a first reading is known by its cursors: it is in one
 * collection, has read some to their end and begun none of the others.
 *
 * @param known the deletions that the device knows of
 */
function missesDeletions(
  cursors: readonly number[],
  gcSeq: number,
  known: number | undefined,
): boolean {
  if (known !== undefined)
    return known < gcSeq && cursors.some((cursor) => cursor > 0);
  const behind = cursors.filter((cursor) => cursor > 0 && cursor < gcSeq);
  if (behind.length === 0) return false;
  return behind.length > 1 || cursors.length === 1;
}

/** `{}` = every collection from its start; otherwise exactly those named that this server has. */
function cursorsOf(
  asked: Readonly<Record<string, number>>,
): Map<CollectionName, number> {
  const names = Object.keys(asked);
  const wanted = PULL_ORDER.filter(
    (name) => names.length === 0 || names.includes(name),
  );
  return new Map(wanted.map((name) => [name, asked[name] ?? 0]));
}

/**
 * Collections that this server does not have go back unread: a newer client must not be stopped by an older server,
 * nor be told that it has read what it will get only after the server's next update.
 */
function unknownCursors(
  asked: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(asked).filter(
      ([name]) => !isCollection(name) || entityOf(name).localOnly,
    ),
  );
}
