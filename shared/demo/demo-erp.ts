import { addDays } from "../core/calendar.ts";
import type { Account } from "../entities/account.ts";
import type { Contact } from "../entities/contact.ts";
import type { Purchase } from "../entities/purchase.ts";
import { at, DEMO_DAY, type DemoDocument } from "./demo-document.ts";
import { demoItems } from "./demo-texts.ts";
import { demoUsers } from "./demo-users.ts";
import { namedId } from "../domain/named-id.ts";
import type { Chance } from "./random.ts";

const BY = demoUsers.admin.userId;

/** Customers, vendors and the bank that contacts are linked to, and our own salespeople as employees. */
export function demoAccounts(companies: readonly Contact[]): DemoDocument[] {
  const linked = companies.flatMap((company) =>
    Object.values(company.relations ?? {}).flatMap((relation): Account[] => {
      const { linkKind: kind, linkNo: no } = relation;
      if (!kind || !no) return [];
      const { name, address, postCode, city, country } = company;
      const { phone, email, vatNo, salesperson } = company;
      return [
        {
          id: accountId(kind, no),
          kind,
          no,
          name,
          contactId: company.id,
          ...(address ? { address } : {}),
          ...(postCode ? { postCode } : {}),
          ...(city ? { city } : {}),
          ...(country ? { country } : {}),
          ...(phone ? { phone } : {}),
          ...(email ? { email } : {}),
          ...(vatNo ? { vatNo } : {}),
          ...(salesperson ? { salesperson } : {}),
        },
      ];
    }),
  );
  const employees = (["CRO", "MBE", "SKE"] as const).map((code): Account => ({
    id: accountId("employee", code),
    kind: "employee",
    no: code,
    name: demoUsers[code].name,
    email: demoUsers[code].email,
  }));
  const atMs = at("2025-11-03", "09:30");
  return [...linked, ...employees].map((v) => ({
    c: "accounts",
    v,
    by: BY,
    atMs,
  }));
}

/** Posted lines of 24 months for every customer; now and then a credit note. */
export function demoPurchases(
  companies: readonly Contact[],
  chance: Chance,
): DemoDocument[] {
  const lines = companies.flatMap((company) => {
    const customer = Object.values(company.relations ?? {}).find(
      (relation) => relation.linkKind === "customer",
    )?.linkNo;
    return customer ? linesOf(company.id, customer, chance) : [];
  });
  return lines.map((v) => ({
    c: "purchases",
    v,
    by: BY,
    atMs: at(v.date, "23:00"),
  }));
}

function linesOf(
  contactId: string,
  customer: string,
  chance: Chance,
): Purchase[] {
  const lines: Purchase[] = [];
  for (
    let day = -730 + chance.int(0, 60);
    day < -2;
    day += chance.int(25, 75)
  ) {
    const date = addDays(DEMO_DAY, day);
    const document = `F${date.slice(2, 4)}${customer.slice(2)}${String(lines.length + 1).padStart(3, "0")}`;
    for (let line = 1; line <= chance.int(1, 3); line++) {
      const [item, description, price, from, to] = chance.pick(demoItems);
      // The AF-200 is new: nobody has bought one before this winter.
      if (item === "AF-200" && date < "2025-12-01") continue;
      const quantity = chance.int(from, to);
      const bought: Purchase = {
        id: purchaseId(document, line * 10),
        document,
        line: line * 10,
        type: "invoice",
        customer,
        contactId,
        accountId: accountId("customer", customer),
        item,
        description,
        date,
        quantity,
        amountMinor: quantity * price,
        currency: "CHF",
      };
      lines.push(bought);
      if (chance.yes(0.04)) lines.push(creditOf(bought));
    }
  }
  return lines;
}

function creditOf(bought: Purchase): Purchase {
  const document = bought.document.replace("F", "G");
  return {
    ...bought,
    id: purchaseId(document, bought.line),
    document,
    type: "credit",
    quantity: -bought.quantity,
    amountMinor: -bought.amountMinor,
  };
}

function accountId(kind: string, no: string): string {
  return namedId(`demo/account/${kind}/${no}`);
}

function purchaseId(document: string, line: number): string {
  return namedId(`demo/purchase/${document}/${line}`);
}
