import { expect, it } from "vitest";
import { Id } from "../../../../shared/entities/fields.ts";
import { newIdFrom } from "../../../../shared/domain/new-id.ts";

it("gives a fresh document id, of the injected time, at each call", () => {
  let byte = 0;
  const newId = newIdFrom(
    { now: () => 0x0190_a0a0_0000 },
    { bytes: (length) => new Uint8Array(length).fill(++byte) },
  );
  const ids = [newId(), newId()];
  expect(new Set(ids).size).toBe(2);
  expect(ids.every((id) => Id.safeParse(id).success)).toBe(true);
  expect(ids[0]).toMatch(/^0190a0a0-0000-7/);
});

it("gives ids in their order, also of one millisecond and when the clock goes back", () => {
  let now = 1_773_400_000_000;
  const newId = newIdFrom(
    { now: () => now },
    { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  );
  const ids = Array.from({ length: 10_000 }, newId);
  now -= 5_000;
  ids.push(newId());
  now += 60_000;
  ids.push(newId());
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => Id.safeParse(id).success)).toBe(true);
});
