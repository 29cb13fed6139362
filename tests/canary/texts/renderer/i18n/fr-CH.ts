export const frCH = { save: "Enregistrer", nav: {}, visits_one: "Une visite", visits_many: "{{count}} visites", visits_other: "{{count}} visites", by: "par {{nom}}" };
