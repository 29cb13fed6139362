import type { Code, CodeKind } from "../entities/code.ts";
import type { Documents } from "../entities/registry.ts";
import type { Change } from "./change.ts";

/** What may name a code beside contacts and the marketing set-up. */
export const CARRIERS = [
  "interactions",
  "tasks",
  "opportunities",
  "purchases",
  "accounts",
  "codes",
] as const;
export type Carrier = (typeof CARRIERS)[number];

/** Paths at which a code of a kind stands; `*` = each item. */
const PLACES: Partial<
  Record<CodeKind, Partial<Record<Carrier, readonly string[]>>>
> = {
  salesperson: {
    interactions: ["salesperson"],
    tasks: ["salesperson", "completedBy"],
    opportunities: ["salesperson"],
    accounts: ["salesperson"],
    codes: ["members/*"],
  },
  team: { tasks: ["team"] },
  language: { interactions: ["language"], accounts: ["language"] },
  country: { accounts: ["country"], codes: ["country"] },
  territory: { accounts: ["territory"], codes: ["territory"] },
  currency: {
    purchases: ["currency"],
    accounts: ["currency"],
    codes: ["currency"],
  },
  interactionTemplate: { interactions: ["template"] },
  interactionGroup: { interactions: ["group"], codes: ["group"] },
  salesCycle: { opportunities: ["cycle"] },
  closeCode: { opportunities: ["entries/*/closeCode"] },
  activity: { codes: ["stages/*/activity"] },
  customerTemplate: { accounts: ["template"] },
  vendorTemplate: { accounts: ["template"] },
};

/** Kinds of list whose codes carry the code of another one under the same member name. */
const CODES_WITH: Partial<Record<CodeKind, readonly CodeKind[]>> = {
  salesperson: ["team"],
  interactionGroup: ["interactionTemplate"],
  activity: ["salesCycle"],
  country: ["customerTemplate", "vendorTemplate"],
  territory: ["customerTemplate", "vendorTemplate"],
  currency: ["customerTemplate", "vendorTemplate"],
};

/** `open` = another code can take its place; `recorded` = it stands for what was so at its time, or at the ERP. */
export type CodeUse = "open" | "recorded";

/** The collections in which codes of a kind stand. */
export function carriersOf(kind: CodeKind): readonly Carrier[] {
  const places = PLACES[kind] ?? {};
  return CARRIERS.filter((c) => places[c] !== undefined);
}

/** The places beside contacts at which a code of a kind stands, by collection; `*` = each item. */
export function placesBeside(
  kind: CodeKind,
): readonly { readonly c: Carrier; readonly place: string }[] {
  return carriersOf(kind).flatMap((c) =>
    (PLACES[kind]?.[c] ?? []).map((place) => ({ c, place })),
  );
}

/** Whether and how a document names a code; null = it does not. */
export function codeUse<C extends Carrier>(
  c: C,
  document: Documents[C],
  kind: CodeKind,
  code: string,
): CodeUse | null {
  const names = placesIn(c, document, kind).some((place) =>
    valuesAt(document, place.split("/")).includes(code),
  );
  if (!names) return null;
  return isOpen(c, document, kind) ? "open" : "recorded";
}

/** Documents of one collection with another code wherever one may take its place (`open`). */
export function replaceInWork<C extends Carrier>(
  c: C,
  documents: readonly Documents[C][],
  kind: CodeKind,
  from: string,
  to: string,
): readonly Change[] {
  return documents.flatMap((before) => {
    if (codeUse(c, before, kind, from) !== "open") return [];
    const after = placesIn(c, before, kind).reduce<unknown>(
      (next, place) => replacedAt(next, place.split("/"), from, to),
      before,
    );
    return [{ c, id: before.id, before, after } as unknown as Change];
  });
}

function placesIn(
  c: Carrier,
  document: { readonly id: string },
  kind: CodeKind,
): readonly string[] {
  const places = PLACES[kind]?.[c] ?? [];
  if (c !== "codes") return places;
  const carries = CODES_WITH[kind] ?? [];
  return carries.includes((document as Code).kind) ? places : [];
}

function isOpen(
  c: Carrier,
  document: { readonly id: string },
  kind: CodeKind,
): boolean {
  if (c === "codes") return true;
  if (c === "tasks") {
    const task = document as Documents["tasks"];
    return task.status !== "completed" && task.canceled !== true;
  }
  // The stages of a cycle are its own: what has begun in one does not go on in another.
  if (c !== "opportunities" || kind !== "salesperson") return false;
  const { status } = document as Documents["opportunities"];
  return status === "notStarted" || status === "inProgress";
}

/** What stands at a path, `*` for each item of a list or a map. */
export function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [member, ...rest] = path;
  if (member === undefined) return [value];
  if (typeof value !== "object" || value === null) return [];
  const inside =
    member === "*"
      ? Object.values(value)
      : [(value as Record<string, unknown>)[member]];
  return inside.flatMap((one) => valuesAt(one, rest));
}

function replacedAt(
  value: unknown,
  path: readonly string[],
  from: string,
  to: string,
): unknown {
  const [member, ...rest] = path;
  if (member === undefined) return value === from ? to : value;
  if (typeof value !== "object" || value === null) return value;
  const next = (one: unknown) => replacedAt(one, rest, from, to);
  if (Array.isArray(value)) return [...new Set(value.map(next))];
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      member === "*" || member === key ? next(one) : one,
    ]),
  );
}
