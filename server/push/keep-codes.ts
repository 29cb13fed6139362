import {
  CARRIERS,
  codeUse,
  placesBeside,
  type Carrier,
} from "../../shared/domain/code-uses.ts";
import { placesOnContacts, uses } from "../../shared/domain/set-up-lists.ts";
import type { Code } from "../../shared/entities/code.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type {
  CollectionName,
  Documents,
} from "../../shared/entities/registry.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import type { Touched } from "../accounts/linking-run.ts";
import type { TenantWriter, UnsavedDocument } from "../storage/sync-storage.ts";
import type { WorkingSet } from "./working-set.ts";

interface Deps {
  readonly tenant: TenantWriter;
  readonly working: WorkingSet;
}

/** Working sets that hold the deleted codes already: a push of many groups reads them once. */
const held = new WeakSet<WorkingSet>();

/**
 * OFF-10: codes that are deleted and that something names: what this group writes names one that was deleted before,
 * or it deletes one that others have used meanwhile.
 */
export async function deletedButNamed(
  touched: readonly Touched[],
  deps: Deps,
): Promise<readonly UnsavedDocument[]> {
  const { tenant, working } = deps;
  const written = touched.filter(
    ({ c, after }) => !after.deleted && mayName(c),
  );
  const taken = touched.filter(
    ({ c, before, after }) =>
      c === "codes" && after.deleted && !before?.deleted,
  );
  if (written.length === 0 && taken.length === 0) return [];
  if (!held.has(working)) {
    working.absorb(await tenant.deletedCodes());
    held.add(working);
  }
  const deleted = working
    .all()
    .filter(({ doc }) => doc.c === "codes" && doc.deleted);
  const named: UnsavedDocument[] = [];
  for (const one of deleted) {
    const code = one.doc.v as unknown as Code;
    const here = written.some(({ after }) => names(after, code));
    const isTaken = taken.some(({ id }) => id === one.doc.id);
    if (here || (isTaken && (await isNamed(code, deps)))) named.push(one);
  }
  return named;
}

function mayName(c: CollectionName): c is Carrier | "contacts" {
  return c === "contacts" || CARRIERS.some((one) => one === c);
}

function names(doc: StoredDocument, { kind, code }: Code): boolean {
  if (doc.c === "contacts")
    return uses(doc.v as unknown as Contact, kind, code);
  if (!mayName(doc.c)) return false;
  return (
    codeUse(doc.c, doc.v as never as Documents[Carrier], kind, code) !== null
  );
}

/** What this push knows stands as it has left it so far, which the database has not seen yet. */
async function isNamed(one: Code, { tenant, working }: Deps): Promise<boolean> {
  const { kind, code } = one;
  const known = working.all().map(({ doc }) => doc);
  if (known.some((doc) => !doc.deleted && names(doc, one))) return true;
  const places = [
    ...placesOnContacts(kind).map((place) => ({
      ...{ c: "contacts" as const, place },
    })),
    ...placesBeside(kind),
  ];
  for (const { c, place } of places) {
    const except = known.filter((doc) => doc.c === c).map(({ id }) => id);
    if (await tenant.names(c, place, code, except)) return true;
  }
  return false;
}
