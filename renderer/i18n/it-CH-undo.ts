import type { UndoWords } from "./undo-words.ts";

export const itCHUndo: UndoWords = {
  redo: "Ripeti",
  "key.redo": "Ctrl Maiusc Z",
  "action.redo": "Ripetuto",
  "history.origin.restored": "dal cestino",
  "history.origin.erased": "eliminato su richiesta",
  "undo.about": "{{action}} ({{about}})",
  "undo.records_one": "{{count}} registrazione",
  "undo.records_other": "{{count}} registrazioni",
  "undo.done": "Annullato: {{what}}.",
  "undo.again": "Ripetuto: {{what}}.",
  "undo.failed":
    "Non annullato: {{what}}. Il disco ha rifiutato; niente è perso.",
  "undo.incomplete":
    "Non si può annullare: {{what}}. Non tutto ciò che era cambiato è annotato qui, perciò nulla è stato toccato. Il prossimo Annulla riprende ciò che viene prima.",
  "undo.canceled":
    "Interrotto: {{what}}. Quanto già annullato resta tale; Annulla continua.",
  "undo.kept_one":
    "{{count}} valore è stato modificato o usato nel frattempo e resta: {{what}}.",
  "undo.kept_other":
    "{{count}} valori sono stati modificati o usati nel frattempo e restano: {{what}}.",
  "undo.running": "Annullamento: {{what}}",
  "undo.runningAgain": "Ripetizione: {{what}}",
};
