import { CONTACT_COLUMNS } from "../../../shared/domain/contact-columns.ts";
import type { ContactFilter } from "../../../shared/domain/contact-filter.ts";
import {
  isFewColumn,
  type ContactTable,
  type FewColumn,
} from "./contact-table.ts";

/** Rows together by the code that they have in a column, in their order within: those of one code are a slice. */
interface Groups {
  readonly of: Uint32Array;
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

/** What a filter leaves to be looked at: rows in their order, and what is still to be asked of them. */
export interface Narrowed {
  readonly rows: Uint32Array;
  readonly rest: ContactFilter;
}

export interface CodeGroups {
  /** One condition that names one code costs nothing, however many contacts there are. */
  narrow(rows: Uint32Array, filter: ContactFilter): Narrowed;
  forget(): void;
}

export function createCodeGroups(table: ContactTable): CodeGroups {
  const known = new Map<FewColumn, Groups>();

  function groupsOf(column: FewColumn, rows: Uint32Array): Groups {
    const before = known.get(column);
    if (before?.of === rows) return before;
    const { codes, values } = table.few[column];
    const starts = new Uint32Array(values.length + 1);
    for (const row of rows) {
      const after = (codes[row] ?? 0) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let code = 0; code < values.length; code++)
      starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
    const next = starts.slice();
    const grouped = new Uint32Array(rows.length);
    for (const row of rows) {
      const code = codes[row] ?? 0;
      const place = next[code] ?? 0;
      next[code] = place + 1;
      grouped[place] = row;
    }
    const groups = { of: rows, rows: grouped, starts };
    known.set(column, groups);
    return groups;
  }

  return {
    narrow(rows, filter) {
      for (const [i, part] of filter.all.entries()) {
        if ("any" in part || (part.op !== "is" && part.op !== "oneOf"))
          continue;
        const { column, values } = part;
        const [wanted] = values;
        if (values.length !== 1 || wanted === undefined) continue;
        if (!isFewColumn(column) || CONTACT_COLUMNS[column] !== "code")
          continue;
        const code = table.few[column].find(wanted);
        if (code < 0) return { rows: rows.subarray(0, 0), rest: { all: [] } };
        const groups = groupsOf(column, rows);
        return {
          rows: groups.rows.subarray(
            groups.starts[code] ?? 0,
            groups.starts[code + 1] ?? 0,
          ),
          rest: { all: filter.all.toSpliced(i, 1) },
        };
      }
      return { rows, rest: filter };
    },
    forget: () => known.clear(),
  };
}
