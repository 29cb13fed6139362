import { fold } from "../core/fold.ts";
import { lookupPostCode } from "../directory/post-codes.ts";
import { relationId, relationSummary } from "../domain/business-relations.ts";
import { namedId } from "../domain/named-id.ts";
import type { Contact } from "../entities/contact.ts";
import {
  demoCompanies,
  type DemoCompany,
  type DemoLanguage,
} from "./demo-companies.ts";
import { demoNames } from "./demo-names.ts";
import type { DemoSalesperson } from "./demo-users.ts";
import type { Chance } from "./random.ts";

const EMPLOYED = 120;
const INDEPENDENT = 15;
const TERRITORY = { CRO: "ROM", SKE: "DCH", MBE: "TI" } as const;
const VAT_SUFFIX = { FRS: "TVA", ITS: "IVA" } as const;

/** Companies with their customer or vendor number, then the people in them, then those without a company. */
export interface DemoContacts {
  readonly companies: readonly Contact[];
  readonly people: readonly Contact[];
  readonly independent: readonly Contact[];
}

export function demoContacts(chance: Chance): DemoContacts {
  const companies = demoCompanies.map((company, i) =>
    companyOf(company, i, chance),
  );
  const taken = new Set<string>();
  const people = Array.from({ length: EMPLOYED }, (_, i) => {
    const company = companies[i % companies.length] as Contact;
    return personOf(company, i, chance, taken);
  });
  const independent = Array.from({ length: INDEPENDENT }, (_, i) =>
    independentOf(i, chance, taken),
  );
  return { companies, people, independent };
}

function companyOf(line: DemoCompany, i: number, chance: Chance): Contact {
  const id = namedId(`demo/company/${line.domain}`);
  const place = placeOf(line.postCode);
  return {
    id,
    type: "company",
    name: line.name,
    searchName: line.name.toUpperCase(),
    companyId: id,
    companyName: line.name,
    address: line.street,
    ...place,
    phone: phoneOf(line.area, chance),
    email: `info@${line.domain}.example`,
    homePage: `https://www.${line.domain}.example`,
    salesperson: line.salesperson,
    territory: TERRITORY[line.salesperson],
    language: line.language,
    vatNo: vatOf(line.language, chance),
    salutation: "COMPANY",
    ...(chance.yes(0.3) ? { correspondence: "email" as const } : {}),
    industryGroups: [line.industry],
    ...(chance.yes(0.4)
      ? { mailingGroups: [chance.pick(["X-CARD", "X-GIFT"])] }
      : {}),
    ...relationOf(id, line.relation, i),
    ...(chance.yes(0.25)
      ? {
          webSources: {
            [namedId(`demo/web/${line.domain}`)]: {
              code: "ZEFIX",
              searchWord: line.name.slice(0, 30),
            },
          },
        }
      : {}),
  };
}

/** One relation each, and what it makes of the contact (REL-6). */
function relationOf(
  contactId: string,
  code: string,
  i: number,
): Pick<Contact, "relations" | "businessRelation"> {
  const relations = {
    [relationId(contactId, code)]: { code, ...linkOf(code, i) },
  };
  const businessRelation = relationSummary(relations);
  return { relations, ...(businessRelation ? { businessRelation } : {}) };
}

/** The ERP's record behind a relation, where there is one (REL-2). */
function linkOf(
  relation: string,
  i: number,
): { linkKind: "customer" | "vendor" | "bank"; linkNo: string } | object {
  if (relation === "CUST")
    return { linkKind: "customer", linkNo: `C10${String(100 + i * 10)}` };
  if (relation === "VEND")
    return { linkKind: "vendor", linkNo: `V20${String(100 + i * 10)}` };
  if (relation === "BANK") return { linkKind: "bank", linkNo: "B-KB01" };
  return {};
}

function personOf(
  company: Contact,
  i: number,
  chance: Chance,
  taken: Set<string>,
): Contact {
  const language = company.language as DemoLanguage;
  const [firstName, surname, salutation] = nameOf(language, chance, taken);
  const [woman, man, responsibility] = chance.pick(demoNames[language].jobs);
  const own = chance.yes(0.55);
  const domain = company.homePage?.slice("https://www.".length);
  const mailbox = `${asciiOf(firstName)}.${asciiOf(surname)}`;
  const name = `${firstName} ${surname}`;
  return {
    id: namedId(`demo/person/${i}`),
    type: "person",
    name,
    searchName: name.toUpperCase(),
    firstName,
    surname,
    jobTitle: salutation === "F" ? woman : man,
    companyId: company.id,
    companyName: company.name,
    ...inheritedFrom(company),
    ...(own ? { email: `${mailbox}@${domain}` } : {}),
    ...(chance.yes(0.6) ? { mobile: mobileOf(chance) } : {}),
    salutation,
    ...(chance.yes(0.2)
      ? { orgLevel: chance.pick(["CEO", "CFO", "HEAD"]) }
      : {}),
    responsibilities: [responsibility],
    ...(chance.yes(0.3)
      ? { mailingGroups: [chance.pick(["X-CARD", "X-GIFT"])] }
      : {}),
  };
}

