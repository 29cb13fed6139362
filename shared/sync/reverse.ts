import type { Change } from "../domain/change.ts";
import type { CollectionName, Documents } from "../entities/registry.ts";
import { isAsMade, isAsWritten } from "./made-step.ts";
import { valueAt, withValueAt } from "./paths.ts";
import type { Op } from "./protocol.ts";
import type { DocumentKey } from "./reply.ts";
import { sameValue, toOps } from "./to-ops.ts";

type Row = Readonly<Record<string, unknown>>;
type Patch = Exclude<Op, { readonly k: "ins" | "del" }>;

/** What one change has done, small enough to be kept and whole enough to be taken back. */
export type DoneStep =
  | (DocumentKey & {
      readonly k: "ins" | "del";
      readonly v: Row;
      /** Of `ins`: of the whole document, of which `v` is then only a part (`slimStep`). */
      readonly sum?: string;
    })
  | Patch;

/** A value that somebody has changed since, or a document that is in use; `path` empty = the whole document. */
export interface Kept extends DocumentKey {
  readonly path: string;
}

export interface Reversal {
  readonly changes: readonly Change[];
  readonly kept: readonly Kept[];
}

export function stepsOf(changes: readonly Change[]): readonly DoneStep[] {
  return changes.flatMap((change): readonly DoneStep[] => {
    const { c, id, before, after } = change;
    if (after === null)
      return before === null ? [] : [{ c, id, k: "del", v: before }];
    if (before === null) return [{ c, id, k: "ins", v: after }];
    return toOps(change, 0).flatMap((op) =>
      op.k === "ins" || op.k === "del" ? [] : [op],
    );
  });
}

/**
 * The changes that take steps back, last first, as ordinary edits of what stands now. A value counts as ours as long as
 * it is what we wrote; what was changed since is kept and named, and what is back already is passed over: doing it
 * twice is harmless. Steps of one document are one change. What was deleted comes back with the origin `restored`.
 *
 * @param now documents as they stand, by `keyOf`
 * @param used contacts that somebody has worked with since they were made: they stay, with what came with them; and
 *   pictures that another one has taken the place of
 */
export function reversed(
  steps: readonly DoneStep[],
  now: ReadonlyMap<string, Row>,
  used: ReadonlySet<string> = new Set(),
): Reversal {
  const kept: Kept[] = [];
  const after = new Map<string, Row | null>();
  const origins = new Map<string, Set<Change["origin"]>>();
  for (const step of steps.toReversed()) {
    const key = keyOf(step);
    const standing = after.has(key) ? after.get(key) : now.get(key);
    const contactId = "v" in step ? step.v["contactId"] : undefined;
    const withKept = typeof contactId === "string" && used.has(contactId);
    const back =
      used.has(step.id) || (step.k === "ins" && withKept)
        ? keptWhole(step)
        : reverse(step, standing ?? null);
    kept.push(...back.kept);
    if (back.row === undefined) continue;
    after.set(key, back.row);
    const origin =
      step.k === "del" ? "restored" : "o" in step ? step.o : "typed";
    origins.set(key, (origins.get(key) ?? new Set()).add(origin ?? "typed"));
  }
  const changes = [...after].flatMap(([key, row]) => {
    const [c, id] = key.split("/") as [CollectionName, string];
    const before = now.get(key) ?? null;
    if (sameValue(before, row)) return [];
    const [origin, mixed] = [...(origins.get(key) ?? [])];
    return {
      ...{ c, id, before, after: row as Documents[CollectionName] | null },
      ...(origin === undefined || mixed ? {} : { origin }),
    } as Change;
  });
  return { changes, kept };
}

export function keyOf({ c, id }: { c: string; id: string }): string {
  return `${c}/${id}`;
}

interface Back {
  /** Undefined = nothing to write. */
  readonly row?: Row | null;
  readonly kept: readonly Kept[];
}

function reverse(step: DoneStep, row: Row | null): Back {
  const key = { c: step.c as CollectionName, id: step.id };
  switch (step.k) {
    case "del":
      return row === null ? { row: step.v, kept: [] } : { kept: [] };
    case "ins":
      if (row === null) return { kept: [] };
      return isAsMade(step, row) ? { row: null, kept: [] } : keptWhole(step);
    case "set": {
      // Deleted since: there is nothing to put back into.
      if (row === null) return keptWhole(step);
      const kept: Kept[] = [];
      let next = row;
      for (const [path, [base, written]] of Object.entries(step.f)) {
        const value = valueAt(next, path);
        if (isAsWritten(key.c, value, written))
          next = withValueAt(next, path, base);
        else if (!sameValue(value, base)) kept.push({ ...key, path });
      }
      return { row: next, kept };
    }
    case "add":
    case "rem": {
      if (row === null) return keptWhole(step);
      const old = elementsOf(row[step.f]);
      const others = old.filter((one) => !step.e.includes(one));
      const next =
        step.k === "add"
          ? others
          : [...old, ...step.e.filter((one) => !old.includes(one))];
      if (next.length === old.length) return { kept: [] };
      const value = next.length > 0 ? next : null;
      return { row: withValueAt(row, step.f, value), kept: [] };
    }
  }
}

function keptWhole({ c, id }: { c: string; id: string }): Back {
  return { kept: [{ c: c as CollectionName, id, path: "" }] };
}

function elementsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}
