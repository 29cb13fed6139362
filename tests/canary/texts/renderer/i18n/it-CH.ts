export const itCH = { save: " ", nav: { today: "Oggi", extra: "Altro" }, visits_one: "Una visita", visits_other: "{{count}} visite", by: "di {{name}}" };
