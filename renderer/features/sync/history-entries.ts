import type { Origin } from "../../../shared/core/origin.ts";
import { entityOf, isCollection } from "../../../shared/entities/registry.ts";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import type { HistoryAnswer, Op } from "../../../shared/sync/protocol.ts";
import { sameValue } from "../../../shared/sync/to-ops.ts";
import { isSpoken } from "./field-words.ts";

/** One thing that happened to a record; `set` is a field that went from one value to another. */
export interface HistoryLine {
  readonly kind: "created" | "deleted" | "set" | "lost" | "discarded";
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
  /** The value that this line can bring back; absent where there is none or where it cannot be written again. */
  readonly revert?: { readonly value: unknown };
}

/** What one person did to a record at one time. */
export interface HistoryEntry {
  readonly key: string;
  /** Unix milliseconds, by the writer's corrected clock. */
  readonly at: number;
  readonly userId: string | null;
  readonly userName: string | null;
  readonly deviceName: string | null;
  readonly origin: Origin;
  /** Saved here and not acknowledged by the server. */
  readonly waiting: boolean;
  readonly lines: readonly HistoryLine[];
}

/** What may be written to an interaction that has been sent (design.md §6.4). */
const REGISTERS = new Set(["evaluation", "canceled"]);

/** Newest first: this device's own unsent work, then what the server knows. */
export function historyEntries(
  record: { readonly c: string; readonly id: string },
  pending: readonly Pick<JournalEntry, "d" | "at" | "ops">[],
  fetched: HistoryAnswer | null,
): readonly HistoryEntry[] {
  return [...ownEntries(record, pending), ...sentEntries(record.c, fetched)];
}

/** What happened to one member of the record; its creation belongs to every member's story. */
export function entriesOf(
  entries: readonly HistoryEntry[],
  member: string,
): readonly HistoryEntry[] {
  return entries.flatMap((entry) => {
    const lines = entry.lines.filter(
      ({ path }) => path === "" || path.split("/")[0] === member,
    );
    return lines.length === 0 ? [] : [{ ...entry, lines }];
  });
}

function ownEntries(
  record: { readonly c: string; readonly id: string },
  pending: readonly Pick<JournalEntry, "d" | "at" | "ops">[],
): readonly HistoryEntry[] {
  return pending
    .flatMap(({ d, at, ops }): HistoryEntry[] => {
      const own = ops.filter((op) => op.c === record.c && op.id === record.id);
      const lines = own.flatMap((op) => linesOf(record.c, op));
      if (lines.length === 0) return [];
      return [
        {
          key: `own/${d}`,
          at,
          userId: null,
          userName: null,
          deviceName: null,
          origin: own[0]?.o ?? "typed",
          waiting: true,
          lines,
        },
      ];
    })
    .toReversed();
}

function linesOf(c: string, op: Op): readonly HistoryLine[] {
  switch (op.k) {
    case "ins":
      return [{ kind: "created", path: "", from: null, to: null }];
    case "del":
      return [{ kind: "deleted", path: "", from: null, to: null }];
    case "set":
      return Object.entries(op.f).flatMap(([path, [from, to]]) =>
        line(c, { kind: "set", path, from, to }),
      );
    case "add":
    case "rem":
      return op.e.flatMap((one) =>
        line(c, {
          kind: "set",
          path: `${op.f}/${one}`,
          from: op.k === "rem" ? one : null,
          to: op.k === "add" ? one : null,
        }),
      );
  }
}

function sentEntries(
  c: string,
  fetched: HistoryAnswer | null,
): readonly HistoryEntry[] {
  const entries = new Map<string, HistoryEntry>();
  for (const row of fetched?.rows ?? []) {
    const { stamp, seq } = row;
    const key = `${seq}/${stamp.d}/${stamp.h}/${stamp.o ?? ""}`;
    const lines = lineOfRow(c, row);
    if (lines.length === 0) continue;
    const known = entries.get(key);
    entries.set(key, {
      key,
      at: Number(stamp.h.split(".")[0]),
      userId: stamp.u,
      userName: fetched?.people[stamp.u] ?? null,
      deviceName: fetched?.devices[stamp.d] ?? null,
      origin: stamp.o ?? "typed",
      waiting: false,
      lines: [...(known?.lines ?? []), ...lines],
    });
  }
  return [...entries.values()];
}

function lineOfRow(
  c: string,
  row: HistoryAnswer["rows"][number],
): readonly HistoryLine[] {
  const { path, from, to, outcome } = row;
  if (path === "") {
    const kind = to !== "deleted" ? "created" : "deleted";
    return outcome === "set"
      ? [{ kind, path, from: null, to: null }]
      : [{ kind: "lost", path, from: null, to: null }];
  }
  // Somebody else wrote the same: no change.
  if (outcome === "set" && sameValue(from, to)) return [];
  return line(c, { kind: outcome, path, from, to });
}

function line(c: string, plain: HistoryLine): readonly HistoryLine[] {
  if (!isSpoken(plain.path)) return [];
  const value = plain.kind === "set" ? plain.from : plain.to;
  return [isWritable(c, plain.path) ? { ...plain, revert: { value } } : plain];
}

/** A number is final, and what was sent of an interaction is written once. */
export function isWritable(c: string, path: string): boolean {
  if (!isCollection(c)) return false;
  const [member = ""] = path.split("/");
  if (c === "interactions") return REGISTERS.has(member);
  const { shape } = entityOf(c).fields;
  return (
    Object.hasOwn(shape, member) &&
    !["no", "type", "companyName", "aliases"].includes(member)
  );
}
