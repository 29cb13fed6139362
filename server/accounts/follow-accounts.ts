import {
  changedCommon,
  contactFollows,
} from "../../shared/domain/account-fields.ts";
import { linkOf, withLink } from "../../shared/domain/account-request.ts";
import type { Account } from "../../shared/entities/account.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import { aliveIn, valueOf, type LinkingRun } from "./linking-run.ts";
import { readSetUp } from "./set-up.ts";

/**
 * CNV-4 the other way: what the ERP has changed in an account goes to its contact, and from there to a company's people
 * like any change. An account that comes with its contact is linked to it (REL-3).
 */
export async function followAccounts(run: LinkingRun): Promise<void> {
  for (const { c, before, after } of run.touched()) {
    const was = c === "accounts" ? valueOf("accounts", before) : null;
    const is = c === "accounts" ? valueOf("accounts", after) : null;
    if (!is?.contactId) continue;
    await run.working.load([{ c: "contacts", id: is.contactId }]);
    const contact = aliveIn(run.working, "contacts", is.contactId);
    if (!contact) run.refuse("contact_gone", "There is no such contact.");
    if (was?.contactId === is.contactId) follow(run, was, is, contact);
    else await link(run, is, contact);
  }
}

function follow(
  run: LinkingRun,
  was: Account,
  is: Account,
  contact: Contact,
): void {
  const fields = changedCommon(is.kind, was, is);
  if (fields.length === 0) return;
  write(run, contact, contactFollows(contact, is, fields));
}

async function link(
  run: LinkingRun,
  account: Account,
  contact: Contact,
): Promise<void> {
  const there = linkOf(contact.relations ?? {}, account.kind);
  if (there === account.no) return;
  if (there !== undefined)
    run.refuse("already_linked", `The contact is linked to ${there}.`);
  const { linkCodes } = await readSetUp(run.tenant, run.working);
  if (linkCodes[account.kind] === "")
    run.refuse("no_relation_code", "No relation stands for such a record.");
  const linked = withLink(contact, account.kind, account.no, linkCodes);
  write(run, contact, linked);
}

function write(run: LinkingRun, before: Contact, after: Contact): void {
  run.write({
    ...{ c: "contacts", id: before.id, before, after },
    origin: "imported",
  });
}
