import type { VisitWords } from "./visit-words.ts";

export const itCHVisits: VisitWords = {
  "visit.dateHint": "ieri 14h, lunedì, 9.3.",
  "visit.durationHint": "45m, 1h30",
  "visit.hours": "{{h}} h",
  "visit.hoursMinutes": "{{h}} h {{m}}",
};
