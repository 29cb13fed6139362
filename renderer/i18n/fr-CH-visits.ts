/** The words of writing up visits in French (Switzerland); the measure of the other languages. */
export const frCHVisits = {
  "visit.dateHint": "hier 14h, lundi, 9.3.",
  "visit.durationHint": "45m, 1h30",
  "visit.hours": "{{h}} h",
  "visit.hoursMinutes": "{{h}} h {{m}}",
  "visit.sentence": "Reprendre cette visite",
  "visit.sentenceNobody": "Contact à préciser",
  "visit.sentenceOthers": "Ou bien",
  "visit.met": "Avec",
  "visit.metMore_one": "{{count}} autre",
  "visit.metMore_other": "{{count}} autres",
  "visit.slashHint": "« / » insère un modèle, par exemple /appel",
  "visit.opportunity": "Opportunité",
  "visit.noOpportunity": "Aucune",
  "visit.saveNext": "Enregistrer, suivante",
  "key.ctrlAltEnter": "Ctrl Alt ⏎",
  "visit.newContact": "Nouveau contact « {{name}} »",
  "create.inline": "Nouveau contact",
  "visit.templateSteps": "À faire ensuite",
  "visit.newOpportunity": "Nouvelle opportunité ({{cycle}})",
  "visit.opportunityRefused":
    "L’opportunité ne peut pas être créée : il manque un vendeur ou le cycle n’existe plus. Choisissez-en une autre ou « Aucune ».",
  "visit.postpone": "Finir plus tard",
  "visit.postponeHint":
    "Garde la visite inachevée : elle ne compte pas avant d’être terminée.",
  "visit.postponedSaved": "Visite gardée pour plus tard : {{name}}",
  "visit.againTitle": "Reprendre la visite",
  "interaction.finish": "Terminer…",
  "interaction.amend": "Corriger…",
  "meanwhile.merged":
    "« {{was}} » a été fusionné avec « {{name}} » : la visite continue avec ce contact.",
  "meanwhile.gone":
    "Le contact de ce brouillon n’est plus ici. Le texte est gardé : choisissez avec qui était la visite.",
  "meanwhile.metMerged":
    "« {{was}} » a été fusionné avec « {{name}} », coché à sa place.",
  "meanwhile.metGone":
    "Une personne présente n’est plus ici et n’est plus cochée.",
  "meanwhile.metLeft":
    "{{name}} ne fait plus partie de la société et reste coché ; décochez au besoin.",
  "meanwhile.closed":
    "L’opportunité « {{name}} » est conclue. Elle reste choisie ; vous pouvez en choisir une autre.",
  "meanwhile.opportunityGone": "L’opportunité choisie n’existe plus.",
  "visit.closedOpportunity": "{{name}} (conclue)",
  "settings.systemKey": "Touche du système pour noter une visite",
  "settings.systemKeyHint":
    "Ouvre la saisie d’une visite depuis n’importe quel programme, tant que Carnet est ouvert.",
  "settings.systemKeyTaken":
    "Un autre programme utilise déjà cette touche : choisissez-en une autre.",
  "settings.systemKeyOff": "Aucune",
  "settings.systemKey.CommandOrControl+Shift+Space": "Ctrl+Maj+Espace",
  "settings.systemKey.CommandOrControl+Shift+F9": "Ctrl+Maj+F9",
  "settings.systemKey.CommandOrControl+Shift+F12": "Ctrl+Maj+F12",
} as const;
