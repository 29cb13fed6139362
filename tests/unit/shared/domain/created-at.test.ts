import { expect, it } from "vitest";
import { createdAt } from "../../../../shared/domain/created-at.ts";
import { newIdFrom } from "../../../../shared/domain/new-id.ts";
import { namedId } from "../../../../shared/domain/named-id.ts";

const at = Date.UTC(2026, 10, 29, 23, 24, 5, 678);
const newId = newIdFrom(
  { now: () => at },
  { bytes: (length) => new Uint8Array(length).fill(255) },
);

it("what no server has seen yet was made when its id was; what one has seen, when it says", () => {
  const id = newId();
  expect(createdAt({ id })).toBe("2026-11-29T23:24:05.678Z");
  const told = "2026-01-02T03:04:05.000Z";
  expect(createdAt({ id, createdAt: told })).toBe(told);
  expect(createdAt({ id: namedId("country/CH") })).toBe("");
  expect(createdAt({ id: "1" })).toBe("");
});
