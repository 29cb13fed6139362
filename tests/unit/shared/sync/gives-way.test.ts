import { expect, it } from "vitest";
import { becomeSalesperson } from "../../../../shared/domain/own-salesperson.ts";
import {
  changeSetting,
  firstSetting,
  writtenAlone,
} from "../../../../shared/domain/marketing-setting.ts";
import type { Change } from "../../../../shared/domain/change.ts";
import { mergeOp } from "../../../../shared/sync/merge.ts";
import type { StoredDocument } from "../../../../shared/sync/stored-document.ts";
import { toOps } from "../../../../shared/sync/to-ops.ts";
import { countingIds } from "../domain/contact-builder.ts";

function merged(
  stored: StoredDocument | null,
  changes: readonly Change[],
  context: { readonly device: string; readonly hlc: string },
): StoredDocument | null {
  return changes
    .filter(({ c }) => c === "settings")
    .flatMap((change) => toOps(change, 0))
    .reduce<StoredDocument | null>((doc, op) => {
      const outcome = mergeOp(doc, op, { ...context, user: context.device });
      if (!outcome.ok) throw new Error(outcome.message);
      expect(outcome.conflicts).toEqual([]);
      return outcome.doc;
    }, stored);
}

const office = { device: "office", hlc: "1000.0" };
const laptop = { device: "laptop", hlc: "2000.0" };
const facts = { newId: countingIds(), codes: [], setting: null };
const alone = writtenAlone(
  becomeSalesperson(facts, "Anna Frei", { defaultTerritory: "AG" }),
);
const own = alone.find(({ c }) => c === "settings");
if (own?.c !== "settings") throw new Error("no set-up");
/** Said a second time: what the first time wrote is what it builds on. */
const later = writtenAlone(
  changeSetting(own.after, { defaultCountry: "DE", defaultTerritory: "BE" }),
);

it("whoever joins a company with a notebook of their own changes none of its defaults", () => {
  const company = merged(
    null,
    changeSetting(null, { defaultSalesperson: "SKE" }),
    office,
  );
  expect(merged(company, alone, laptop)).toBe(company);
  expect(merged(company, [...alone, ...later], laptop)).toBe(company);
});

it("what was set up alone is the company's where it has set up nothing, and its own device goes on changing it", () => {
  const first = merged(null, [...alone, ...later], laptop);
  expect(first?.v).toMatchObject({
    defaultSalesperson: "AFR",
    defaultCountry: "DE",
    defaultTerritory: "BE",
  });
  const typed = changeSetting(firstSetting, { defaultLanguage: "DES" });
  const after = merged(first, typed, { ...office, hlc: "3000.0" });
  expect(after?.v).toMatchObject({ defaultLanguage: "DES" });
});
