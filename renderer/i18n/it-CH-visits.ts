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
  "visit.saveNext": "Salva, prossima",
  "key.ctrlAltEnter": "Ctrl Alt ⏎",
  "visit.newContact": "Nuovo contatto «{{name}}»",
  "create.inline": "Nuovo contatto",
  "visit.templateSteps": "Da fare dopo",
  "visit.newOpportunity": "Nuova opportunità ({{cycle}})",
  "visit.opportunityRefused":
    "L’opportunità non può essere creata: manca un venditore o il ciclo non esiste più. Scelga un’altra o «Nessuna».",
  "visit.postpone": "Finire più tardi",
  "visit.postponeHint":
    "Tiene la visita incompiuta: conta solo quando è terminata.",
  "visit.postponedSaved": "Visita tenuta per più tardi: {{name}}",
  "visit.againTitle": "Riprendere la visita",
  "interaction.finish": "Terminare…",
  "interaction.amend": "Correggere…",
  "meanwhile.merged":
    "«{{was}}» è stato unito a «{{name}}»: la visita continua con questo contatto.",
  "meanwhile.gone":
    "Il contatto di questa bozza non c’è più. Il testo è conservato: scelga con chi era la visita.",
  "meanwhile.metMerged":
    "«{{was}}» è stato unito a «{{name}}», selezionato al suo posto.",
  "meanwhile.metGone":
    "Una persona presente non c’è più e non è più selezionata.",
  "meanwhile.metLeft":
    "{{name}} non fa più parte della società e resta selezionato; tolga la selezione se serve.",
  "meanwhile.closed":
    "L’opportunità «{{name}}» è conclusa. Resta scelta; può sceglierne un’altra.",
  "meanwhile.opportunityGone": "L’opportunità scelta non esiste più.",
  "visit.closedOpportunity": "{{name}} (conclusa)",
  "settings.systemKey": "Tasto di sistema per annotare una visita",
  "settings.systemKeyHint":
    "Apre l’inserimento di una visita da qualsiasi programma, finché Carnet è aperto.",
  "settings.systemKeyTaken":
    "Un altro programma usa già questo tasto: ne scelga un altro.",
  "settings.systemKeyOff": "Nessuno",
  "settings.systemKey.CommandOrControl+Shift+Space": "Ctrl+Maiusc+Spazio",
  "settings.systemKey.CommandOrControl+Shift+F9": "Ctrl+Maiusc+F9",
  "settings.systemKey.CommandOrControl+Shift+F12": "Ctrl+Maiusc+F12",
};
