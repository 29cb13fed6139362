import type { VisitWords } from "./visit-words.ts";

export const itCHVisits: VisitWords = {
  "visit.dateHint": "ieri 14h, lunedì, 9.3.",
  "visit.durationHint": "45m, 1h30",
  "visit.hours": "{{h}} h",
  "visit.hoursMinutes": "{{h}} h {{m}}",
  "visit.sentence": "Riprendere questa visita",
  "visit.sentenceNobody": "Contatto da precisare",
  "visit.sentenceOthers": "Oppure",
  "visit.met": "Con",
  "visit.metMore_one": "{{count}} altro",
  "visit.metMore_other": "{{count}} altri",
  "visit.slashHint": "«/» inserisce un modello, ad esempio /chiamata",
  "visit.opportunity": "Opportunità",
  "visit.noOpportunity": "Nessuna",
  "visit.saveNext": "E la prossima",
  "key.ctrlAltEnter": "Ctrl Alt ⏎",
  "visit.newContact": "Nuovo contatto «{{name}}»",
  "create.inline": "Nuovo contatto",
  "visit.templateSteps": "Da fare dopo",
  "visit.newOpportunity": "Nuova opportunità ({{cycle}})",
  "visit.opportunityRefused":
    "L’opportunità non può essere creata: manca un venditore o il ciclo non esiste più. Scelga un’altra o «Nessuna».",
  "visit.postpone": "Più tardi",
  "visit.postponeHint":
    "Tiene la visita incompiuta: conta solo quando è terminata.",
  "visit.postponedSaved": "Visita tenuta per più tardi: {{name}}",
  "visit.againTitle": "Riprendere la visita",
  "interaction.finish": "Terminare…",
  "interaction.amend": "Correggere…",
};
