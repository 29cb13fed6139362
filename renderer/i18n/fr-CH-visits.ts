/** The words of writing up visits in French (Switzerland); the measure of the other languages. */
export const frCHVisits = {
  "visit.dateHint": "hier 14h, lundi, 9.3.",
  "visit.durationHint": "45m, 1h30",
  "visit.hours": "{{h}} h",
  "visit.hoursMinutes": "{{h}} h {{m}}",
} as const;
