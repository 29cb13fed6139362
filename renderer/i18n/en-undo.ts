import type { UndoWords } from "./undo-words.ts";

export const enUndo: UndoWords = {
  redo: "Redo",
  "key.redo": "Ctrl Shift Z",
  "action.redo": "Done again",
  "history.origin.restored": "out of the trash",
  "history.origin.erased": "erased on request",
  "undo.about": "{{action}} ({{about}})",
  "undo.records_one": "{{count}} record",
  "undo.records_other": "{{count}} records",
  "undo.done": "Undone: {{what}}.",
  "undo.again": "Done again: {{what}}.",
  "undo.failed":
    "Not undone: {{what}}. The disk did not take it; nothing is lost.",
  "undo.incomplete":
    "Cannot be undone: {{what}}. Not everything it changed is on record, so nothing was touched. The next Undo takes what was done before it.",
  "undo.canceled":
    "Stopped: {{what}}. What was already undone stays so; Undo goes on.",
  "undo.kept_one":
    "{{count}} value was changed or used since and stays: {{what}}.",
  "undo.kept_other":
    "{{count}} values were changed or used since and stay: {{what}}.",
  "undo.running": "Undoing: {{what}}",
  "undo.runningAgain": "Doing again: {{what}}",
};
