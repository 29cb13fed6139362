import { valueAt } from "./paths.ts";
import type { Op } from "./protocol.ts";
import { sameValue } from "./to-ops.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * Whether work is lost when a restored server refuses an operation that it had taken once: what it wrote was still there
 * before, and the server has something else now. What others had written over by then is not lost with it.
 *
 * @param held the document as this device held it before; null = deleted or not there
 * @param now as the server has it; null = not there
 */
export function isLostWith(op: Op, held: Row | null, now: Row | null): boolean {
  if (op.k === "del") return held === null && now !== null;
  if (held === null) return false;
  const isLost = (path: string, value: unknown) =>
    sameValue(valueAt(held, path), value) &&
    !sameValue(now && valueAt(now, path), value);
  switch (op.k) {
    case "ins":
      return Object.entries(op.v).some(([key, value]) => isLost(key, value));
    case "set":
      return Object.entries(op.f).some(([path, [, value]]) =>
        isLost(path, value),
      );
    case "add":
    case "rem": {
      const wanted = op.k === "add";
      return op.e.some(
        (e) =>
          isIn(held, op.f, e) === wanted &&
          (now !== null && isIn(now, op.f, e)) !== wanted,
      );
    }
  }
}

function isIn(row: Row, set: string, element: string): boolean {
  const list = row[set];
  return Array.isArray(list) && list.includes(element);
}
