import fc from "fast-check";
import { expect, it } from "vitest";
import {
  inheritableFields,
  inheritedFields,
  inheritOnCompanyChange,
  inheritOnJoin,
  resetToCompany,
  type InheritFlags,
} from "../../shared/domain/inheritance.ts";
import type { Contact } from "../../shared/entities/contact.ts";

const companyId = "0190a0a0-0000-7000-8000-000000000001";

/** Few values, so that company and person agree often enough for something to be inherited. */
const word = fc.option(fc.constantFrom("a", "b", "c"), { nil: undefined });
const inheritable = fc
  .record(Object.fromEntries(inheritableFields.map((field) => [field, word])))
  .map(
    (values) =>
      Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== undefined),
      ) as Partial<Contact>,
  );

const company = fc
  .tuple(inheritable, fc.constantFrom("Un SA", "Deux SA"))
  .map(([values, name]): Contact => ({
    ...values,
    id: companyId,
    type: "company",
    name,
    companyId,
    companyName: name,
  }));
const person = inheritable.map((values): Contact => ({
  ...values,
  id: "0190a0a0-0000-7000-8000-000000000011",
  type: "person",
  name: "Luc Pasquier",
  companyId,
}));
const flags: fc.Arbitrary<InheritFlags> = fc.record({
  salesperson: fc.boolean(),
  territory: fc.boolean(),
  country: fc.boolean(),
  language: fc.boolean(),
  formatRegion: fc.boolean(),
  address: fc.boolean(),
  communication: fc.boolean(),
});

it("INH-5: repeating a company's change changes nothing more", () => {
  fc.assert(
    fc.property(company, company, person, flags, (old, now, who, f) => {
      const once = inheritOnCompanyChange(old, now, who, f);
      const twice = inheritOnCompanyChange(old, now, once, f);
      expect(twice).toEqual(once);
      expect(inheritOnCompanyChange(now, now, once, f)).toBe(once);
    }),
  );
});

it("INH-5: a value typed on the person is never overwritten by a company's change", () => {
  fc.assert(
    fc.property(company, company, person, flags, (old, now, who, f) => {
      const after = inheritOnCompanyChange(old, now, who, f);
      for (const field of inheritableFields) {
        if (who[field] !== old[field]) expect(after[field]).toBe(who[field]);
      }
    }),
  );
});

it("INH-5: what changes on the person was the company's old value and is its new one", () => {
  fc.assert(
    fc.property(company, company, person, flags, (old, now, who, f) => {
      const after = inheritOnCompanyChange(old, now, who, f);
      for (const field of inheritableFields) {
        if (after[field] === who[field]) continue;
        expect(who[field]).toBe(old[field]);
        expect(after[field]).toBe(now[field]);
      }
    }),
  );
});

it("INH-5: who followed the old company in a field follows the new one in it", () => {
  fc.assert(
    fc.property(company, company, person, flags, (old, now, who, f) => {
      const after = inheritOnCompanyChange(old, now, who, f);
      const marked = inheritedFields(after, now, f);
      for (const field of inheritedFields(who, old, f)) {
        if (now[field] !== undefined) expect(marked.has(field)).toBe(true);
      }
    }),
  );
});

it("INH-3, INH-4: joining twice is joining once, and no own channel or address is lost", () => {
  fc.assert(
    fc.property(company, person, flags, (firm, who, f) => {
      const joined = inheritOnJoin(who, firm, null, f);
      expect(inheritOnJoin(joined, firm, null, f)).toEqual(joined);
      for (const field of ["address", "city", "phone", "email"] as const) {
        if (who[field] !== undefined) expect(joined[field]).toBe(who[field]);
      }
    }),
  );
});

it("INH-9: a field given back to the company follows it again", () => {
  const field = fc.constantFrom("phone", "email", "language", "city" as const);
  fc.assert(
    fc.property(company, company, person, field, (old, now, who, key) => {
      const on: InheritFlags = {
        salesperson: true,
        territory: true,
        country: true,
        language: true,
        formatRegion: true,
        address: true,
        communication: true,
      };
      const reset = resetToCompany(who, old, key);
      const after = inheritOnCompanyChange(old, now, reset, on);
      expect(after[key]).toBe(now[key]);
    }),
  );
});
