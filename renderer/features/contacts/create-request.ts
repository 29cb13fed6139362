import {
  checkRequest,
  plainRequest,
} from "../../../shared/domain/account-request.ts";
import {
  accountOf,
  linkCodesOf,
} from "../../../shared/domain/business-relations.ts";
import type { Code } from "../../../shared/entities/code.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type {
  AccountRequest,
  RequestRefusal,
} from "../../../shared/entities/note.ts";
import type { Setting } from "../../../shared/entities/setting.ts";

export interface RequestFacts {
  readonly setting: Setting | null;
  readonly company: Contact | null;
  /** From which a record can be asked for; absent = not from here. */
  readonly templates?: readonly Code[];
}

/** The record that the relation of a new contact needs; null = none, or it is not asked for from here. */
export function requestOf(
  type: Contact["type"],
  { setting, company, templates }: RequestFacts,
  relation: string,
): AccountRequest | null {
  if (relation === "" || company !== null || !templates) return null;
  const account = accountOf(relation, linkCodesOf(setting));
  return account ? plainRequest(account, type, templates) : null;
}

/** CNV-7: why the server would refuse that record; null = nothing speaks against it. */
export function requestRefusal(
  type: Contact["type"],
  facts: RequestFacts,
  relation: string,
): RequestRefusal | null {
  const request = requestOf(type, facts, relation);
  if (request === null) return null;
  const checked = checkRequest({
    ...{ request, company: null, account: null },
    contact: { id: "draft", type, name: "-" },
    templates: facts.templates ?? [],
    linkCodes: linkCodesOf(facts.setting),
  });
  return checked.ok ? null : checked.error.kind;
}
