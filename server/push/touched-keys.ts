import { Id } from "../../shared/entities/fields.ts";
import { entityOf, isCollection } from "../../shared/entities/registry.ts";
import { MAX_OPS_PER_GROUP } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";

/**
 * The documents that a group names, as far as they can be read out of it, each once and at most as many as a good
 * group could name. A device whose group was refused must get what the server has instead, or it would go on showing
 * the refused value; so this looks at the group as it came, however broken the rest of it is.
 */
export function touchedKeys(raw: object): readonly DocumentKey[] {
  const { ops } = raw as { readonly ops?: unknown };
  const keys = new Map<string, DocumentKey>();
  for (const op of Array.isArray(ops) ? (ops as unknown[]) : []) {
    if (keys.size === MAX_OPS_PER_GROUP) break;
    const key = keyOf(op);
    if (key) keys.set(`${key.c}/${key.id}`, key);
  }
  return [...keys.values()];
}

function keyOf(op: unknown): DocumentKey | null {
  if (typeof op !== "object" || op === null) return null;
  const { c, id: given } = op as {
    readonly c?: unknown;
    readonly id?: unknown;
  };
  const id = Id.safeParse(given).data;
  if (typeof c !== "string" || id === undefined) return null;
  return isCollection(c) && !entityOf(c).localOnly ? { c, id } : null;
}
