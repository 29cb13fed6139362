import type { VisitWords } from "./visit-words.ts";

export const enVisits: VisitWords = {
  "visit.dateHint": "yesterday 2pm, Monday, 9.3.",
  "visit.durationHint": "45m, 1h30",
  "visit.hours": "{{h}} h",
  "visit.hoursMinutes": "{{h}} h {{m}}",
  "visit.sentence": "Write up this visit",
  "visit.sentenceNobody": "Who is open",
  "visit.sentenceOthers": "Or was it",
  "visit.met": "With",
  "visit.metMore_one": "{{count}} more",
  "visit.metMore_other": "{{count}} more",
  "visit.slashHint": "“/” chooses the kind, for example /call",
  "visit.opportunity": "Opportunity",
  "visit.noOpportunity": "None",
  "visit.saveNext": "Save and next",
  "key.ctrlAltEnter": "Ctrl Alt ⏎",
};
