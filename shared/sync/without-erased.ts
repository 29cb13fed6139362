import type { DoneStep } from "./reverse.ts";

// PRV-4, PRV-5: what stays of documents and steps of others when a contact is erased.

type Row = Readonly<Record<string, unknown>>;

const COMPANY = ["companyId", "companyName"];
const PRIMARY = ["primaryContactId", "primaryContactName"];

/**
 * PRV-4: a document that stays, without its references to contacts that are erased: whom somebody works for, whom they
 * are tied to, who took part, whose account it is. What it is about (`contactId`) is another rule's.
 */
export function withoutNamesOf(
  { c, v }: { readonly c: string; readonly v: Row },
  isGone: (contactId: unknown) => boolean,
): Row {
  const after: Record<string, unknown> = { ...v };
  const drop = (members: readonly string[]) => {
    for (const member of members) delete after[member];
  };
  if (isGone(v["companyId"])) drop(COMPANY);
  if (isGone(v["primaryContactId"])) drop(PRIMARY);
  if (c === "accounts" && isGone(v["contactId"]))
    drop(["contactId", ...PRIMARY]);
  const { attendees, links } = v;
  if (Array.isArray(attendees)) {
    const left = attendees.filter((id) => !isGone(id));
    if (left.length < attendees.length) after["attendees"] = left;
    if (left.length === 0) drop(["attendees"]);
  }
  if (typeof links === "object" && links !== null) {
    const all = Object.entries(links as Row);
    const left = all.filter(([, link]) => !isGone(contactOf(link)));
    if (left.length < all.length) after["links"] = Object.fromEntries(left);
    if (left.length === 0) drop(["links"]);
  }
  return after;
}

function contactOf(link: unknown): unknown {
  return (link as { contactId?: unknown } | null)?.contactId;
}

/** Of whom a reference names beside it; one goes with the other. */
const NAMED: Readonly<Record<string, string>> = {
  companyId: "companyName",
  primaryContactId: "primaryContactName",
};

/**
 * What stays of a step that was kept so that it can be taken back: nothing of one on what is erased or about it; of
 * the others every value that names none of it. The same step where nothing of it goes.
 *
 * @param ids of all documents that are erased
 * @param names what erased companies are and were called
 */
export function stepWithout(
  step: DoneStep,
  ids: ReadonlySet<string>,
  names: readonly string[] = [],
): DoneStep | null {
  const left = ids.has(step.id) ? null : partLeft(step, ids, names);
  return left !== null && namesOne(left, ids) ? null : left;
}

function partLeft(
  step: DoneStep,
  ids: ReadonlySet<string>,
  names: readonly string[],
): DoneStep | null {
  const isGone = (id: unknown) => typeof id === "string" && ids.has(id);
  if ("v" in step) {
    const { contactId, docId, mergedInto } = step.v;
    if ([contactId, docId, mergedInto].some(isGone)) return null;
    return namesOne(step.v, ids)
      ? { ...step, v: withoutNamesOf(step, isGone) }
      : step;
  }
  if (step.k !== "set") {
    const e = step.e.filter((one) => !isGone(one));
    if (e.length === step.e.length) return step;
    return e.length === 0 ? null : { ...step, e };
  }
  const entries = Object.entries(step.f);
  const going = new Set(
    entries.flatMap(([path, values]) => {
      if (namesOne(values, ids)) return [itemOf(path), NAMED[path] ?? path];
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

/** Anywhere in it, in a text too. */
export function namesOne(value: unknown, ids: ReadonlySet<string>): boolean {
  const text = JSON.stringify(value) ?? "";
  return [...ids].some((id) => text.includes(id));
}
