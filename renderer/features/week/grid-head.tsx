import { COLUMNS } from "./week-line.ts";
import type { WeekWords } from "./week-words.ts";

/** The names of the columns. */
export function GridHead({ words }: { words: WeekWords }) {
  return (
    <div role="rowgroup" className="headgroup">
      <div role="row" className="head" aria-rowindex={1}>
        {[...COLUMNS, "state" as const].map((column, i) => (
          <div
            key={column}
            role="columnheader"
            aria-colindex={i + 1}
            className={`cell${column === "minutes" ? " figure" : ""}`}
          >
            <span>{words.t(`week.col.${column}`)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
