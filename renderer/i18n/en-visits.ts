import type { VisitWords } from "./visit-words.ts";

export const enVisits: VisitWords = {
  "visit.dateHint": "yesterday 2pm, Monday, 9.3.",
  "visit.durationHint": "45m, 1h30",
  "visit.hours": "{{h}} h",
  "visit.hoursMinutes": "{{h}} h {{m}}",
};
