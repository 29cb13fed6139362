import {
  NOT_A_CUSTOMER,
  type Bought,
} from "../../../shared/domain/brief/bought.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { ErpBook } from "../../local-store/erp/erp-book.ts";
import type { Store } from "../../local-store/store.ts";
import { readCustomer } from "./use-customer.ts";

const RECENT = 2;

/** What the customer behind a card has bought, read once: a person's is the company's (HIS-3). */
export async function readBought(
  store: Store,
  erp: ErpBook,
  contact: Contact,
): Promise<Bought> {
  const { accounts } = await readCustomer(store, contact);
  const ids = accounts.map(({ id }) => id);
  const [first] = ids;
  if (first === undefined) return NOT_A_CUSTOMER;
  const [summary, similar] = await Promise.all([
    erp.purchases(ids, null),
    erp.similar(first),
  ]);
  const years = summary.years.slice(0, RECENT).map(({ year }) => year);
  const recent = await Promise.all(
    years.map(async (year) => {
      const { products } = await erp.purchases(ids, year);
      return { year, products };
    }),
  );
  return {
    customers: accounts.map(({ no }) => no),
    ...{ summary, recent },
    never: similar.products,
  };
}
