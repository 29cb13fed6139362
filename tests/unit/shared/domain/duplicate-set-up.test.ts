import { expect, it } from "vitest";
import {
  autosearchPatch,
  doubleRow,
  duplicateSetUpOf,
  FIRST_ROWS,
  hitsNeeded,
  stringsPatch,
} from "../../../../shared/domain/duplicate-set-up.ts";
import {
  changeSetting,
  firstSetting,
} from "../../../../shared/domain/marketing-setting.ts";
import { Setting } from "../../../../shared/entities/setting.ts";

it("DUP-1: without a set-up, the first and last five characters of eight fields", () => {
  const { rows } = duplicateSetUpOf(null);
  expect(rows).toHaveLength(16);
  expect(new Set(rows.map(({ field }) => field)).size).toBe(8);
  expect(rows.every(({ length }) => length === 5)).toBe(true);
  expect(doubleRow(rows)).toBe(-1);
  expect(doubleRow([...FIRST_ROWS, { ...FIRST_ROWS[3]!, length: 8 }])).toBe(16);
});

it("DUP-1: a length is 2 to 10, a percentage 1 to 100", () => {
  const row = { field: "name", part: "first" } as const;
  const storable = (more: object) =>
    Setting.fields.safeParse({ ...firstSetting, ...more }).success;
  expect(
    [1, 2, 10, 11].map((length) =>
      storable({ duplicateRows: [{ ...row, length }] }),
    ),
  ).toEqual([false, true, true, false]);
  expect(
    [0, 1, 100, 101, 55.5].map((duplicateHit) => storable({ duplicateHit })),
  ).toEqual([false, true, true, false, false]);
});

it.each([
  [60, 10],
  [50, 8],
  [55, 9],
  [65, 11],
  [70, 12],
  [1, 1],
  [100, 16],
])("DUP-3: %i percent of sixteen rows are %i", (hit, needed) => {
  expect(hitsNeeded({ ...duplicateSetUpOf(null), hit })).toBe(needed);
});

it("DUP-8: searching switches the strings on, switching them off ends the search", () => {
  const after = (...patches: ReturnType<typeof stringsPatch>[]) => {
    const setting = patches.reduce<Setting>((now, patch) => {
      const [change] = changeSetting(now, patch);
      return (change?.after as Setting | undefined) ?? now;
    }, firstSetting);
    const { autosearch, strings } = duplicateSetUpOf(setting);
    return [autosearch, strings];
  };
  expect(after()).toEqual([true, true]);
  expect(after(stringsPatch(false))).toEqual([false, false]);
  expect(after(stringsPatch(false), autosearchPatch(true))).toEqual([
    true,
    true,
  ]);
  expect(after(autosearchPatch(false))).toEqual([false, true]);
  expect(after(autosearchPatch(false), stringsPatch(true))).toEqual([
    false,
    true,
  ]);
});
