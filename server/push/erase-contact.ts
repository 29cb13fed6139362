import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Note } from "../../shared/entities/note.ts";
import { isErased } from "../../shared/sync/erased.ts";
import { recordWithout } from "../../shared/sync/merge-record.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import { namesOne, withoutNamesOf } from "../../shared/sync/without-erased.ts";
import { noteDocument } from "./conflict-note.ts";
import { isoOf, msOf } from "./envelope.ts";
import { GroupRefused } from "./group-refused.ts";
import type { GroupWork } from "./group-work.ts";
import { rewrite } from "./rewrite.ts";

/** Goes with the contact that it is about. */
const GOES_ALONG = new Set<CollectionName>([
  ...(["interactions", "tasks", "files", "notes"] as const),
]);
/** Of those that worked for an erased company, what a conflict may have kept of it. */
const COMPANY = new Set(["companyId", "companyName"]);

/**
 * PRV-4, PRV-5: a contact is erased with those that it has absorbed, for they are one, and with all that was recorded
 * with it, its pictures and files; what names it elsewhere no longer does. An opportunity of a company's person stays
 * with the company, without a word of what was written. Linked accounts are the ERP's and stay (DEL-3). What remains is
 * who has done it, when, and how much.
 *
 * @throws GroupRefused another contact has absorbed it meanwhile: that one is to be erased
 */
export async function eraseContact(
  work: GroupWork,
  op: Op,
): Promise<"ok" | "same"> {
  const { working, tenant } = work.deps;
  const before = working.get({ c: "contacts", id: op.id })?.doc;
  if (before && isErased(before)) return "same";
  await refuseAbsorbed(work, before);
  const ids = await oneWith(work, op.id);
  const isGone = (id: unknown) => typeof id === "string" && ids.has(id);
  const all = () => working.all().map(({ doc }) => doc);
  const erased = all().filter((doc) =>
    doc.c === "contacts" ? isGone(doc.id) : goesAlong(work, doc, isGone),
  );
  working.absorb(await tenant.notesAbout(all().map(({ id }) => id)));
  const companies = erased.filter(({ v }) => v["type"] === "company");
  const { names, notes: kept } = await tenant.companyTraces(
    companies.map(({ id }) => id),
  );
  working.absorb(kept);
  const atFormer = new Set(kept.map(({ doc }) => doc.id));
  const goneIds = new Set([...ids, ...erased.map(({ id }) => id)]);
  const notes = all().filter(
    (doc) =>
      doc.c === "notes" &&
      !erased.includes(doc) &&
      (tellsOf(doc, goneIds, ids) ||
        (atFormer.has(doc.id) && keepsOne(doc, names))),
  );
  const gone = [...erased, ...notes].filter((doc) => !isErased(doc));
  const places = all()
    .filter((doc) => !gone.includes(doc) && !isErased(doc))
    .flatMap((doc) => {
      const heads = rewrite(work, doc, left(doc, isGone, goneIds, names));
      return heads.length === 0 ? [] : [{ c: doc.c, id: doc.id, heads }];
    });
  for (const doc of gone) eraseDocument(work, doc);
  if (!before) eraseDocument(work, { c: "contacts", id: op.id, rev: 0 });
  await log(work, op.id, before, gone);
  work.forgotten.push({
    documents: gone.map(({ c, id }) => ({ c, id })),
    places,
    companyNames: names,
    hashes: gone.flatMap(({ v }) => textOf(v["sha256"])),
  });
  return "ok";
}

async function refuseAbsorbed(
  { deps: { working } }: GroupWork,
  before: StoredDocument | undefined,
): Promise<void> {
  const into = before?.v["mergedInto"];
  if (typeof into !== "string") return;
  const key = { c: "contacts" as const, id: into };
  await working.load([key]);
  const other = working.get(key)?.doc;
  if (other && !other.deleted)
    throw new GroupRefused("absorbed", "Another contact has absorbed it.");
}

