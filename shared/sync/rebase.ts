import { withValueAt } from "./paths.ts";
import type { Op } from "./protocol.ts";

type Row = Record<string, unknown>;

/**
 * What this device shows of a document: the server's version with the device's own unsent operations on top, in
 * order. So a pull never overwrites what was typed here, and the person always sees their own work.
 *
 * Null: there is nothing to show (deleted, or a patch whose base has not come back yet after a lost store).
 */
export function rebase(
  server: Readonly<Row> | null,
  pending: readonly Op[],
): Row | null {
  let shown: Row | null = server ? { ...server } : null;
  for (const op of pending) shown = step(shown, op);
  return shown;
}

function step(shown: Row | null, op: Op): Row | null {
  switch (op.k) {
    case "ins":
      // The server may already have it (its answer was lost): then its version, with the final number, is the truth.
      return shown ?? { ...op.v };
    case "del":
      return null;
    case "set":
      return (
        shown &&
        Object.entries(op.f).reduce(
          (doc, [path, [, now]]) => withValueAt(doc, path, now),
          shown,
        )
      );
    case "add":
      return (
        shown &&
        withElements(shown, op.f, (old) => [
          ...old,
          ...op.e.filter((e) => !old.includes(e)),
        ])
      );
    case "rem":
      return (
        shown &&
        withElements(shown, op.f, (old) => old.filter((e) => !op.e.includes(e)))
      );
  }
}

function withElements(
  shown: Row,
  set: string,
  change: (old: readonly string[]) => string[],
): Row {
  const old = Array.isArray(shown[set]) ? (shown[set] as string[]) : [];
  const now = change(old);
  return withValueAt(shown, set, now.length > 0 ? now : null);
}
