import { z } from "zod";
import type { Change } from "../domain/change.ts";
import { Origin } from "../core/origin.ts";
import { isServers } from "../entities/registry.ts";
import type { Note } from "../entities/note.ts";
import { reversed, stepsOf, type DoneStep, type Kept } from "./reverse.ts";
import { namesOne, stepWithout } from "./without-erased.ts";

/** UTF-16 units of the steps in one note; a document holds 64 KB. */
const NOTE_UNITS = 40_000;
/** A member of a note may hold so many steps. */
const NOTE_STEPS = 150;
/** What a merge touches: the set-up and the lists are not among it. */
const MERGED: ReadonlySet<string> = new Set([
  ...["contacts", "interactions", "tasks", "opportunities", "notes", "files"],
  "accounts",
]);

/**
 * MRG: what absorbing a contact has changed, in notes on the survivor's card. They are synced like everything else, so
 * that each device can split the two again, for ever.
 */
export function mergeNotes(
  changes: readonly Change[],
  of: { readonly keep: string; readonly other: string },
  newId: () => string,
): readonly Change[] {
  return recordOf(stepsOf(changes), of, newId).map((after) => ({
    ...{ c: "notes" as const, id: after.id, before: null, after },
    origin: "merged" as const,
  }));
}

/** The same of steps. */
export function recordOf(
  steps: readonly DoneStep[],
  { keep, other }: { readonly keep: string; readonly other: string },
  newId: () => string,
): readonly Note[] {
  const notes: string[][] = [];
  let room = 0;
  // As texts: what lies deep in a step would lie too deep in a note for the wire.
  for (const step of steps.map((one) => JSON.stringify(one))) {
    const units = step.length;
    const last = notes.at(-1);
    if (last && units <= room && last.length < NOTE_STEPS) {
      last.push(step);
      room -= units;
    } else {
      notes.push([step]);
      room = NOTE_UNITS - units;
    }
  }
  return notes.map((some) => ({
    ...{ id: newId(), kind: "merge", contactId: keep },
    ...{ collection: "contacts", docId: other },
    base: some,
  }));
}

const step = {
  c: z.string().refine((name) => MERGED.has(name)),
  id: z.string().min(1),
  o: Origin.optional(),
};
const Row = z.record(z.string(), z.json());
const Elements = { f: z.string(), e: z.array(z.string()) };
const Step = z.discriminatedUnion("k", [
  z.object({ ...step, k: z.literal("ins"), v: Row }),
  z.object({ ...step, k: z.literal("del"), v: Row }),
  z.object({
    ...{ ...step, k: z.literal("set") },
    f: z.record(z.string(), z.tuple([z.json(), z.json()])),
  }),
  z.object({ ...step, k: z.literal("add"), ...Elements }),
  z.object({ ...step, k: z.literal("rem"), ...Elements }),
]);

/** The steps that the notes of one merge hold, in their order; whatever is none is left out. */
export function stepsIn(notes: readonly Note[]): readonly DoneStep[] {
  return notes
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ base }) => (Array.isArray(base) ? (base as unknown[]) : []))
    .flatMap((text) => stepFrom(text) ?? []);
}

function stepFrom(text: unknown): DoneStep | null {
  try {
    const read = Step.safeParse(JSON.parse(String(text)));
    return read.success ? (read.data as DoneStep) : null;
  } catch {
    return null;
  }
}

/**
 * PRV-4: what stays of the steps of a record when documents are erased: the rest can still be split.
 *
 * @param ids of all documents that are erased
 * @param names what erased companies are and were called
 */
export function recordWithout(
  base: readonly unknown[],
  ids: ReadonlySet<string>,
  names: readonly string[],
): readonly unknown[] {
  return base.flatMap((text) => {
    const step = stepFrom(text);
    if (!step) return namesOne(text, ids) ? [] : [text];
    const left = stepWithout(step, ids, names);
    return left === null ? [] : [left === step ? text : JSON.stringify(left)];
  });
}

export interface Split {
  readonly changes: readonly Change[];
  /** What somebody has changed since stays with the survivor. */
  readonly kept: readonly Kept[];
}

/**
 * MRG: takes a merge back: both contacts and all that belongs to them as before, but for what was changed since. The
 * notes of the merge go.
 *
 * @param notes all of kind `merge` on the survivor's card about the absorbed contact
 * @param now every document that the steps name, as it stands, by `keyOf`
 */
export function splitContacts(
  notes: readonly Note[],
  now: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Split {
  // What the server alone has moved it moves back.
  const own = stepsIn(notes).filter(({ c }) => !isServers(c));
  const back = reversed(own, now);
  const changes = back.changes.map(
    (change) => ({ ...change, origin: "merged" }) as Change,
  );
  const removals = notes.map((before): Change => ({
    c: "notes",
    id: before.id,
    before,
    after: null,
  }));
  return { changes: [...changes, ...removals], kept: back.kept };
}
