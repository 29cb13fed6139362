import { expect, test } from "vitest";
import {
  differing,
  judge,
  restoring,
  type BackedUp,
} from "../../../../shared/sync/restore-document.ts";

const A = "01936f00-0000-7000-8000-000000000001";
const B = "01936f00-0000-7000-8000-000000000002";
const card = { id: A, type: "person", name: "Luc Pasquier" };
const backedUp = (doc: BackedUp["doc"]): BackedUp => ({
  ...{ c: "contacts", doc, modifiedAt: "2026-03-01T08:00:00.000Z" },
});
const later = { modifiedAt: "2026-03-02T08:00:00.000Z" };

test("MRG-1: a backup of before a merge does not split the two, whatever is chosen", () => {
  const here = { ...card, mergedInto: B, ...later };
  const one = backedUp(card);
  expect(differing(one, here)).toEqual([]);
  const rights = { manages: true, connected: true };
  expect(judge(one, here, false, rights)).toBe("same");
  expect(restoring(one, here, "take")).toBeNull();
});

test("MRG-1: a backup of before two were split does not merge them again", () => {
  const here = { ...card, ...later };
  const one = backedUp({ ...card, mergedInto: B });
  expect(restoring(one, here, "fill")).toBeNull();
  expect(restoring(one, here, "take")).toBeNull();
  // Who is not here at all comes back as they were.
  expect(restoring(one, null, "take")?.after).toMatchObject({ mergedInto: B });
});
