import { setTimeout as pause } from "node:timers/promises";
import { compareDigest, type DigestItem } from "../../shared/sync/digest.ts";
import { syncedCollections } from "../../shared/entities/registry.ts";
import type {
  DigestAnswer,
  Envelope,
  PullAnswer,
} from "../../shared/sync/protocol.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";
import type { Administrator } from "./ask-server.ts";
import type { LiveDevice } from "./live-device.ts";

export interface SameEverywhere {
  readonly documents: number;
  /** Devices whose sums are not the server's, and where; devices with a document that reads otherwise. */
  readonly differing: readonly string[];
}

/** Oracle O3 (sync.md 11.1): every device holds exactly what the server has, by the server's digest and word by word. */
async function compareWithServer(
  reader: Administrator,
  devices: readonly LiveDevice[],
): Promise<SameEverywhere> {
  const differing: string[] = [];
  for (const collection of syncedCollections) {
    const { ranges } = await reader.ask<DigestAnswer>("/v1/sync/digest", {
      collection,
      ranges: 64,
    });
    for (const device of devices) {
      const mine = device
        .envelopes()
        .filter((doc) => doc.c === collection && !doc.deleted)
        .map(({ id, seq, rev }): DigestItem => ({ id, seq, rev }));
      if (compareDigest(ranges, mine).length > 0)
        differing.push(`${device.name}: digest of ${collection}`);
    }
  }
  const truth = await everything(reader);
  for (const device of devices) {
    const mine = new Map(
      device.envelopes().map((doc) => [`${doc.c}/${doc.id}`, doc]),
    );
    const other = truth.filter((doc) => {
      const held = mine.get(`${doc.c}/${doc.id}`);
      // Of a document that came and went between two pulls, a device need never hear.
      if (!held) return !doc.deleted;
      return held.seq !== doc.seq || !sameValue(held.v, doc.v);
    });
    if (other.length > 0)
      differing.push(`${device.name}: ${other.length} documents`);
  }
  return { documents: truth.length, differing };
}

/** What the others sent last is one more pull away: compares until nothing differs, or time is up. */
export async function untilSame(
  reader: Administrator,
  devices: readonly LiveDevice[],
  timeoutMs: number,
): Promise<SameEverywhere> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = await compareWithServer(reader, devices);
    if (seen.differing.length === 0 || performance.now() > end) return seen;
    await pause(500);
  }
}

async function everything(reader: Administrator): Promise<readonly Envelope[]> {
  const docs: Envelope[] = [];
  let cursors: Record<string, number> = {};
  for (;;) {
    const page: PullAnswer = await reader.ask<PullAnswer>("/v1/sync/pull", {
      ...{ proto: 1, schema: 1, epoch: null, cursors, limit: 1000 },
    });
    docs.push(...page.docs);
    if (!page.more) return docs;
    cursors = page.cursors;
  }
}
