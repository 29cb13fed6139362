export const en = { save: "Save", nav: { today: "Today" }, visits_one: "One visit", visits_other: "{{count}} visits", by: "by {{name}}" };
