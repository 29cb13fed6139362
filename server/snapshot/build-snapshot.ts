import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { CollectionName } from "../../shared/entities/registry.ts";
import { SCHEMA } from "../../shared/sync/protocol.ts";
import type {
  SnapshotHeader,
  SnapshotPart,
} from "../../shared/sync/snapshot.ts";
import { toEnvelope } from "../push/envelope.ts";
import type { SnapshotStorage } from "../storage/snapshot-storage.ts";
import type { SyncStorage } from "../storage/sync-storage.ts";

const PAGE = 500;
/** Letters of a part before it is packed: some hundred kilobytes on the line, and no long task on a device. */
const PART_LETTERS = 1_500_000;

const packed = promisify(gzip);

/**
 * Writes the file of one bucket. The head is read first; a document that changes while this runs is behind that head
 * then, left out, and comes with the feed. No transaction is held, so nobody waits for this.
 */
export async function buildSnapshot(
  deps: {
    readonly storage: Pick<SyncStorage, "head" | "feed">;
    readonly snapshots: SnapshotStorage;
  },
  tenantId: string,
  draft: {
    readonly id: string;
    readonly bucket: string;
    readonly madeMs: number;
    readonly collections: readonly CollectionName[];
    readonly signal: AbortSignal;
    readonly partDocs: number;
  },
): Promise<void> {
  const { storage, snapshots } = deps;
  const { id, bucket, madeMs, collections } = draft;
  const { epoch, seq } = await storage.head(tenantId);
  await snapshots.begin(tenantId, {
    ...{ id, bucket, madeMs, epoch, seq },
    schema: SCHEMA,
  });
  const whole = createHash("sha256");
  const parts: SnapshotPart[] = [];
  let bytes = 0;
  let docs = 0;
  const header: SnapshotHeader = {
    ...{ carnet: "snapshot", version: 1, schema: SCHEMA, epoch, seq },
  };
  let lines = [JSON.stringify(header)];
  let letters = 0;
  let count = 0;

  async function closePart(): Promise<void> {
    // Fast rather than small: one more per cent of size costs three times the time.
    const part = await packed(`${lines.join("\n")}\n`, { level: 4 });
    await snapshots.addPart(tenantId, id, { n: parts.length, bytes: part });
    whole.update(part);
    parts.push({
      from: bytes,
      to: bytes + part.length,
      docs: count,
      sha256: createHash("sha256").update(part).digest("hex"),
    });
    bytes += part.length;
    docs += count;
    lines = [];
    letters = 0;
    count = 0;
  }

  for (const collection of collections)
    for (let after = 0; ;) {
      draft.signal.throwIfAborted();
      const page = await storage.feed(tenantId, {
        ...{ collection, buckets: [bucket], after, upTo: seq, limit: PAGE },
      });
      for (const saved of page) {
        if (saved.doc.deleted) continue;
        const line = JSON.stringify(toEnvelope(saved));
        lines.push(line);
        letters += line.length;
        count += 1;
        if (letters >= PART_LETTERS || count >= draft.partDocs)
          await closePart();
      }
      after = page.at(-1)?.seq ?? seq;
      if (page.length < PAGE) break;
    }
  if (lines.length > 0) await closePart();
  // Places mean something else since a restore: what was read may be of both.
  if ((await storage.head(tenantId)).epoch !== epoch)
    throw new Error("The feed has another epoch now");
  await snapshots.finish(tenantId, id, {
    ...{ docs, bytes, parts, sha256: whole.digest("hex") },
  });
}
