import type { IdTable } from "./id-table.ts";
import type { Packed } from "./pack.ts";

/** Who was met or takes part besides the contact itself, by row: of most rows nobody. */
export interface Attendees {
  at(row: number): readonly string[] | undefined;
  set(row: number, ids: readonly string[] | undefined): void;
  /** Ids of the rows that somebody attends. */
  attendedBy(contactId: string): readonly string[];
  pack(): Packed[string];
}

/** @param ids of the table whose rows these are */
export function createAttendees(
  ids: IdTable,
  from?: Packed[string],
): Attendees {
  const byRow = new Map(
    (from as unknown as [number, readonly string[]][] | undefined) ?? [],
  );
  return {
    at: (row) => byRow.get(row),
    set(row, present) {
      if (present) byRow.set(row, present);
      else byRow.delete(row);
    },
    attendedBy: (contactId) =>
      [...byRow].flatMap(([row, present]) =>
        present.includes(contactId) ? [ids.idAt(row)] : [],
      ),
    pack: () =>
      [...byRow].map(([row, present]) => [row, [...present]]) as Packed[string],
  };
}
