import { namedId } from "../domain/named-id.ts";
import { entityOf, type CollectionName } from "../entities/registry.ts";
import type { StageEntry } from "../entities/opportunity.ts";
import type { DoneStep } from "./reverse.ts";
import { sameValue } from "./to-ops.ts";

type Row = Readonly<Record<string, unknown>>;
type Made = Extract<DoneStep, { k: "ins" | "del" }>;

/** What the server sets or counts up in a new document: no edit of anybody. */
const GIVEN = new Set(["no", "aliases", "companyName", "businessRelation"]);
/** What a step says of the document that it has made, besides the sum of it. */
const KEPT = ["contactId", "type", "cycle"] as const;

/**
 * The step that made a document, without the document: that stands in the store, and to take it back one has to know only
 * whether it is still as it was made.
 */
export function slimStep(step: DoneStep): DoneStep {
  if (step.k !== "ins" || step.sum !== undefined) return step;
  const v = Object.fromEntries(
    KEPT.flatMap((name) =>
      step.v[name] === undefined ? [] : [[name, step.v[name]]],
    ),
  );
  return { ...step, v, sum: sumOf(step, step.v) };
}

/** Nobody has edited it since: what the server gives and counts up is left out. */
export function isAsMade(step: Made, row: Row): boolean {
  return step.sum === undefined
    ? ownMembers(step).every((name) => sameValue(step.v[name], row[name]))
    : step.sum === sumOf(step, row);
}

/** Nobody has edited a value since: what a sale comes to is its quote's to complete (OPP-7). */
export function isAsWritten(
  c: CollectionName,
  value: unknown,
  written: unknown,
): boolean {
  if (sameValue(value, written)) return true;
  if (c !== "opportunities" || !isSale(value) || !isSale(written)) return false;
  return sameValue(
    { ...value, estimatedMinor: written.estimatedMinor },
    written,
  );
}

/** The last entry of a sale (`StageEntry`). */
function isSale(value: unknown): value is Pick<StageEntry, "estimatedMinor"> {
  return (value as Partial<StageEntry> | null)?.action === "won";
}

function ownMembers({ c, v }: Made): readonly string[] {
  const company = c === "contacts" && v["type"] === "company";
  const isGiven = (name: string) =>
    GIVEN.has(name) ||
    (company && name === "companyId") ||
    // DEF-4: the company's first cycle, until the opportunity is moved in it.
    (name === "cycle" && v["cycle"] === undefined);
  const members = Object.keys(entityOf(c as CollectionName).fields.shape);
  return members.filter((name) => !isGiven(name));
}

function sumOf(step: Made, row: Row): string {
  const own = ownMembers(step).toSorted();
  return namedId(JSON.stringify(own.map((name) => [name, plain(row[name])])));
}

/** The same text for whatever `sameValue` takes for the same. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined && one !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => [name, plain(one)]);
}
