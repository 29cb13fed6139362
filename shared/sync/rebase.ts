import { isErasure } from "./erased.ts";
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

/**
 * The other way round: what a document shows without the device's own unsent operations, which are told by their bases.
 * Not for one that an operation among them has made or deleted.
 */
export function withoutPending(shown: Readonly<Row>, pending: readonly Op[]) {
  return pending.toReversed().reduce<Row>(back, { ...shown });
}

function back(shown: Row, op: Op): Row {
  switch (op.k) {
    case "ins":
    case "del":
      return shown;
    case "set":
      return Object.entries(op.f).reduce(
        (doc, [path, [base]]) => withValueAt(doc, path, base),
        shown,
      );
    case "add":
      return withoutElements(shown, op.f, op.e);
    case "rem":
      return withMoreElements(shown, op.f, op.e);
  }
}

function step(shown: Row | null, op: Op): Row | null {
  switch (op.k) {
    case "ins":
      // The server may already have it (its answer was lost): then its version, with the final number, is the truth.
      return shown ?? { ...op.v };
    case "del":
      // Only the server erases: until it has, everything is there, and the request can be withdrawn.
      return isErasure(op) ? shown : null;
    case "set":
      return (
        shown &&
        Object.entries(op.f).reduce(
          (doc, [path, [, now]]) => withValueAt(doc, path, now),
          shown,
        )
      );
    case "add":
      return shown && withMoreElements(shown, op.f, op.e);
    case "rem":
      return shown && withoutElements(shown, op.f, op.e);
  }
}

function withMoreElements(shown: Row, set: string, e: readonly string[]): Row {
  return withElements(shown, set, (old) => [
    ...old,
    ...e.filter((one) => !old.includes(one)),
  ]);
}

function withoutElements(shown: Row, set: string, e: readonly string[]): Row {
  return withElements(shown, set, (old) =>
    old.filter((one) => !e.includes(one)),
  );
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
