import type { Contact } from "../../shared/entities/contact.ts";
import {
  accountFollows,
  changedCommon,
} from "../../shared/domain/account-fields.ts";
import type { Account, AccountKind } from "../../shared/entities/account.ts";
import { importedId } from "../import/imported-id.ts";
import { aliveIn, valueOf, type LinkingRun } from "./linking-run.ts";

/**
 * What a group's changes of contacts mean for the accounts (CNV-4, CNV-5, NAM-4, DEL-3): values follow, a relation that
 * goes or a contact that is deleted lets go of its account, one that comes back takes it again.
 */
export async function settleLinks(run: LinkingRun): Promise<void> {
  for (const { c, id, before, after } of run.touched()) {
    if (c !== "contacts") continue;
    await settleContact(run, id, {
      before: valueOf("contacts", before),
      after: valueOf("contacts", after),
    });
  }
}

async function settleContact(
  run: LinkingRun,
  id: string,
  { before, after }: { before: Contact | null; after: Contact | null },
): Promise<void> {
  const old = linksOf(before);
  const now = linksOf(after);
  if (old.size + now.size > 0)
    await run.working.load(
      [...old.keys(), ...now.keys()].map((one) => ({ c: "accounts", id: one })),
    );
  for (const account of old.keys())
    if (!now.has(account)) letGo(run, account, id);
  for (const [account, link] of now)
    if (!old.has(account)) await take(run, account, link, after);
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
  link: { row: string; kind: string; no: string },
  contact: Contact | null,
): Promise<void> {
  if (!contact) return;
  const account = aliveIn(run.working, "accounts", accountId);
  if (account?.contactId === contact.id) return;
  const whole = run.isSentWhole(contact.id);
  // A contact may come before the ERP's records do, whole: then nobody else may hold that record.
  const free = account
    ? account.contactId === undefined
    : whole && (await holderOf(run, link)) === undefined;
  if (free) {
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

async function holderOf(
  run: LinkingRun,
  { kind, no }: { kind: string; no: string },
): Promise<string | undefined> {
  return (await run.tenant.linkedContacts()).get(`${kind}/${no}`);
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

/** The links of a contact by the id of the account, with the row that says so. */
function linksOf(
  contact: Contact | null,
): ReadonlyMap<string, { row: string; kind: AccountKind; no: string }> {
  return new Map(
    Object.entries(contact?.relations ?? {}).flatMap(
      ([row, { linkKind: kind, linkNo: no }]) =>
        kind && no
          ? [[importedId("account", kind, no), { row, kind, no }]]
          : [],
    ),
  );
}
