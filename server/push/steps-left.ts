import type { DoneStep } from "../../shared/sync/reverse.ts";

type Row = Readonly<Record<string, unknown>>;

/** Of whom a reference names beside it; one goes with the other. */
const NAMED: Readonly<Record<string, string>> = {
  companyId: "companyName",
  primaryContactId: "primaryContactName",
};

/**
 * PRV-4: what a merge of others remembers, without what it has done to documents that go, and without what names a contact
 * that goes: the rest can still be split.
 *
 * @param base steps as texts (`recordOf`); others are kept as they are
 * @param names what erased companies are and were called
 */
export function stepsLeft(
  base: readonly unknown[],
  goneIds: ReadonlySet<string>,
  isGone: (contactId: unknown) => boolean,
  names: readonly string[],
): readonly unknown[] {
  return base.flatMap((text) => {
    const step = stepFrom(text);
    if (!step) return [text];
    if (goneIds.has(step.id)) return [];
    const left = withoutGone(step, isGone, names);
    if (left === step) return [text];
    return left === null ? [] : [JSON.stringify(left)];
  });
}

/** The same step where nothing of it goes; null where nothing of it stays. */
function withoutGone(
  step: DoneStep,
  isGone: (contactId: unknown) => boolean,
  names: readonly string[],
): DoneStep | null {
  if ("v" in step) return step;
  if (step.k !== "set") {
    const e = step.e.filter((one) => !isGone(one));
    if (e.length === step.e.length) return step;
    return e.length === 0 ? null : { ...step, e };
  }
  const entries = Object.entries(step.f);
  const going = new Set(
    entries.flatMap(([path, values]) => {
      const goes = values.some((one) => isGone(one) || isGone(contactOf(one)));
      if (goes) return [itemOf(path), NAMED[path] ?? path];
      const isName = path === "companyName";
      return isName && names.some((name) => values.includes(name))
        ? [path]
        : [];
    }),
  );
  if (going.size === 0) return step;
  const left = entries.filter(([path]) => !going.has(itemOf(path)));
  return left.length === 0 ? null : { ...step, f: Object.fromEntries(left) };
}

/** `links/ID/contactId` → `links/ID`: an item of a map goes whole. */
function itemOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

function contactOf(value: unknown): unknown {
  return (value as { contactId?: unknown } | null)?.contactId;
}

function stepFrom(text: unknown): DoneStep | null {
  if (typeof text !== "string") return null;
  try {
    const step = JSON.parse(text) as Row;
    const isOne =
      typeof step["id"] === "string" && typeof step["k"] === "string";
    return isOne ? (step as unknown as DoneStep) : null;
  } catch {
    return null;
  }
}
