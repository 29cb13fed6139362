import {
  isLinked,
  linkCodesOf,
  relationsWithCompany,
  relationSummary,
  type LinkCodes,
} from "../../../shared/domain/business-relations.ts";
import type { Account } from "../../../shared/entities/account.ts";
import type {
  Contact,
  Relation,
  RelationSummary,
} from "../../../shared/entities/contact.ts";
import type { Note } from "../../../shared/entities/note.ts";
import type { Store } from "../../local-store/store.ts";
import { useLive } from "../../local-store/use-live.ts";

export interface RelationRow {
  readonly id: string;
  readonly relation: Relation;
  /** It stands on this very card, and not on the company's. */
  readonly own: boolean;
  /** The linked record, when this device has it. */
  readonly account: Account | null;
}

export interface RelationsOfContact {
  readonly contact: Contact;
  /** The employer of a person. */
  readonly company: Contact | null;
  readonly rows: readonly RelationRow[];
  readonly summary: RelationSummary | undefined;
  /** Requests that wait for the server, and those that it refused, the newest first. */
  readonly requests: readonly Note[];
  readonly linkCodes: LinkCodes;
}

const ACCOUNTS = 20;
const NOTES = 1000;

/** REL-4: a contact's relations with its company's, and what has been asked for; kept current. */
export function useRelations(id: string) {
  return useLive<RelationsOfContact | null>({
    key: `relations/${id}`,
    collections: ["contacts", "accounts", "notes", "settings"],
    shared: true,
    read: (store) => readRelations(store, id),
  });
}

export async function readRelations(
  store: Store,
  id: string,
): Promise<RelationsOfContact | null> {
  const contact = await store.get("contacts", id);
  if (!contact) return null;
  const employer = contact.type === "person" ? contact.companyId : undefined;
  const company = employer ? await store.get("contacts", employer) : null;
  const ids = [contact.id, ...(company ? [company.id] : [])];
  const [accounts, notes, settings] = await Promise.all([
    Promise.all(ids.map((one) => store.byContact("accounts", one, ACCOUNTS))),
    Promise.all(ids.map((one) => store.byContact("notes", one, NOTES))),
    store.all("settings", 10),
  ]);
  const all = relationsWithCompany(contact, company);
  return {
    contact,
    company,
    rows: Object.entries(all).map(([row, relation]) => ({
      id: row,
      relation,
      own: contact.relations?.[row] !== undefined,
      account:
        accounts
          .flat()
          .find((one) => isLinked(relation) && fits(one, relation)) ?? null,
    })),
    summary: relationSummary(all),
    requests: notes
      .flat()
      .filter(({ kind, status }) => kind === "request" && status !== "done")
      .toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    linkCodes: linkCodesOf(
      settings.find((setting) => setting.key === "marketing") ?? null,
    ),
  };
}

function fits(account: Account, { linkKind, linkNo }: Relation): boolean {
  return account.kind === linkKind && account.no === linkNo;
}
