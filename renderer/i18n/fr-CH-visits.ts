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
  "visit.saveNext": "Et la suivante",
  "key.ctrlAltEnter": "Ctrl Alt ⏎",
  "visit.newContact": "Nouveau contact « {{name}} »",
  "create.inline": "Nouveau contact",
  "visit.templateSteps": "À faire ensuite",
  "visit.newOpportunity": "Nouvelle opportunité ({{cycle}})",
  "visit.opportunityRefused":
    "L’opportunité ne peut pas être créée : il manque un vendeur ou le cycle n’existe plus. Choisissez-en une autre ou « Aucune ».",
} as const;
