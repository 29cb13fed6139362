import { expect, test } from "vitest";
import { nameJustSaid } from "../../../../renderer/ui/name-just-said.ts";

const CODES = [{ code: "CRO" }, { code: "MBE" }];

test("who has just said who they are is chosen where nobody is, and not in the place of a colleague", () => {
  const said = (chosen?: string) =>
    nameJustSaid(undefined, "CRO", chosen, CODES);
  expect([said(), said(""), said("OLD")]).toEqual(["CRO", "CRO", "CRO"]);
  expect(said("MBE")).toBeNull();
  expect(nameJustSaid("CRO", "CRO", "", CODES)).toBeNull();
  expect(nameJustSaid(undefined, undefined, "", CODES)).toBeNull();
});
