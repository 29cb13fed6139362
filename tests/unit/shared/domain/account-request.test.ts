import { expect, test } from "vitest";
import {
  checkRequest,
  contactOfAccount,
  createdAccount,
  linkedAccount,
  type RequestFacts,
} from "../../../../shared/domain/account-request.ts";
import { linkCodesOf } from "../../../../shared/domain/business-relations.ts";
import { codesOf } from "../../../../shared/domain/starter-codes.ts";
import type { Account } from "../../../../shared/entities/account.ts";
import { companyId, gruyere, person, personId } from "./contact-builder.ts";

const linkCodes = linkCodesOf(null);
const templates = [
  ...codesOf("customerTemplate", []),
  ...codesOf("vendorTemplate", []),
];
const customer: Account = {
  id: "0190a0a0-0000-8000-8000-0000000000c1",
  kind: "customer",
  no: "C10010",
  name: "Gruyère-Est SA",
  phone: "+41 26 555 99 99",
  vatNo: "CHE-116.073.488 TVA",
};

function facts(change: Partial<RequestFacts> = {}): RequestFacts {
  return {
    request: { action: "create", kind: "customer", template: "CH-CORP" },
    contact: gruyere(),
    company: null,
    account: null,
    templates,
    linkCodes,
    ...change,
  };
}

function refusal(change: Partial<RequestFacts>): string | null {
  const checked = checkRequest(facts(change));
  return checked.ok ? null : checked.error.kind;
}

test("CNV-1: asked from a person with a company, the company becomes the customer", () => {
  const elena = person({ companyId, name: "Elena Ferrari" });
  const checked = checkRequest(facts({ contact: elena, company: gruyere() }));
  if (!checked.ok) throw new Error(checked.error.kind);
  const made = createdAccount(
    { id: customer.id, no: "C000001", kind: "customer" },
    checked.value,
    elena,
    linkCodes,
  );
  expect(made.contact).toMatchObject({
    id: companyId,
    businessRelation: "customer",
  });
  expect(Object.values(made.contact.relations ?? {})).toEqual([
    { code: "CUST", linkKind: "customer", linkNo: "C000001" },
  ]);
  expect(made.account).toEqual({
    id: customer.id,
    kind: "customer",
    no: "C000001",
    contactId: companyId,
    primaryContactId: personId,
    primaryContactName: "Elena Ferrari",
    template: "CH-CORP",
    currency: "CHF",
    name: "Fromagerie Gruyère-Est SA",
    searchName: "FROMAGERIE GRUYÈRE-EST SA",
    address: "Route de la Gare 12",
    postCode: "1630",
    city: "Bulle",
    county: "FR",
    country: "CH",
    language: "FRS",
    phone: "+41 26 555 01 23",
    email: "info@gruyere-est.example",
    vatNo: "CHE-116.073.488 TVA",
    salesperson: "CRO",
  });
});

test("CNV-1: an independent person becomes a vendor themselves, with a template for persons", () => {
  const contact = person();
  const request = { action: "create", kind: "vendor" } as const;
  expect(refusal({ contact, request })).toBe("template_missing");
  expect(
    refusal({ contact, request: { ...request, template: "CH-CORP" } }),
  ).toBe("template_type");
  expect(
    refusal({ contact, request: { ...request, template: "CH-FREE" } }),
  ).toBeNull();
});

test("CNV-1: only a person becomes an employee, and no template is needed", () => {
  const request = { action: "create", kind: "employee" } as const;
  expect(refusal({ request })).toBe("not_a_person");
  expect(refusal({ contact: person(), request })).toBeNull();
});

test("CNV-1: a template that is not there, or no longer used, refuses", () => {
  const request = {
    action: "create",
    kind: "customer",
    template: "X",
  } as const;
  expect(refusal({ request })).toBe("template_missing");
  expect(
    refusal({
      templates: templates.map((one) => ({ ...one, inactive: true })),
    }),
  ).toBe("template_missing");
});

test("REL-3: a contact or its company that is a customer does not become one again", () => {
  const linked = {
    a: { code: "CUST", linkKind: "customer", linkNo: "C1" },
  } as const;
  expect(refusal({ contact: gruyere({ relations: linked }) })).toBe(
    "already_linked",
  );
  expect(
    refusal({
      contact: person({ companyId }),
      company: gruyere({ relations: linked }),
    }),
  ).toBe("already_linked");
});

test("REL-3: a record of another contact is not linked a second time", () => {
  const request = { action: "link", kind: "customer" } as const;
  expect(refusal({ request, account: customer })).toBeNull();
  expect(
    refusal({ request, account: { ...customer, contactId: personId } }),
  ).toBe("account_linked");
  expect(refusal({ request, account: null })).toBe("account_gone");
  expect(refusal({ request, account: { ...customer, kind: "bank" } })).toBe(
    "account_gone",
  );
});

test("REL-5: without a relation for it nothing is converted", () => {
  expect(refusal({ linkCodes: { ...linkCodes, customer: "" } })).toBe(
    "no_relation_code",
  );
});

test("PRV-1: a blocked contact, or one of a blocked company, is not converted", () => {
  expect(refusal({ contact: gruyere({ privacyBlocked: true }) })).toBe(
    "privacy_blocked",
  );
  expect(
    refusal({
      contact: person({ companyId }),
      company: gruyere({ privacyBlocked: true }),
    }),
  ).toBe("privacy_blocked");
});

test.each([
  ["contact", "Fromagerie Gruyère-Est SA", "+41 26 555 01 23"],
  ["account", "Gruyère-Est SA", "+41 26 555 99 99"],
] as const)(
  "CNV-3: linked with an existing customer, the %s's fields win; what is empty comes from the other",
  (wins, name, phone) => {
    const contact = gruyere({ vatNo: undefined } as never);
    const linked = linkedAccount(
      customer,
      { target: contact, template: null },
      contact,
      wins,
      linkCodes,
    );
    for (const side of [linked.contact, linked.account])
      expect(side).toMatchObject({
        name,
        phone,
        vatNo: "CHE-116.073.488 TVA",
        email: "info@gruyere-est.example",
      });
    expect(linked.account.contactId).toBe(companyId);
    expect(linked.contact.businessRelation).toBe("customer");
  },
);

test("CNV-6, DEF-3: a contact made from an account has what the account says, and no defaults", () => {
  const { contact, account } = contactOfAccount(customer, companyId, linkCodes);
  expect(contact).toMatchObject({
    id: companyId,
    type: "company",
    name: "Gruyère-Est SA",
    companyName: "Gruyère-Est SA",
    searchName: "GRUYÈRE-EST SA",
    phone: "+41 26 555 99 99",
    businessRelation: "customer",
  });
  expect(contact).not.toHaveProperty("language");
  expect(account.contactId).toBe(companyId);
});

test("CNV-6: an employee's contact is a person with the parts of the name", () => {
  const { contact } = contactOfAccount(
    { id: customer.id, kind: "employee", no: "E1", name: "Selina Keller" },
    personId,
    linkCodes,
  );
  expect(contact).toMatchObject({
    type: "person",
    firstName: "Selina",
    surname: "Keller",
  });
});
