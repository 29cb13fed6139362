import { expect, test } from "vitest";
import { bulkOutcome } from "../../../../shared/domain/bulk-edit.ts";
import { gruyere, person } from "./contact-builder.ts";

test("a value is set in the field's normal form", () => {
  expect(
    bulkOutcome(gruyere(), { op: "set", field: "salesperson", value: "ske" }),
  ).toEqual({
    kind: "changed",
    before: "CRO",
    after: "SKE",
    patch: { salesperson: "SKE" },
  });
  expect(
    bulkOutcome(gruyere(), { op: "set", field: "salesperson", value: "cro" }),
  ).toEqual({ kind: "unchanged", before: "CRO" });
});

test("LOC-1: what a field does not take is invalid and changes nothing", () => {
  expect(
    bulkOutcome(gruyere(), { op: "set", field: "phone", value: "appeler" }),
  ).toEqual({
    kind: "invalid",
    before: "+41 26 555 01 23",
    after: "appeler",
    code: "letters-in-phone",
  });
});

test("TYP-4: a field of the other type of contact is invalid to set, and nothing to clear", () => {
  const company = gruyere();
  expect(
    bulkOutcome(company, { op: "set", field: "jobTitle", value: "Chef" }).kind,
  ).toBe("invalid");
  expect(bulkOutcome(company, { op: "clear", field: "jobTitle" }).kind).toBe(
    "unchanged",
  );
});

test("a code is added once and taken out once", () => {
  const tagged = person({ mailingGroups: ["VIP"] });
  const add = { op: "add", field: "mailingGroups", value: "NEWS" } as const;
  expect(bulkOutcome(tagged, add)).toEqual({
    kind: "changed",
    before: "VIP",
    after: "NEWS, VIP",
    patch: { mailingGroups: ["VIP", "NEWS"] },
  });
  expect(bulkOutcome(tagged, { ...add, value: "VIP" }).kind).toBe("unchanged");
  expect(
    bulkOutcome(tagged, { ...add, op: "remove", value: "VIP" }),
  ).toMatchObject({ kind: "changed", after: "", patch: { mailingGroups: [] } });
});

test("find and replace takes letters as they are written, in any case, and all of them", () => {
  const old = gruyere({ email: "info@Old.example", comment: "a.b A.B axb" });
  expect(
    bulkOutcome(old, {
      op: "replace",
      field: "email",
      find: "old.example",
      value: "new.example",
    }),
  ).toMatchObject({ after: "info@new.example" });
  expect(
    bulkOutcome(old, {
      op: "replace",
      field: "comment",
      find: "a.b",
      value: "$&",
    }),
  ).toMatchObject({ after: "$& $& axb" });
  expect(
    bulkOutcome(old, {
      op: "replace",
      field: "email",
      find: "@old.example",
      value: "",
    }),
  ).toMatchObject({ kind: "invalid", code: "email-syntax" });
});

test("clearing an empty field changes nothing", () => {
  expect(bulkOutcome(person(), { op: "clear", field: "phone" })).toEqual({
    kind: "unchanged",
    before: "",
  });
});