/** Ids of the contact and of all that it has absorbed; whatever names them is in the working set then. */
async function oneWith(
  { deps: { working, tenant } }: GroupWork,
  id: string,
): Promise<ReadonlySet<string>> {
  const ids = new Set([id]);
  for (let next = [id]; next.length > 0;) {
    working.absorb(await tenant.naming(next));
    next = working
      .all()
      .filter(
        ({ doc }) =>
          doc.c === "contacts" &&
          !ids.has(doc.id) &&
          ids.has(String(doc.v["mergedInto"])),
      )
      .map(({ doc }) => doc.id);
    for (const one of next) ids.add(one);
  }
  return ids;
}

function goesAlong(
  { deps: { working } }: GroupWork,
  { c, v }: StoredDocument,
  isGone: (id: unknown) => boolean,
): boolean {
  if (!isGone(v["contactId"])) return false;
  if (GOES_ALONG.has(c)) return true;
  const heir = v["companyId"];
  if (c !== "opportunities" || typeof heir !== "string" || isGone(heir))
    return c === "opportunities";
  const company = working.get({ c: "contacts", id: heir })?.doc;
  return company !== undefined && isErased(company);
}

/** A note about something that goes, or one that keeps the name of a company that goes. */
function tellsOf(
  { v }: StoredDocument,
  goneIds: ReadonlySet<string>,
  contacts: ReadonlySet<string>,
): boolean {
  if (v["kind"] === "erasure") return false;
  if (goneIds.has(String(v["docId"]))) return true;
  return COMPANY.has(String(v["field"])) && namesOne(v, contacts);
}

/** What a conflict has kept is one of these. */
function keepsOne({ v }: StoredDocument, values: readonly string[]): boolean {
  const valueOf = (side: unknown) =>
    (side as { readonly value?: unknown } | undefined)?.value;
  return [v["base"], valueOf(v["winner"]), valueOf(v["loser"])].some(
    (one) => typeof one === "string" && values.includes(one),
  );
}

/** What stays of a document that stays. */
function left(
  doc: StoredDocument,
  isGone: (id: unknown) => boolean,
  goneIds: ReadonlySet<string>,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const v = withoutNamesOf(doc, isGone);
  if (doc.c === "notes" && Array.isArray(v["base"]))
    return { ...v, base: recordWithout(v["base"], goneIds, names) };
  if (doc.c !== "opportunities" || !isGone(v["contactId"])) return v;
  const { description: _text, comment: _more, ...figures } = v;
  const description = v["no"] ?? "—";
  return { ...figures, contactId: v["companyId"], description };
}

function eraseDocument(
  work: GroupWork,
  { c, id, rev }: DocumentKey & { readonly rev: number },
): void {
  const held = work.deps.working.get({ c, id });
  work.merge({ c, id, k: "del", rev, o: "erased" }, held);
}

/** Who has done it, without a word of what was erased. */
async function log(
  work: GroupWork,
  docId: string,
  before: StoredDocument | undefined,
  gone: readonly StoredDocument[],
): Promise<void> {
  const { h, u } = work.stamp();
  const names = await work.deps.tenant.userNames([u]);
  const userName = names.get(u);
  const no = before?.v["no"];
  const counts = Object.groupBy(gone, ({ c }) => c);
  const note: Note = {
    ...{ id: work.deps.newId(), kind: "erasure", status: "done" },
    ...{ collection: "contacts", docId },
    base: {
      ...(typeof no === "string" ? { no } : {}),
      ...Object.fromEntries(
        Object.entries(counts).map(([c, some]) => [c, some.length]),
      ),
    },
    winner: {
      ...{ value: "erased", userId: u, at: isoOf(msOf(h)) },
      ...(userName === undefined ? {} : { userName }),
    },
  };
  work.put(noteDocument(note, "all", work.stamp()), null);
}

function textOf(value: unknown): readonly string[] {
  return typeof value === "string" ? [value] : [];
}
