import type { Line } from "./week-line.ts";

/** What a row asks of the grid. */
export interface RowActions {
  /** On to the next cell. */
  across(): void;
  accept(key: string): void;
  dismiss(key: string): void;
  remove(key: string): void;
  duplicate(key: string): void;
  /** Somebody of that name is to be made, for this row. */
  create(key: string, name: string): void;
  evaluate(line: Line & { kind: "logged" }, outcome: string): void;
}
