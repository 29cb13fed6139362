import { expect, test } from "vitest";
import {
  countTaken,
  LABEL,
} from "../../../../../renderer/features/backup/restored-count.ts";
import type { JournalEntry } from "../../../../../shared/ipc/journal.ts";

function entry(d: number, ...ids: readonly string[]): JournalEntry {
  const ops = ids.map((id) => ({ c: "contacts", id, k: "ins", v: { id } }));
  return { d, m: `m${d}`, hlc: "1.0", label: LABEL, ops } as never;
}

test("what the person has set aside of a restore is not told as taken by the server", () => {
  const lists = {
    pending: [entry(11, "a"), entry(3, "of an earlier restore")],
    refused: [entry(12, "b", "c")],
    aside: [entry(13, "d"), entry(14, "d", "e")],
  };
  expect(countTaken(lists, 10, 9)).toEqual({
    ...{ waiting: 1, refused: 2, aside: 2, taken: 4 },
  });
});
