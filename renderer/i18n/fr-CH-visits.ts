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
  "visit.slashHint": "« / » choisit le genre, par exemple /appel",
  "visit.opportunity": "Opportunité",
  "visit.noOpportunity": "Aucune",
  "visit.saveNext": "Et la suivante",
  "key.ctrlAltEnter": "Ctrl Alt ⏎",
} as const;
