import type { UndoWords } from "./undo-words.ts";

export const deCHUndo: UndoWords = {
  redo: "Wiederholen",
  "key.redo": "Ctrl Umschalt Z",
  "action.redo": "Wiederholt",
  "history.origin.restored": "aus dem Papierkorb",
  "history.origin.erased": "auf Verlangen gelöscht",
  "undo.about": "{{action}} ({{about}})",
  "undo.records_one": "{{count}} Datensatz",
  "undo.records_other": "{{count}} Datensätze",
  "undo.done": "Rückgängig gemacht: {{what}}.",
  "undo.again": "Wiederholt: {{what}}.",
  "undo.failed":
    "Nicht rückgängig gemacht: {{what}}. Die Disk hat es nicht angenommen; nichts ist verloren.",
  "undo.incomplete":
    "Lässt sich nicht rückgängig machen: {{what}}. Nicht alles, was sich damit geändert hat, ist hier vermerkt; nichts wurde angerührt. Das nächste Rückgängig nimmt, was davor war.",
  "undo.canceled":
    "Abgebrochen: {{what}}. Was schon rückgängig ist, bleibt es; Rückgängig fährt weiter.",
  "undo.kept_one":
    "{{count}} Wert wurde seither geändert oder gebraucht und bleibt: {{what}}.",
  "undo.kept_other":
    "{{count}} Werte wurden seither geändert oder gebraucht und bleiben: {{what}}.",
  "undo.running": "Wird rückgängig gemacht: {{what}}",
  "undo.runningAgain": "Wird wiederholt: {{what}}",
};
