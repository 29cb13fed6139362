/** What was done, undone and done again. */
export const frCHUndo = {
  redo: "Rétablir",
  "key.redo": "Ctrl Maj Z",
  "action.redo": "Rétabli",
  "history.origin.restored": "sorti de la corbeille",
  "history.origin.erased": "effacé sur demande",
  "undo.about": "{{action}} ({{about}})",
  "undo.records_one": "{{count}} enregistrement",
  "undo.records_other": "{{count}} enregistrements",
  "undo.done": "Annulé : {{what}}.",
  "undo.again": "Rétabli : {{what}}.",
  "undo.failed":
    "Pas annulé : {{what}}. Le disque a refusé ; rien n’est perdu.",
  "undo.incomplete":
    "Ne peut pas être annulé : {{what}}. Ce qui avait changé n’est pas entièrement noté ici ; rien n’a donc été touché. Le prochain Annuler reprend ce qui précède.",
  "undo.canceled":
    "Interrompu : {{what}}. Ce qui est déjà annulé le reste ; Annuler continue.",
  "undo.kept_one":
    "{{count}} valeur a été modifiée ou utilisée depuis et reste : {{what}}.",
  "undo.kept_other":
    "{{count}} valeurs ont été modifiées ou utilisées depuis et restent : {{what}}.",
  "undo.running": "Annulation : {{what}}",
  "undo.runningAgain": "Rétablissement : {{what}}",
};
