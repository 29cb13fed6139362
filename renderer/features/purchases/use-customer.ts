import type { Account } from "../../../shared/entities/account.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Store } from "../../local-store/store.ts";
import { useLive } from "../../local-store/use-live.ts";

export interface Customer {
  /** Whose purchases they are: the company of a person who has one (HIS-3). */
  readonly holder: Contact;
  /** Empty = not a customer. */
  readonly accounts: readonly Account[];
}

/** HIS-3: the customer records behind a card, kept current. */
export function useCustomer(contact: Contact) {
  return useLive<Customer>({
    key: `customer/${contact.id}/${contact.companyId ?? ""}`,
    collections: ["contacts", "accounts"],
    read: (store) => readCustomer(store, contact),
  });
}

export async function readCustomer(
  store: Store,
  contact: Contact,
): Promise<Customer> {
  const employer = contact.type === "person" ? contact.companyId : undefined;
  const company = employer ? await store.get("contacts", employer) : null;
  const holder = company ?? contact;
  const accounts = await store.byContact("accounts", holder.id, 20);
  return {
    holder,
    accounts: accounts.filter(({ kind }) => kind === "customer"),
  };
}
