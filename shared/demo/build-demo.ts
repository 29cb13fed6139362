import { at, type DemoDocument } from "./demo-document.ts";
import { demoContacts } from "./demo-contacts.ts";
import { demoAccounts, demoPurchases } from "./demo-erp.ts";
import { demoSetup } from "./demo-setup.ts";
import { demoUsers, type DemoSalesperson } from "./demo-users.ts";
import { demoOpportunities, demoTasks, demoVisits } from "./demo-work.ts";
import { createChance } from "./random.ts";

const SEED = 20_260_313;

/** Every document of the demo company, in an order in which it could have been written. */
export function buildDemo(): DemoDocument[] {
  const chance = createChance(SEED);
  const { companies, people, independent } = demoContacts(chance);
  const everybody = [...companies, ...people, ...independent];
  // Nobody sells to our bank, our lawyers or the press.
  const buyers = everybody.filter((contact) => !isOutsider(contact, companies));
  return [
    ...demoSetup(),
    ...everybody.map((v, i) => ({
      c: "contacts" as const,
      v,
      by: demoUsers[v.salesperson as DemoSalesperson].userId,
      atMs: at("2025-11-10", "10:00") + i * 60_000,
    })),
    ...demoAccounts(companies),
    ...demoPurchases(companies, chance),
    ...demoOpportunities(buyers, chance),
    ...demoVisits(buyers, chance),
    ...demoTasks(buyers, chance),
  ];
}

function isOutsider(
  contact: { readonly companyId?: string | undefined },
  companies: ReturnType<typeof demoContacts>["companies"],
): boolean {
  const company = companies.find(({ id }) => id === contact.companyId);
  const codes = Object.values(company?.relations ?? {}).map(({ code }) => code);
  return codes.some(
    (code) => code !== "CUST" && code !== "PROS" && code !== "CONS",
  );
}
