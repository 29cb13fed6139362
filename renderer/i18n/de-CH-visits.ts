import type { VisitWords } from "./visit-words.ts";

export const deCHVisits: VisitWords = {
  "visit.dateHint": "gestern 14h, Montag, 9.3.",
  "visit.durationHint": "45m, 1h30",
  "visit.hours": "{{h}} Std.",
  "visit.hoursMinutes": "{{h}} Std. {{m}}",
};
