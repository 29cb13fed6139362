import { ok, refuse, type Result } from "../core/result.ts";
import {
  SERIES_MEMBERS,
  type NumberSeries,
  type SeriesName,
} from "../entities/number-series.ts";
import type { Setting } from "../entities/setting.ts";

/** The pattern of a series and where it begins and ends, both inclusive. */
export interface SeriesRange {
  readonly prefix: string;
  readonly digits: number;
  readonly first: number;
  readonly last: number;
}

/** Why two texts are no series. */
export interface SeriesRefusal {
  readonly kind: SeriesProblem;
}

export type SeriesProblem =
  | "series-no-digits"
  | "series-provisional"
  | "series-other-pattern"
  | "series-backwards"
  | "too-long";

/** What holds while the company has said nothing; as the server begins them (domain.md §2.6). */
export const FIRST_SERIES: Readonly<Record<SeriesName, NumberSeries>> = {
  contacts: { first: "CT000001", last: "CT999999" },
  opportunities: { first: "OP000001", last: "OP999999" },
  tasks: { first: "TD000001", last: "TD999999" },
  customers: { first: "C000001", last: "C999999" },
  vendors: { first: "V000001", last: "V999999" },
  banks: { first: "B000001", last: "B999999" },
  employees: { first: "E000001", last: "E999999" },
};

const MAX_DIGITS = 12;

/**
 * NUM-1, NUM-3: the pattern that a first and a last number mean. Without a last one the series ends where its digits do.
 * At most 20 characters; `~` marks provisional numbers and stands in no other.
 */
export function readSeries({
  first,
  last,
}: Pick<NumberSeries, "first" | "last">): Result<SeriesRange, SeriesRefusal> {
  const from = parts(first);
  if (!from) return no("series-no-digits");
  const { prefix, digits } = from;
  if (prefix.includes("~")) return no("series-provisional");
  if (first.length > 20) return no("too-long");
  const end = last ?? prefix + "9".repeat(digits);
  const to = parts(end);
  if (to?.prefix !== prefix || to.digits < digits)
    return no("series-other-pattern");
  if (end.length > 20) return no("too-long");
  if (to.value < from.value) return no("series-backwards");
  return ok({ prefix, digits, first: from.value, last: to.value });
}

function no(kind: SeriesProblem) {
  return refuse({ kind });
}

/** Letters, then the digits that count. */
function parts(no: string) {
  const match = /^(.*?)(\d+)$/u.exec(no);
  const [, prefix = "", digits = ""] = match ?? [];
  if (!match || digits.length > MAX_DIGITS) return null;
  return { prefix, digits: digits.length, value: Number(digits) };
}

/** What the company has set up for a series. */
export function seriesOf(
  setting: Setting | null,
  name: SeriesName,
): NumberSeries {
  return setting?.[SERIES_MEMBERS[name]] ?? FIRST_SERIES[name];
}

export interface SeriesCounter {
  readonly prefix: string;
  readonly digits: number;
  readonly next: number;
  readonly last: number;
}

/**
 * A counter as the set-up wants it: never back, for a number is given once (NUM-6). A set-up that cannot be read changes
 * nothing.
 */
export function counterOf<C extends SeriesCounter>(
  counter: C,
  set: NumberSeries | undefined,
): C {
  const read = set ? readSeries(set) : null;
  if (!read?.ok) return counter;
  const { first, ...pattern } = read.value;
  return { ...counter, ...pattern, next: Math.max(counter.next, first) };
}
