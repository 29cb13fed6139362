import { expect, test } from "vitest";
import { isLostWith } from "../../../../shared/sync/lost-work.ts";
import type { Op } from "../../../../shared/sync/protocol.ts";

const target = { c: "contacts", id: "x" };
const held = { id: "x", name: "A", city: "Bulle", mailingGroups: ["X"] };
const older = { id: "x", name: "A", city: "Bern", mailingGroups: ["Y"] };

test("what was still there before the restore and is not there now is lost with a refusal", () => {
  const set: Op = { ...target, k: "set", f: { city: ["Bern", "Bulle"] } };
  expect(isLostWith(set, held, older)).toBe(true);
  expect(isLostWith(set, held, null)).toBe(true);
  expect(isLostWith(set, held, held)).toBe(false);
  const add: Op = { ...target, k: "add", f: "mailingGroups", e: ["X"] };
  expect(isLostWith(add, held, older)).toBe(true);
  expect(isLostWith(add, held, held)).toBe(false);
  const rem: Op = { ...target, k: "rem", f: "mailingGroups", e: ["Y"] };
  expect(isLostWith(rem, held, older)).toBe(true);
  const ins: Op = { ...target, k: "ins", v: { id: "x", name: "A" } };
  expect(isLostWith(ins, held, null)).toBe(true);
  expect(isLostWith(ins, held, older)).toBe(false);
  const del: Op = { ...target, k: "del", rev: 1 };
  expect(isLostWith(del, null, older)).toBe(true);
  expect(isLostWith(del, null, null)).toBe(false);
});

test("what others had written over by then is not", () => {
  const set: Op = { ...target, k: "set", f: { city: [null, "Vevey"] } };
  expect(isLostWith(set, held, older)).toBe(false);
  expect(isLostWith(set, null, older)).toBe(false);
});
