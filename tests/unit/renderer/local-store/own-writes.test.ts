import { expect, test } from "vitest";
import {
  createOwnWrites,
  withOwnWrites,
} from "../../../../renderer/local-store/own-writes.ts";
import type { Op } from "../../../../shared/sync/protocol.ts";

function set(city: string): Op {
  return { c: "contacts", id: "a", k: "set", f: { city: [null, city] } };
}

test("operations wait by document, in order, until they are dropped", () => {
  const own = createOwnWrites();
  own.add(1, [set("Bulle"), { ...set("Sion"), id: "b" }]);
  own.add(2, [set("Romont")]);
  expect(own.of("contacts", "a").map(({ d }) => d)).toEqual([1, 2]);
  expect(own.idsOf("contacts")).toEqual(["a", "b"]);
  expect(own.idsOf("tasks")).toEqual([]);
  const [first] = own.of("contacts", "a");
  own.drop({ c: "contacts", id: "a" }, first ? [first] : []);
  expect(own.of("contacts", "a").map(({ d }) => d)).toEqual([2]);
  own.drop({ c: "contacts", id: "b" }, own.of("contacts", "b"));
  expect(own.keys()).toEqual([{ c: "contacts", id: "a" }]);
});

test("a write that ended while an older answer was on its way does not vanish from it", () => {
  const own = createOwnWrites();
  own.add(1, [set("Bulle")]);
  const before = own.of("contacts", "a");
  own.drop({ c: "contacts", id: "a" }, before);
  own.add(2, [set("Romont")]);
  const now = own.of("contacts", "a");
  expect(withOwnWrites({ id: "a" }, before, now)).toMatchObject({
    city: "Romont",
  });
  expect(withOwnWrites({ id: "a" }, before, [])).toMatchObject({
    city: "Bulle",
  });
});

test("a patch of what is not there shows nothing", () => {
  const own = createOwnWrites();
  own.add(1, [set("Bulle")]);
  expect(withOwnWrites(null, [], own.of("contacts", "a"))).toBeNull();
});
