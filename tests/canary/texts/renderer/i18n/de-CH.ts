export const deCH = { save: "Speichern", nav: { today: "Heute" }, visits_one: "Ein Besuch", visits_other: "{{count}} Besuche", by: "von {{name}}" };
