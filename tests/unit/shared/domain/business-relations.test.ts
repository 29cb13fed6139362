import { expect, test } from "vitest";
import {
  addRelation,
  linkCodesOf,
  relationId,
  relationsWithCompany,
  relationSummary,
  removeRelation,
  settledRelations,
} from "../../../../shared/domain/business-relations.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { gruyere, person } from "./contact-builder.ts";

const codes = linkCodesOf(null);

function added(contact: Contact, code: string): Contact {
  const result = addRelation(contact, code, codes);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value[0]?.after as Contact;
}

test("REL-1: any number of relations, one row a code", () => {
  const lawyer = added(gruyere(), "LAW");
  const both = added(lawyer, "CONS");
  expect(Object.values(both.relations ?? {})).toEqual([
    { code: "LAW" },
    { code: "CONS" },
  ]);
  expect(addRelation(both, "LAW", codes)).toEqual({
    ok: false,
    error: { kind: "relation-twice" },
  });
});

test("REL-1: two devices that add the same relation mean the same row", () => {
  expect(Object.keys(added(gruyere(), "LAW").relations ?? {})).toEqual(
    Object.keys(added(gruyere({ phone: "1" }), "LAW").relations ?? {}),
  );
});

test("REL-1: of two rows of one code the linked one stays, in either order", () => {
  const linked = {
    code: "CUST",
    linkKind: "customer" as const,
    linkNo: "C10010",
  };
  const plain = { code: "CUST" };
  expect(settledRelations({ a: plain, b: linked })).toEqual({ b: linked });
  expect(settledRelations({ a: linked, b: plain })).toEqual({ a: linked });
  const other = { a: plain, b: { code: "LAW" } };
  expect(settledRelations(other)).toBe(other);
});

test.each([
  ["CUST", "customer"],
  ["VEND", "vendor"],
  ["BANK", "bank"],
  ["EMP", "employee"],
] as const)(
  "REL-2: %s is not added by hand, it comes with a linked record",
  (code, account) => {
    expect(addRelation(gruyere(), code, codes)).toEqual({
      ok: false,
      error: { kind: "relation-needs-link", account },
    });
  },
);

test("REL-2: which codes those are is a matter of the set-up", () => {
  const own = linkCodesOf({ id: "x", key: "marketing", relationBank: "KB" });
  expect(addRelation(gruyere(), "BANK", own).ok).toBe(true);
  expect(addRelation(gruyere(), "KB", own).ok).toBe(false);
});

test("REL-4: a person shows the company's relations and their own", () => {
  const company = added(gruyere(), "LAW");
  const own = added(person(), "PRESS");
  expect(
    Object.values(relationsWithCompany(own, company)).map(({ code }) => code),
  ).toEqual(["LAW", "PRESS"]);
  expect(
    addRelation(person({ companyId: company.id }), "LAW", codes),
  ).toMatchObject({ error: { kind: "relation-of-company" } });
});

test("REL-6: none, one that is linked, one that is not, several", () => {
  const customer = {
    code: "CUST",
    linkKind: "customer" as const,
    linkNo: "C1",
  };
  expect(relationSummary(undefined)).toBeUndefined();
  expect(relationSummary({})).toBeUndefined();
  expect(relationSummary({ a: customer })).toBe("customer");
  expect(relationSummary({ a: { code: "PROS" } })).toBe("other");
  expect(relationSummary({ a: customer, b: { code: "PROS" } })).toBe(
    "multiple",
  );
});

test("REL-6: the summary goes with each relation that comes or goes", () => {
  const one = added(gruyere(), "LAW");
  expect(one.businessRelation).toBe("other");
  const two = added(one, "CONS");
  expect(two.businessRelation).toBe("multiple");
  const [change] = removeRelation(two, relationId(two.id, "LAW"));
  const left = change?.after as Contact;
  expect(left.businessRelation).toBe("other");
  const none = removeRelation(left, relationId(left.id, "CONS"))[0]?.after;
  expect(none).not.toHaveProperty("businessRelation");
  expect(none).not.toHaveProperty("relations");
});
