import { expect, test } from "vitest";
import {
  formatAmount,
  formatBytes,
  formatCount,
  formatDay,
  formatLongDay,
  formatMoment,
  formatShortDay,
  formatTime,
  formatWeekday,
} from "../../../../renderer/ui/format.ts";

const TODAY = "2026-03-13";

test("days are written the Swiss way", () => {
  expect(formatDay("2026-03-09")).toBe("09.03.2026");
  expect(formatShortDay("2026-03-09", TODAY)).toBe("09.03.");
  expect(formatShortDay("2025-12-20", TODAY)).toBe("20.12.2025");
});

test("weekdays come in the language of the screen", () => {
  expect(formatWeekday("2026-03-09", "fr-CH", TODAY)).toBe("lun. 09.03.");
  expect(formatWeekday("2026-03-09", "de-CH", TODAY)).toMatch(
    /^Mo\.? 09\.03\.$/,
  );
});

test.each([
  ["fr-CH", /^Vendredi,? 13 mars 2026$/],
  ["de-CH", /^Freitag, 13\. März 2026$/],
  ["it-CH", /^Venerdì,? 13 marzo 2026$/],
  ["en", /^Friday,? 13 March 2026$/],
])("the day in words, %s", (language, words) => {
  expect(formatLongDay(TODAY, language)).toMatch(words);
});

test("amounts and counts have the typewriter's apostrophe", () => {
  expect(formatAmount(4_650_000)).toBe("46'500.00");
  expect(formatAmount(100)).toBe("1.00");
  expect(formatCount(12_480)).toBe("12'480");
});

test("a moment of another day says which", () => {
  const now = new Date(2026, 2, 13, 14, 3).getTime();
  const yesterday = new Date(2026, 2, 12, 9, 5).getTime();
  expect(formatTime(now)).toBe("14:03");
  expect(formatMoment(now, now)).toBe("14:03");
  expect(formatMoment(yesterday, now)).toBe("12.03. 09:05");
});

test("bytes are told in the unit that needs few digits", () => {
  expect(formatBytes(1_240, "de-CH")).toBe("1.2\u00a0KB");
  expect(formatBytes(57_300_000, "en")).toBe("57\u00a0MB");
  expect(formatBytes(31_900_000_000, "it-CH")).toBe("32\u00a0GB");
  expect(formatBytes(6_400, "fr-CH")).toBe("6.4\u00a0ko");
  expect(formatBytes(31, "fr-CH")).toBe("31\u00a0o");
  expect(formatBytes(31, "en")).toBe("31\u00a0B");
  expect(formatBytes(31_900_000_000, "fr-CH")).toBe("32\u00a0Go");
});
