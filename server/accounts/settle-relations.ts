import {
  isLinked,
  relationsWithCompany,
  relationSummary,
  settledRelations,
} from "../../shared/domain/business-relations.ts";
import { withValue } from "../../shared/domain/with-value.ts";
import type { AccountKind } from "../../shared/entities/account.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import { aliveIn, valueOf, type LinkingRun } from "./linking-run.ts";
import { readSetUp } from "./set-up.ts";

/**
 * REL-1, REL-2, REL-6: one row a code, none by hand that stands for a linked record, and the summary of every contact
 * whose relations or employer the group has changed, of a company's people too.
 */
export async function settleRelations(run: LinkingRun): Promise<void> {
  const contacts = run.touched().flatMap(({ c, before, after }) => {
    const was = c === "contacts" ? valueOf("contacts", before) : null;
    const is = c === "contacts" ? valueOf("contacts", after) : null;
    if (!is) return [];
    const gone = before?.deleted ? before.v : null;
    const had = (was ?? (gone as Contact | null))?.relations ?? {};
    return [{ was, is, had, related: !same(was?.relations, is.relations) }];
  });
  const companies = contacts
    .filter(({ was, is, related }) => related && was && is.type === "company")
    .map(({ is }) => is.id);
  if (companies.length > 0)
    run.working.absorb(await run.tenant.peopleOf(companies));
  for (const { was, is, had, related } of contacts) {
    if (related) await tidy(run, { was, is, had });
    const moved = was?.companyId !== is.companyId || was?.type !== is.type;
    const settled = aliveIn(run.working, "contacts", is.id) ?? is;
    if (related || moved) await summarise(run, settled);
    if (related && was && is.type === "company") people(run, settled);
  }
}

async function tidy(
  run: LinkingRun,
  {
    was,
    is,
    had,
  }: {
    readonly was: Contact | null;
    readonly is: Contact;
    /** As it was, or as it was deleted. */
    readonly had: NonNullable<Contact["relations"]>;
  },
): Promise<void> {
  const { linkCodes } = await readSetUp(run.tenant, run.working);
  const reserved = new Set<string>(
    (Object.keys(linkCodes) as AccountKind[]).map((kind) => linkCodes[kind]),
  );
  const byHand = Object.entries(is.relations ?? {}).filter(
    ([id, row]) =>
      reserved.has(row.code) && !isLinked(row) && !was?.relations?.[id],
  );
  const isNew = byHand.some(([id]) => !had[id]);
  if (isNew && !run.isSentWhole(is.id))
    run.refuse(
      "relation_needs_link",
      "That relation comes with a linked record.",
    );
  const left = Object.fromEntries(
    Object.entries(is.relations ?? {}).filter(
      ([id]) => !byHand.some(([other]) => other === id),
    ),
  );
  const relations = settledRelations(left);
  const none = Object.keys(relations).length === 0;
  const after = withValue(is, "relations", none ? null : relations);
  if (!same(after.relations, is.relations)) write(run, is, after);
}

async function summarise(run: LinkingRun, contact: Contact): Promise<void> {
  const employer = contact.type === "person" ? contact.companyId : undefined;
  if (employer) await run.working.load([{ c: "contacts", id: employer }]);
  write(
    run,
    contact,
    summarised(contact, aliveIn(run.working, "contacts", employer)),
  );
}

function people(run: LinkingRun, company: Contact): void {
  for (const { doc } of run.working.all()) {
    const person = doc.c === "contacts" ? valueOf("contacts", doc) : null;
    if (person?.type !== "person" || person.companyId !== company.id) continue;
    write(run, person, summarised(person, company));
  }
}

function summarised(contact: Contact, company: Contact | null): Contact {
  return withValue(
    contact,
    "businessRelation",
    relationSummary(relationsWithCompany(contact, company)),
  );
}

function write(run: LinkingRun, before: Contact, after: Contact): void {
  run.write({
    ...{ c: "contacts", id: before.id, before, after },
    origin: "inherited",
  });
}

function same(a: Contact["relations"], b: Contact["relations"]): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(relations: Contact["relations"]): readonly unknown[] {
  return Object.entries(relations ?? {})
    .filter(([, row]) => row !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
