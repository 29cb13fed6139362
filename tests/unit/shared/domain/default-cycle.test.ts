import { expect, it } from "vitest";
import { defaultCycle } from "../../../../shared/domain/default-cycle.ts";
import { firstSetting } from "../../../../shared/domain/marketing-setting.ts";
import { starterCodes } from "../../../../shared/domain/starter-codes.ts";

const own = starterCodes.filter(({ kind }) => kind === "salesCycle");

it("DEF-4: a new opportunity gets the default cycle unless it is blocked", () => {
  expect(defaultCycle(null, [])).toBe("NEW");
  const set = { ...firstSetting, defaultSalesCycle: "EXISTING" };
  expect(defaultCycle(set, own)).toBe("EXISTING");
  const blocked = own.map((one) =>
    one.code === "EXISTING" ? { ...one, inactive: true } : one,
  );
  expect(defaultCycle(set, blocked)).toBeUndefined();
});

it("DEF-4: none where the set-up names none, or one that no list has", () => {
  const { defaultSalesCycle: _, ...none } = firstSetting;
  expect(defaultCycle(none, own)).toBeUndefined();
  const gone = { ...firstSetting, defaultSalesCycle: "GONE" };
  expect(defaultCycle(gone, own)).toBeUndefined();
});
