import { ok, refuse, type Result } from "../core/result.ts";
import type { Account, AccountKind } from "../entities/account.ts";
import type { Code } from "../entities/code.ts";
import type { Contact } from "../entities/contact.ts";
import type { AccountRequest, RequestRefusal } from "../entities/note.ts";
import {
  accountFollows,
  commonFields,
  contactFollows,
} from "./account-fields.ts";
import {
  relationId,
  relationsWithCompany,
  relationSummary,
  settledRelations,
  type LinkCodes,
  type Relations,
} from "./business-relations.ts";
import type { Change } from "./change.ts";
import { withName } from "./contact-name.ts";
import { withValue } from "./with-value.ts";

/** What one knows when a request is decided; the server's answer counts, the screens ask the same before they send. */
export interface RequestFacts {
  readonly request: AccountRequest;
  /** From whose card it was asked; null = no such contact. */
  readonly contact: Contact | null;
  /** The company of a person who has one. */
  readonly company: Contact | null;
  /** Of `link`: the chosen record. */
  readonly account: Account | null;
  /** The templates of the set-up, of both kinds. */
  readonly templates: readonly Code[];
  readonly linkCodes: LinkCodes;
}

export interface Linking {
  /** Who is linked: for a customer, vendor or bank the company of a person who has one (CNV-1). */
  readonly target: Contact;
  /** Of `create` as customer or vendor. */
  readonly template: Code | null;
}

type Refused = { readonly kind: RequestRefusal };

/** CNV-1, CNV-3, PRV-1, REL-3, REL-5: whether a request to create or link can be carried out, and on which contact. */
export function checkRequest(facts: RequestFacts): Result<Linking, Refused> {
  const { request, contact, company, account, linkCodes } = facts;
  const { kind } = request;
  if (!contact) return refuse({ kind: "contact_gone" });
  if (contact.privacyBlocked || company?.privacyBlocked)
    return refuse({ kind: "privacy_blocked" });
  if (kind === "employee" && contact.type !== "person")
    return refuse({ kind: "not_a_person" });
  if (linkCodes[kind] === "") return refuse({ kind: "no_relation_code" });
  const target = kind === "employee" ? contact : (company ?? contact);
  const there =
    kind === "employee"
      ? (contact.relations ?? {})
      : relationsWithCompany(contact, company);
  if (linkOf(there, kind)) return refuse({ kind: "already_linked" });
  if (request.action === "link") {
    if (account?.kind !== kind) return refuse({ kind: "account_gone" });
    if (account.contactId !== undefined && account.contactId !== target.id)
      return refuse({ kind: "account_linked" });
    return ok({ target, template: null });
  }
  if (!needsTemplate(kind)) return ok({ target, template: null });
  const template = facts.templates.find(
    (one) => one.kind === `${kind}Template` && one.code === request.template,
  );
  if (!template || template.inactive)
    return refuse({ kind: "template_missing" });
  return (template.contactType ?? target.type) === target.type
    ? ok({ target, template })
    : refuse({ kind: "template_type" });
}

/** CNV-1: asks for a new record where nobody chooses a template: from the first that fits. */
export function plainRequest(
  kind: AccountKind,
  type: Contact["type"],
  templates: readonly Code[],
): AccountRequest {
  const template = templates.find(
    (one) =>
      one.kind === `${kind}Template` &&
      !one.inactive &&
      (one.contactType ?? type) === type,
  );
  return {
    ...{ action: "create", kind },
    ...(template ? { template: template.code } : {}),
  };
}

/** CNV-7: the request as a document that the server answers. */
export function requestChange(
  id: string,
  request: AccountRequest,
  asked: Contact,
  target: Contact,
): Change {
  const after = {
    ...{ id, kind: "request" as const, status: "open" as const, request },
    ...{ contactId: target.id, collection: "contacts", docId: asked.id },
  };
  return { c: "notes", id, before: null, after };
}

export function needsTemplate(
  kind: AccountKind,
): kind is "customer" | "vendor" {
  return kind === "customer" || kind === "vendor";
}

/** The number of the linked record of a kind; undefined = none. */
export function linkOf(
  relations: Relations,
  kind: AccountKind,
): string | undefined {
  return Object.values(relations).find((row) => row.linkKind === kind)?.linkNo;
}

export interface Linked {
  readonly contact: Contact;
  readonly account: Account;
}

/** CNV-1: the new record of a contact, from the contact's fields and, where those are empty, the template's. */
export function createdAccount(
  identity: Pick<Account, "id" | "no" | "kind">,
  { target, template }: Linking,
  asked: Contact,
  linkCodes: LinkCodes,
): Linked {
  const { kind, no } = identity;
  const bare: Account = {
    ...identity,
    ...(template?.country ? { country: template.country } : {}),
    ...(template?.territory ? { territory: template.territory } : {}),
    ...(template?.currency ? { currency: template.currency } : {}),
    ...(template ? { template: template.code } : {}),
    name: target.name,
  };
  const filled = commonFields(kind).filter((f) => target[f] !== undefined);
  const account = accountFollows(bare, target, filled);
  return {
    contact: withLink(target, kind, no, linkCodes),
    account: withHolder(account, target, asked),
  };
}

/** CNV-3: one side's fields win; what is empty there is taken from the other, and from then on both say the same. */
export function linkedAccount(
  account: Account,
  { target }: Linking,
  asked: Contact,
  wins: "contact" | "account",
  linkCodes: LinkCodes,
): Linked {
  const fields = commonFields(account.kind);
  const has = (side: Account | Contact) =>
    fields.filter((field) => side[field] !== undefined);
  const onlyIn = (a: Account | Contact, b: Account | Contact) =>
    has(a).filter((field) => b[field] === undefined);
  const toAccount = wins === "contact" ? has(target) : onlyIn(target, account);
  const toContact = wins === "account" ? has(account) : onlyIn(account, target);
  return {
    contact: withLink(
      contactFollows(target, account, toContact),
      account.kind,
      account.no,
      linkCodes,
    ),
    account: withHolder(
      accountFollows(account, target, toAccount),
      target,
      asked,
    ),
  };
}

/** CNV-6, DEF-3: the contact of an account that has none; no defaults, only what the account says. */
export function contactOfAccount(
  account: Account,
  id: string,
  linkCodes: LinkCodes,
): Linked {
  const type = account.kind === "employee" ? "person" : "company";
  const bare: Contact = {
    id,
    type,
    name: "-",
    ...(type === "company" ? { companyId: id } : {}),
  };
  const fields = commonFields(account.kind).filter(
    (field) => account[field] !== undefined,
  );
  const contact = contactFollows(withName(bare, account.name), account, fields);
  return {
    contact: withLink(contact, account.kind, account.no, linkCodes),
    account: withHolder(account, contact, contact),
  };
}

/** The contact with the relation that stands for a linked record. */
export function withLink(
  contact: Contact,
  kind: AccountKind,
  no: string,
  linkCodes: LinkCodes,
): Contact {
  const code = linkCodes[kind];
  const relations = settledRelations({
    ...contact.relations,
    [relationId(contact.id, code)]: { code, linkKind: kind, linkNo: no },
  });
  return withValue(
    { ...contact, relations },
    "businessRelation",
    relationSummary(relations),
  );
}

function withHolder(
  account: Account,
  target: Contact,
  asked: Contact,
): Account {
  const person = asked.type === "person" ? asked : null;
  return {
    ...account,
    contactId: target.id,
    ...(person && person.id !== target.id
      ? { primaryContactId: person.id, primaryContactName: person.name }
      : {}),
  };
}
