import { ok, refuse, type Result } from "../core/result.ts";
import type { AccountKind } from "../entities/account.ts";
import type {
  Contact,
  Relation,
  RelationSummary,
} from "../entities/contact.ts";
import type { Setting } from "../entities/setting.ts";
import type { Change } from "./change.ts";
import { namedId } from "./named-id.ts";
import { starterDefaults } from "./starter-defaults.ts";
import { withValue } from "./with-value.ts";

/** How a contact stands to us (domain.md REL). */

export type Relations = Readonly<Record<string, Relation>>;

/** REL-5: the relation that stands for a linked record of each kind, from the set-up, else as the starter has it. */
export type LinkCodes = Readonly<Record<AccountKind, string>>;

export function linkCodesOf(setting: Setting | null): LinkCodes {
  const all = { ...starterDefaults, ...setting };
  return {
    customer: all.relationCustomer ?? "",
    vendor: all.relationVendor ?? "",
    bank: all.relationBank ?? "",
    employee: all.relationEmployee ?? "",
  };
}

/** REL-2: the kind of record that a relation stands for; undefined = it is said by hand. */
export function accountOf(
  code: string,
  linkCodes: LinkCodes,
): AccountKind | undefined {
  const linked = Object.entries(linkCodes).find(([, one]) => one === code);
  return linked?.[0] as AccountKind | undefined;
}

/** The place of a relation in its contact: the same on every device, so that two who add one add one row (REL-1). */
export function relationId(contactId: string, code: string): string {
  return namedId(`relation/${contactId}/${code}`);
}

/** REL-6. Undefined = none at all. */
export function relationSummary(
  relations: Relations | undefined,
): RelationSummary | undefined {
  const [first, ...others] = Object.values(relations ?? {});
  if (!first) return undefined;
  return others.length > 0 ? "multiple" : (first.linkKind ?? "other");
}

/** REL-4: a person's own relations (an employee, a freelance) and their company's. */
export function relationsWithCompany(
  contact: Pick<Contact, "relations" | "type">,
  company: Pick<Contact, "relations"> | null,
): Relations {
  return contact.type === "person"
    ? { ...company?.relations, ...contact.relations }
    : (contact.relations ?? {});
}

/**
 * REL-1: one row a code. Of two that say the same the linked one stays, else the one with the smaller id: whichever
 * order they came in. The same object when there is nothing to settle.
 */
export function settledRelations(relations: Relations): Relations {
  const kept = new Map<string, string>();
  const ids = Object.keys(relations).toSorted();
  for (const id of ids) {
    const row = relations[id];
    if (!row) continue;
    const other = relations[kept.get(row.code) ?? ""];
    if (!other || (!isLinked(other) && isLinked(row))) kept.set(row.code, id);
  }
  if (kept.size === ids.length) return relations;
  const stay = new Set(kept.values());
  return Object.fromEntries(
    Object.entries(relations).filter(([id]) => stay.has(id)),
  );
}

export function isLinked(relation: Relation): boolean {
  return relation.linkKind !== undefined && relation.linkNo !== undefined;
}

export type RelationProblem =
  | { readonly kind: "relation-twice" }
  /** REL-2: it comes with a linked record only. */
  | { readonly kind: "relation-needs-link"; readonly account: AccountKind }
  /** REL-4: the relations of a person in a company are the company's. */
  | { readonly kind: "relation-of-company" };

export function addRelation(
  contact: Contact,
  code: string,
  linkCodes: LinkCodes,
): Result<readonly Change[], RelationProblem> {
  if (contact.type === "person" && contact.companyId !== undefined)
    return refuse({ kind: "relation-of-company" });
  const account = accountOf(code, linkCodes);
  if (account) return refuse({ kind: "relation-needs-link", account });
  const relations = contact.relations ?? {};
  if (Object.values(relations).some((row) => row.code === code))
    return refuse({ kind: "relation-twice" });
  return ok(
    withRelations(contact, {
      ...relations,
      [relationId(contact.id, code)]: { code },
    }),
  );
}

/** CNV-5: taking away a linked relation unlinks; the record itself stays. */
export function removeRelation(
  contact: Contact,
  id: string,
): readonly Change[] {
  const { [id]: _gone, ...left } = contact.relations ?? {};
  return withRelations(contact, left);
}

function withRelations(
  contact: Contact,
  relations: Record<string, Relation>,
): readonly Change[] {
  const empty = Object.keys(relations).length === 0;
  const related = withValue(contact, "relations", empty ? null : relations);
  const after = withValue(
    related,
    "businessRelation",
    relationSummary(relations),
  );
  return [{ c: "contacts", id: contact.id, before: contact, after }];
}
