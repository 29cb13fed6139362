import { expect, test } from "vitest";
import { damagedStore } from "../../../../renderer/app/damaged-store.ts";

const LOST = "Internal error opening backing store for indexedDB.open.";
const FULL =
  "Encountered full disk while opening backing store for indexedDB.open.";

test("a copy that does not open is damaged, and what waits to be sent is counted", () => {
  const lost = new DOMException(LOST, "UnknownError");
  expect(damagedStore(lost, 3)).toEqual({
    kind: "damaged-store",
    unsent: 3,
    details: `UnknownError: ${LOST}`,
  });
});

test("on a full disk no copy is damaged: it is not offered to be put aside", () => {
  const full = [
    new DOMException(FULL, "QuotaExceededError"),
    new DOMException(FULL, "UnknownError"),
    new Error(`firstError: QuotaExceededError: ${FULL}`),
  ];
  for (const error of full) expect(() => damagedStore(error, 3)).toThrow(error);
});
