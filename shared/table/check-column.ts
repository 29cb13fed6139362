import { checkField, type TextField } from "../domain/field-check.ts";
import { countryCode } from "../vcard/country-code.ts";
import { DAYS, isNoDay, readTableDay } from "./read-day.ts";
import type { RowRules } from "./read-row.ts";
import type { Target } from "./targets.ts";

/** What one column of a table holds, over all of its rows. */
export interface ColumnCheck {
  readonly column: number;
  readonly ok: number;
  /** Taken over, but worth a look: a post code that nobody knows. */
  readonly doubtful: number;
  /** Not taken by its field; kept beside it. */
  readonly wrong: number;
  /** The first different values that are not right, as the file has them. */
  readonly values: readonly string[];
  /** Values that a person has mended or emptied, as the file has them: they can be got back. */
  readonly mended: readonly string[];
}

const VALUES_MAX = 50;

const FIELDS: Partial<Record<Target, TextField>> = {
  ...{ phone: "phone", homePhone: "phone", otherPhone: "phone" },
  ...{ mobile: "mobile", fax: "fax", pager: "pager", email: "email" },
  ...{ homePage: "homePage", postCode: "postCode", vatNo: "vatNo" },
  ...{ registrationNo: "registrationNo", name: "name", surname: "surname" },
  ...{ firstName: "firstName", companyName: "companyName" },
  ...{ "company.phone": "phone", "company.email": "email" },
  ...{ "company.homePage": "homePage", "company.vatNo": "vatNo" },
  ...{ "company.postCode": "postCode" },
} as const;

export interface ColumnChecker {
  add(cells: readonly string[]): void;
  result(): readonly ColumnCheck[];
}

export function createColumnChecker(rules: RowRules): ColumnChecker {
  const columns = rules.columns.map((use, column) => ({
    ...{ column, use, ok: 0, doubtful: 0, wrong: 0 },
    values: new Set<string>(),
    mended: new Set<string>(),
    // Tables say the same things again and again.
    known: new Map<string, "ok" | "doubtful" | "wrong">(),
  }));
  const country = rules.columns.findIndex((use) => use?.target === "country");
  return {
    add(cells) {
      const where = countryCode(cells[country] ?? "") ?? rules.country;
      for (const one of columns) {
        const typed = (cells[one.column] ?? "").trim();
        if (!one.use || typed === "") continue;
        const fix = rules.fixes[one.column]?.[typed];
        if (fix !== undefined) one.mended.add(typed);
        const value = fix ?? typed;
        if (value === "" || isNoDay(one.use.target, value)) continue;
        const key = `${where}/${value}`;
        const known = one.known.get(key);
        const how = known ?? judge(one.use.target, value, where, rules);
        if (known === undefined && one.known.size < 5_000)
          one.known.set(key, how);
        one[how]++;
        if (how === "ok" || fix !== undefined) continue;
        if (one.values.size < VALUES_MAX) one.values.add(typed);
      }
    },
    result: () =>
      columns.flatMap(({ column, use, ok, doubtful, wrong, values, mended }) =>
        use
          ? {
              ...{ column, ok, doubtful, wrong },
              ...{ values: [...values], mended: [...mended] },
            }
          : [],
      ),
  };
}

function judge(
  target: Target,
  value: string,
  country: string,
  { dayOrder }: RowRules,
): "ok" | "doubtful" | "wrong" {
  if (DAYS.has(target))
    return readTableDay(value, dayOrder) === null ? "wrong" : "ok";
  if (target === "country" || target === "company.country")
    return countryCode(value) === null ? "wrong" : "ok";
  const field = FIELDS[target];
  if (field === undefined) return "ok";
  const { problem } = checkField(field, value, { country });
  if (!problem) return "ok";
  return problem.kind === "error" ? "wrong" : "doubtful";
}
