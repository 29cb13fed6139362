import { expect, it } from "vitest";
import { createOpportunity } from "../../../../shared/domain/create-opportunity.ts";
import { otherPersonId, person } from "./contact-builder.ts";
import { affineur, creating, edit } from "./opportunity-builder.ts";

it("OPP-10: neither is the quote of a new one somebody else's, nor that of nobody's company", () => {
  const others = [{ id: otherPersonId, quoteNo: "Q-1001" }];
  const draft = { description: "AF-200", quoteNo: " Q-1001 " };
  expect(createOpportunity({ ...creating(), others }, draft)).toMatchObject({
    error: { kind: "quote-taken" },
  });
  const contact = person({ name: "Annina Caduff" });
  expect(createOpportunity({ ...creating(), contact }, draft)).toMatchObject({
    error: { kind: "quote-without-company" },
  });
  const made = createOpportunity(creating(), draft);
  expect(made.ok && made.value[0]?.after).toMatchObject({
    quoteNo: "Q-1001",
  });
});

it("OPP-10: a quote that was there before is no reason to refuse an edit beside it", () => {
  const others = [{ id: otherPersonId, quoteNo: "Q-1001" }];
  const twice = affineur({ quoteNo: "Q-1001" });
  const kept = { quoteNo: "Q-1001", comment: "Rappelé" };
  expect(edit(twice, kept, { others }).ok).toBe(true);
  const { companyId: _erased, ...left } = twice;
  expect(edit(left, kept).ok).toBe(true);
});

it("OPP-10: a quote belongs to one opportunity, and to a contact of a company", () => {
  const others = [{ id: otherPersonId, quoteNo: "Q-1001" }];
  expect(edit(affineur(), { quoteNo: "q-1001 " }, { others })).toMatchObject({
    error: { kind: "quote-taken" },
  });
  const annina = person({ name: "Annina Caduff" });
  expect(
    edit(affineur({}, { contact: annina }), { quoteNo: "Q-1002" }),
  ).toMatchObject({ error: { kind: "quote-without-company" } });
  const assigned = edit(affineur(), { quoteNo: " Q-1002 " }, { others });
  expect(assigned.ok && assigned.value[0]?.after).toMatchObject({
    quoteNo: "Q-1002",
  });
  const quoted = { ...affineur(), quoteNo: "Q-1002", quoteMinor: 100 };
  const freed = edit(quoted, { quoteNo: null });
  expect(freed.ok && freed.value[0]?.after).not.toHaveProperty("quoteNo");
  expect(freed.ok && freed.value[0]?.after).not.toHaveProperty("quoteMinor");
});
