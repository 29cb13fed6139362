import { expect, test } from "vitest";
import { openConflicts } from "../../../../../renderer/features/sync/use-open-conflicts.ts";
import type { Note } from "../../../../../shared/entities/note.ts";

const conflict = (id: string, at: string): Note => ({
  id,
  kind: "conflict",
  status: "open",
  winner: { value: "a", at },
  loser: { value: "b", at: "2026-03-01T08:00:00.000Z" },
});

test("only open conflicts wait for a choice, the newest first", () => {
  const older = conflict("1", "2026-03-10T08:00:00.000Z");
  const newer = conflict("2", "2026-03-12T08:00:00.000Z");
  const settled: Note = { ...newer, id: "3", status: "done" };
  const notice: Note = { id: "4", kind: "notice", status: "open" };
  expect(openConflicts([notice, older, settled, newer])).toEqual([
    newer,
    older,
  ]);
});
