import {
  inheritFlagsOf,
  type InheritFlags,
} from "../../shared/domain/inheritance.ts";
import { marketingSetting } from "../accounts/set-up.ts";
import { msOf } from "./envelope.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import type { GroupWork } from "./group-work.ts";
import {
  inheritedOps,
  joiningOps,
  reachesPeople,
} from "./inherit-to-people.ts";
import { nameOf } from "./working-set.ts";

/** OFF-8 for a person who has changed to a company that has changed meanwhile. */
export async function join(work: GroupWork): Promise<void> {
  const { working, tenant } = work.deps;
  if (work.trusted) return;
  for (const before of [...work.before.values()]) {
    if (before?.c !== "contacts" || before.v["type"] !== "person") continue;
    const person = working.get(before);
    const employer = person?.doc.v["companyId"];
    if (!person || person.doc.deleted || typeof employer !== "string") continue;
    if (employer === before.v["companyId"]) continue;
    // Nobody has moved: two companies are one.
    if (person.doc.stamps["companyId"]?.o === "merged") continue;
    const key = { c: "contacts", id: employer } as const;
    const company = working.get(key)?.doc;
    if (!company || company.deleted) continue;
    const since = msOf(work.context.hlc);
    const changes = await tenant.changesSince(key, since);
    if (changes.length === 0) continue;
    const flags = await flagsOf(work);
    for (const op of joiningOps(person.doc, company, changes, flags))
      work.merge(op, working.get(person.doc));
  }
}

/** Came with a company that was absorbed: their values are their own as long as nobody changes that company's. */
function hasComeByMerge(
  work: GroupWork,
  person: StoredDocument,
  companyId: string,
): boolean {
  const before = work.before.get(nameOf(person));
  return (
    person.stamps["companyId"]?.o === "merged" &&
    before !== null &&
    before !== undefined &&
    before.v["companyId"] !== companyId
  );
}

async function flagsOf(work: GroupWork): Promise<InheritFlags> {
  const { working, tenant } = work.deps;
  working.absorb(await tenant.marketing());
  return inheritFlagsOf(marketingSetting(working));
}

/** OFF-8, once per company, with its state before and after the whole group. */
export async function inherit(work: GroupWork): Promise<void> {
  const { working, tenant } = work.deps;
  const companies = [...work.before.values()].flatMap((before) => {
    const after = before?.c === "contacts" && working.get(before)?.doc;
    return after && reachesPeople(before, after) ? [{ before, after }] : [];
  });
  if (companies.length === 0) return;
  working.absorb(await tenant.peopleOf(companies.map((c) => c.after.id)));
  const flags = await flagsOf(work);
  for (const { before, after } of companies) {
    for (const held of working.all()) {
      if (held.doc.c !== "contacts" || held.doc.deleted) continue;
      if (hasComeByMerge(work, held.doc, after.id)) continue;
      for (const op of inheritedOps(before, after, held.doc, flags))
        work.merge(op, working.get(held.doc));
    }
  }
}