/** What a new person takes from their company (INH-2 … INH-4, REL-6). */
function inheritedFrom(company: Contact): Partial<Contact> {
  const { address, postCode, city, county, country, phone, email } = company;
  const { homePage, salesperson, territory, language } = company;
  const { businessRelation } = company;
  return {
    ...(address ? { address } : {}),
    ...(postCode ? { postCode } : {}),
    ...(city ? { city } : {}),
    ...(county ? { county } : {}),
    ...(country ? { country } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(homePage ? { homePage } : {}),
    ...(salesperson ? { salesperson } : {}),
    ...(territory ? { territory } : {}),
    ...(language ? { language } : {}),
    ...(businessRelation ? { businessRelation } : {}),
  };
}

function independentOf(i: number, chance: Chance, taken: Set<string>): Contact {
  const home = chance.pick(demoCompanies);
  const [firstName, surname, salutation] = nameOf(home.language, chance, taken);
  const name = `${firstName} ${surname}`;
  const mailbox = `${asciiOf(firstName)}@${asciiOf(surname)}.example`;
  const salesperson: DemoSalesperson = home.salesperson;
  const [woman, man] = chance.pick(demoNames[home.language].independent);
  return {
    id: namedId(`demo/independent/${i}`),
    type: "person",
    name,
    searchName: name.toUpperCase(),
    firstName,
    surname,
    jobTitle: salutation === "F" ? woman : man,
    address: `${home.street.replace(/\d+$/, "")}${chance.int(1, 90)}`,
    ...placeOf(home.postCode),
    phone: phoneOf(home.area, chance),
    ...(chance.yes(0.7) ? { mobile: mobileOf(chance) } : {}),
    email: mailbox,
    salesperson,
    territory: TERRITORY[salesperson],
    language: home.language,
    salutation,
    ...(chance.yes(0.5) ? { mailingGroups: ["X-CARD"] } : {}),
  };
}

function nameOf(
  language: DemoLanguage,
  chance: Chance,
  taken: Set<string>,
): [string, string, string] {
  const names = demoNames[language];
  for (;;) {
    const woman = chance.yes(0.5);
    const first = chance.pick(woman ? names.women : names.men);
    const surname = chance.pick(names.surnames);
    if (taken.has(`${first} ${surname}`)) continue;
    taken.add(`${first} ${surname}`);
    return [first, surname, woman ? "F" : "M"];
  }
}

function placeOf(
  postCode: string,
): Required<Pick<Contact, "postCode" | "city" | "country">> &
  Pick<Contact, "county"> {
  const place = lookupPostCode(postCode)[0];
  if (!place) throw new Error(`No town has the post code ${postCode}`);
  const { city, country, canton } = place;
  return { postCode, city, country, ...(canton ? { county: canton } : {}) };
}

/** 555 is nobody's. */
function phoneOf(area: string, chance: Chance): string {
  return `+41 ${area} 555 ${two(chance)} ${two(chance)}`;
}

function mobileOf(chance: Chance): string {
  return `+41 ${chance.pick(["76", "78", "79"])} 555 ${two(chance)} ${two(chance)}`;
}

function two(chance: Chance): string {
  return String(chance.int(0, 99)).padStart(2, "0");
}

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4];

/** LOC-2, with the right check digit. */
function vatOf(language: DemoLanguage, chance: Chance): string {
  for (;;) {
    const digits = Array.from({ length: 8 }, () => chance.int(0, 9));
    const sum = digits.reduce(
      (s, digit, i) => s + digit * (WEIGHTS[i] ?? 0),
      0,
    );
    const check = (11 - (sum % 11)) % 11;
    if (check === 10 || digits[0] === 0) continue;
    const [a, b, c] = [...digits, check].join("").match(/.{3}/g) ?? [];
    const suffix =
      language === "FRS" || language === "ITS" ? VAT_SUFFIX[language] : "MWST";
    return `CHE-${a}.${b}.${c} ${suffix}`;
  }
}

function asciiOf(name: string): string {
  const umlauts = name
    .toLowerCase()
    .replace(/[äöü]/g, (u) => `${u.normalize("NFD").charAt(0)}e`);
  return fold(umlauts).replace(/[^a-z]/g, "");
}
