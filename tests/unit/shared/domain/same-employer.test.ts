import { expect, it } from "vitest";
import { agreeOnlyByEmployer } from "../../../../shared/domain/duplicates/same-employer.ts";

const luc = { type: "person", companyId: "1" };
const fromCompany = ["address", "city", "postCode", "phone", "email"];

it("DUP-6: two people of one company with nothing but its data in common are no likely duplicates", () => {
  const emilie = { type: "person", companyId: "1" };
  expect(agreeOnlyByEmployer(luc, emilie, [], fromCompany)).toBe(true);
  expect(
    agreeOnlyByEmployer(luc, emilie, ["employer", "phone"], fromCompany),
  ).toBe(true);
  expect(agreeOnlyByEmployer(luc, emilie, ["closeName"], [])).toBe(false);
  expect(agreeOnlyByEmployer(luc, emilie, [], ["name", ...fromCompany])).toBe(
    false,
  );
});

it("DUP-6: whoever is elsewhere, alone or no person is told of as before", () => {
  const elsewhere = { type: "person", companyId: "2" };
  expect(agreeOnlyByEmployer(luc, elsewhere, [], fromCompany)).toBe(false);
  const alone = { type: "person", companyId: "" };
  expect(agreeOnlyByEmployer(alone, alone, [], fromCompany)).toBe(false);
  const company = { type: "company", companyId: "1" };
  expect(agreeOnlyByEmployer(luc, company, [], fromCompany)).toBe(false);
});
