import { isErased } from "../../shared/sync/erased.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import type { SavedDocument } from "../storage/sync-storage.ts";

/** The document as it goes over the wire: what people wrote, and what only the server knows. */
export function toEnvelope(saved: SavedDocument): Envelope {
  const { doc, seq } = saved;
  const { c, id, rev, deleted } = doc;
  return {
    c,
    id,
    seq,
    rev,
    deleted,
    ...(isErased(doc) ? { erased: true as const } : {}),
    v: deleted ? null : (withComputed(saved) as Envelope["v"]),
  };
}

function withComputed({
  doc,
  bucket,
  modifiedMs,
  modifiedBy,
}: SavedDocument): Record<string, unknown> {
  const numbered = doc.c === "contacts" && doc.v["no"] !== undefined;
  return {
    ...doc.v,
    bucket,
    createdAt: isoOf(msOf(doc.created.h)),
    createdBy: doc.created.u,
    modifiedAt: isoOf(modifiedMs),
    modifiedBy,
    ...(numbered ? { noStatus: "final" } : {}),
  };
}

/** Unix ms of a clock reading. */
export function msOf(hlc: string): number {
  return Number(hlc.split(".")[0]);
}

export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
