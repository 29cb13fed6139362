import { expect, test } from "vitest";
import { noteLines } from "../../../../../renderer/features/updates/note-lines.ts";

test("items of a list, each whole; headings are left out", () => {
  expect(
    noteLines("### Added\n\n- One thing\n  that goes on.\n- Another.\n"),
  ).toEqual(["One thing that goes on.", "Another."]);
  expect(noteLines("Plain words.")).toEqual(["Plain words."]);
});
