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
