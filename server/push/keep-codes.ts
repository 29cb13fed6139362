import {
  CARRIERS,
  codeUse,
  placesBeside,
  type Carrier,
} from "../../shared/domain/code-uses.ts";
import { placeOnContacts, uses } from "../../shared/domain/set-up-lists.ts";
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

/** Working sets that hold the deleted codes already: a push of many groups reads them once. */
const held = new WeakSet<WorkingSet>();

/**
 * OFF-10: codes that are deleted and that something names: what this group writes names one that was deleted before,
 * or it deletes one that others have used meanwhile.
 */
export async function deletedButNamed(
  touched: readonly Touched[],
  deps: { readonly tenant: TenantWriter; readonly working: WorkingSet },
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
    if (here || (isTaken && (await isNamed(code, tenant)))) named.push(one);
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

async function isNamed(
  { kind, code }: Code,
  tenant: TenantWriter,
): Promise<boolean> {
  const onContacts = placeOnContacts(kind);
  const places = [
    ...(onContacts === null
      ? []
      : [{ c: "contacts" as const, place: onContacts }]),
    ...placesBeside(kind),
  ];
  for (const { c, place } of places)
    if (await tenant.names(c, place, code)) return true;
  return false;
}
