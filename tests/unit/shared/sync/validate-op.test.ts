import { expect, test } from "vitest";
import { findPoison } from "../../../../shared/sync/poison.ts";
import { Op } from "../../../../shared/sync/protocol.ts";
import { validateOp } from "../../../../shared/sync/validate-op.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const set = (path: string, now: unknown): Op =>
  ({ c: "contacts", id: ID, k: "set", f: { [path]: [null, now] } }) as Op;

test("a pulled contact with a fresh id and without no is a valid insert: what the server computes is taken out", () => {
  const v = {
    id: ID,
    type: "company",
    name: "Favre SA",
    bucket: "all",
    modifiedAt: "2026-03-13T10:00:00Z",
    noStatus: "final",
  };
  expect(validateOp({ c: "contacts", id: ID, k: "ins", v })).toEqual({
    ok: true,
    op: {
      c: "contacts",
      id: ID,
      k: "ins",
      v: { id: ID, type: "company", name: "Favre SA" },
    },
  });
});

test.each([
  [
    "an unknown collection",
    { c: "nope", id: ID, k: "ins", v: { id: ID } } as Op,
    "unknown_collection",
  ],
  [
    "a local collection",
    { c: "drafts", id: ID, k: "ins", v: { id: ID } } as Op,
    "unknown_collection",
  ],
  [
    "an inherited object member as collection",
    { c: "toString", id: ID, k: "del", rev: 1 } as Op,
    "unknown_collection",
  ],
  ["an unknown member", set("shoeSize", 42), "invalid_field"],
  ["a required member taken away", set("name", null), "invalid_field"],
  [
    "letters in a phone number (LOC-1)",
    set("phone", "+41 26 FROMAGE"),
    "invalid_field",
  ],
  ["a NUL", set("city", "a\u0000b"), "unstorable_text"],
  ["a set written as a whole", set("mailingGroups", ["X"]), "invalid_field"],
  ["a map written as a whole", set("more", {}), "invalid_field"],
  [
    "an item member that does not exist",
    set(`more/${ID}/colour`, "red"),
    "invalid_field",
  ],
  ["a path four steps deep", set(`more/${ID}/value/x`, "red"), "invalid_field"],
  [
    "another id inside than outside",
    { c: "contacts", id: ID, k: "ins", v: { id: "x" } } as Op,
    "invalid_field",
  ],
])("refuses %s", (_what, op, code) => {
  expect(validateOp(op)).toMatchObject({ ok: false, code });
});

test.each([
  ["a value", set("city", "Bulle")],
  ["an absent value", set("city", null)],
  ["a whole item", set(`more/${ID}`, { kind: "phone", value: "021" })],
  ["a member of an item", set(`more/${ID}/value`, "021")],
  [
    "elements of a set",
    {
      c: "contacts",
      id: ID,
      k: "add",
      f: "mailingGroups",
      e: ["X-CARD"],
    } as Op,
  ],
])("accepts %s", (_what, op) => {
  expect(validateOp(op)).toEqual({ ok: true, op });
});

test("a UUID in upper case is the same UUID in lower case, in references too", () => {
  const v = {
    id: ID.toUpperCase(),
    type: "person",
    name: "Luc",
    companyId: ID.toUpperCase(),
  };
  const op = Op.parse({ c: "contacts", id: ID.toUpperCase(), k: "ins", v });
  expect(validateOp(op)).toMatchObject({
    ok: true,
    op: { id: ID, v: { id: ID, companyId: ID } },
  });
});

test("poison is found at any depth, harmless values pass", () => {
  expect(findPoison(JSON.parse('{"a":[{"__proto__":{"x":1}}]}'))).toBe(
    "forbidden_key",
  );
  expect(findPoison({ a: ["\ud800"] })).toBe("unstorable_text");
  expect(findPoison({ a: Number.NaN })).toBe("not_finite");
  expect(findPoison({ a: [[[[[[[[1]]]]]]]] })).toBe("too_deep");
  expect(findPoison({ name: "Käserei 🧀", n: 1, ok: [true, null] })).toBeNull();
});
