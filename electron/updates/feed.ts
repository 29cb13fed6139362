import { verify, type KeyObject } from "node:crypto";
import { UpdateFeed } from "../../shared/ipc/updates.ts";

/** Nothing that is signed is longer. */
const FEED_MAX = 200_000;
const SIGNATURE_BYTES = 64;

/** Not from who made this package, or not what they said. */
export class Tampered extends Error {
  readonly reason: "foreign-feed" | "changed-package";
  constructor(reason: Tampered["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * The feed and, beside it under `.sig`, 64 bytes of Ed25519 over it in base64. Throws `Tampered` where the signature is
 * not of `key`, before a byte of the feed is read as anything.
 */
export async function readFeed(deps: {
  readonly fetch: (url: string) => Promise<Response>;
  readonly folder: string;
  readonly name: string;
  readonly key: KeyObject;
}): Promise<UpdateFeed> {
  const get = async (name: string) => {
    const answer = await deps.fetch(new URL(name, deps.folder).href);
    if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
    const bytes = await bodyOf(answer, FEED_MAX);
    if (bytes === null)
      throw new Tampered("foreign-feed", `${name} is too long`);
    return bytes;
  };
  const feed = await get(deps.name);
  const signature = await get(`${deps.name}.sig`);
  return openFeed(feed, signature.toString("latin1"), deps.key);
}

/** Null once it is longer: a server may go on for ever. */
async function bodyOf(answer: Response, max: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > max) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export function openFeed(
  feed: Uint8Array,
  signature: string,
  key: KeyObject,
): UpdateFeed {
  const bytes = Buffer.from(signature.trim(), "base64");
  if (bytes.length !== SIGNATURE_BYTES || !verify(null, feed, key, bytes))
    throw new Tampered(
      "foreign-feed",
      "the feed is not signed by who made this package",
    );
  // Written as JSON, which YAML is too.
  return UpdateFeed.parse(JSON.parse(Buffer.from(feed).toString("utf8")));
}
