import type { Contact } from "../../shared/entities/contact.ts";
import {
  accountFollows,
  changedCommon,
} from "../../shared/domain/account-fields.ts";
import { checkRequest } from "../../shared/domain/account-request.ts";
import type { Account, AccountKind } from "../../shared/entities/account.ts";
import { importedId } from "../import/imported-id.ts";
import { aliveIn, valueOf, type LinkingRun } from "./linking-run.ts";
import { readSetUp } from "./set-up.ts";

/**
 * What a group's changes of contacts mean for the accounts (CNV-4, CNV-5, NAM-4, DEL-3): values follow, a relation that
 * goes or a contact that is deleted lets go of its account, one that comes back takes it again.
 */
export async function settleLinks(run: LinkingRun): Promise<void> {
  const contacts = run
    .touched()
    .filter(({ c }) => c === "contacts")
    .map(({ id, before, after }) => ({
      ...{ id, gone: before?.deleted ? before.v : null },
      before: valueOf("contacts", before),
      after: valueOf("contacts", after),
    }));
  const links = contacts.flatMap(({ before, after }) => [
    ...linksOf(before),
    ...linksOf(after),
  ]);
  if (links.length > 0)
    await run.working.load(links.map(([id]) => ({ c: "accounts", id })));
  for (const contact of contacts) await settleContact(run, contact);
}

interface Settled {
  readonly id: string;
  readonly before: Contact | null;
  readonly after: Contact | null;
  /** As it was when it was deleted, if it was. */
  readonly gone: Readonly<Record<string, unknown>> | null;
}

async function settleContact(
  run: LinkingRun,
  { id, before, after, gone }: Settled,
): Promise<void> {
  const old = linksOf(before);
  const now = linksOf(after);
  const lost = linksOf(gone as Contact | null);
  for (const account of old.keys())
    if (!now.has(account)) letGo(run, account, id);
  for (const [account, link] of now)
    if (!old.has(account))
      await take(run, account, { ...link, isBack: lost.has(account) }, after);
  for (const account of now.keys()) follow(run, account, before, after);
  const renamed = before !== null && before.name !== after?.name;
  if (before?.type === "person" && renamed) await nameAsPrimary(run, id, after);
}

/** CNV-5: the account stays, without its contact. */
function letGo(run: LinkingRun, accountId: string, contactId: string): void {
  const account = aliveIn(run.working, "accounts", accountId);
  if (account?.contactId !== contactId) return;
  const {
    contactId: _contact,
    primaryContactId: _primary,
    primaryContactName: _name,
    ...left
  } = account;
  write(run, account, left);
}

/** REL-3: a link that a device writes holds when the record is free, as after an Undo; a new one is asked for. */
async function take(
  run: LinkingRun,
  accountId: string,
  link: Link & { readonly isBack: boolean },
  contact: Contact | null,
): Promise<void> {
  if (!contact) return;
  const account = aliveIn(run.working, "accounts", accountId);
  if (account?.contactId === contact.id) return;
  // Nobody asks for a link by sending a contact whole, or by bringing one back that had it.
  const whole = run.isSentWhole(contact.id) || link.isBack;
  // A contact may come before the ERP's records do, whole: then nobody else may hold that record.
  const free = account
    ? account.contactId === undefined
    : whole && (await isNobodys(run, link, contact.id));
  if (free) {
    if (account && !whole) await refuseUnlinkable(run, account, link, contact);
    if (account) write(run, account, { ...account, contactId: contact.id });
    return;
  }
  if (!whole)
    run.refuse("linked_elsewhere", "The record is gone, or has a contact.");
  const current = aliveIn(run.working, "contacts", contact.id) ?? contact;
  const { [link.row]: _row, ...relations } = current.relations ?? {};
  const { relations: _all, ...bare } = current;
  const none = Object.keys(relations).length === 0;
  run.write({
    ...{ c: "contacts", id: contact.id, before: current },
    after: none ? bare : { ...bare, relations },
    origin: "merged",
  });
}

/** CNV-1, REL-5, PRV-1: what would refuse a request to link refuses a link that a device writes itself. */
async function refuseUnlinkable(
  run: LinkingRun,
  account: Account,
  { row, kind }: Link,
  contact: Contact,
): Promise<void> {
  const employer = contact.type === "person" ? contact.companyId : undefined;
  if (employer) await run.working.load([{ c: "contacts", id: employer }]);
  const setUp = await readSetUp(run.tenant, run.working);
  const { [row]: own, ...relations } = contact.relations ?? {};
  const checked = checkRequest({
    ...{ ...setUp, account, request: { action: "link", kind } },
    contact: { ...contact, relations },
    company: aliveIn(run.working, "contacts", employer),
  });
  if (!checked.ok)
    run.refuse(checked.error.kind, "A request to link would be refused.");
  if (checked.value.target.id !== contact.id)
    run.refuse("relation_needs_link", "Such a record belongs to the company.");
  if (own?.code !== setUp.linkCodes[kind])
    run.refuse("relation_needs_link", "That relation links no such record.");
}

/** Whether no other contact is linked to a record of the ERP, as this push has left them so far. */
async function isNobodys(
  run: LinkingRun,
  { kind, no }: Link,
  own: string,
): Promise<boolean> {
  const holds = (contact: Contact | null) =>
    Object.values(contact?.relations ?? {}).some(
      ({ linkKind, linkNo }) => linkKind === kind && linkNo === no,
    );
  const here = run.working.all().some(({ doc }) => {
    if (doc.c !== "contacts" || doc.id === own) return false;
    return holds(valueOf("contacts", doc));
  });
  if (here) return false;
  const id = (await run.tenant.linkedContacts([no])).get(`${kind}/${no}`);
  if (id === undefined || id === own) return true;
  // Known in this push, it holds it no more.
  return run.working.get({ c: "contacts", id }) !== null;
}

function follow(
  run: LinkingRun,
  accountId: string,
  before: Contact | null,
  after: Contact | null,
): void {
  const account = aliveIn(run.working, "accounts", accountId);
  if (!account || !before || !after || account.contactId !== after.id) return;
  const fields = changedCommon(account.kind, before, after);
  write(run, account, accountFollows(account, after, fields));
}

/** NAM-4, DEL-3: the primary contact's name is kept at the account; when they are gone the place is empty. */
async function nameAsPrimary(
  run: LinkingRun,
  personId: string,
  person: Contact | null,
): Promise<void> {
  run.working.absorb(await run.tenant.accountsOf(personId));
  for (const { doc } of run.working.all()) {
    const account = doc.c === "accounts" ? valueOf("accounts", doc) : null;
    if (account?.primaryContactId !== personId) continue;
    const {
      primaryContactId: _id,
      primaryContactName: _name,
      ...left
    } = account;
    write(
      run,
      account,
      person ? { ...account, primaryContactName: person.name } : left,
    );
  }
}

function write(run: LinkingRun, before: Account, after: Account): void {
  run.write({
    ...{ c: "accounts", id: before.id, before, after },
    origin: "inherited",
  });
}

interface Link {
  readonly row: string;
  readonly kind: AccountKind;
  readonly no: string;
}

/** The links of a contact by the id of the account, with the row that says so. */
function linksOf(contact: Contact | null): ReadonlyMap<string, Link> {
  return new Map(
    Object.entries(contact?.relations ?? {}).flatMap(
      ([row, { linkKind: kind, linkNo: no }]) =>
        kind && no
          ? [[importedId("account", kind, no), { row, kind, no }]]
          : [],
    ),
  );
}
