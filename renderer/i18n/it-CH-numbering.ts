import type { NumberingWords } from "./numbering-words.ts";

export const itCHNumbering: NumberingWords = {
  "series.contacts": "Contatti",
  "series.opportunities": "Opportunità",
  "series.tasks": "Attività",
  "series.customers": "Clienti",
  "series.vendors": "Fornitori",
  "series.banks": "Conti bancari",
  "series.employees": "Dipendenti",
  "series.edit": "Modifica…",
  "series.editOf": "Modifica… {{name}}",
  "series.title": "Serie di numeri: {{name}}",
  "series.about":
    "Le lettere del primo numero e il numero delle sue cifre valgono per tutti i successivi. Un numero assegnato non cambia più e non viene mai riassegnato.",
  "series.first": "Primo numero",
  "series.firstHint": "Il prossimo è questo, o il primo ancora libero.",
  "series.last": "Ultimo numero",
  "series.lastHint": "Vuoto: finché bastano le cifre.",
  "series.gaps": "Lacune ammesse (altrimenti nessuna riserva per dispositivo)",
  "series.manual": "Numeri digitati a mano ammessi",
  "series.from": "da {{first}}",
  "series.noGaps": "senza lacune",
  "series.noManual": "niente a mano",
  "series.problem.series-no-digits":
    "Un numero termina con cifre, al massimo dodici: CT000001.",
  "series.problem.series-provisional":
    "Il segno ~ è riservato ai numeri provvisori.",
  "series.problem.series-other-pattern":
    "Lettere e numero di cifre devono essere quelli del primo numero.",
  "series.problem.series-backwards": "L’ultimo numero viene prima del primo.",
  "series.problem.too-long": "Al massimo 20 caratteri.",
  "duplicates.title": "Doppioni",
  "duplicates.hint":
    "Da che cosa si sospetta che due schede siano lo stesso contatto. Un avviso, mai un rifiuto.",
  "duplicates.autosearch": "Ricerca automatica",
  "duplicates.autosearchHint":
    "Cerca a ogni salvataggio. Ha bisogno delle stringhe di ricerca.",
  "duplicates.strings": "Aggiornare le stringhe di ricerca",
  "duplicates.stringsHint": "Senza di esse non si cerca nulla.",
  "duplicates.normaliser": "Grafie svizzere uguali",
  "duplicates.normaliserHint":
    "Zürich e Zuerich, 044 e +41 44, IVA, MWST e TVA valgono lo stesso.",
  "duplicates.hit": "Percentuale di concordanza",
  "duplicates.hitHint": "{{needed}} stringhe su {{of}} devono concordare.",
  "duplicates.types": "Chi si confronta",
  "duplicates.types.both": "Società e persone",
  "duplicates.types.company": "Società",
  "duplicates.types.person": "Persone",
  "duplicates.rows": "Stringhe di ricerca",
  "duplicates.rowsAbout":
    "Inizio o fine di un campo, senza spazi né punteggiatura. Le righe contano anche se il campo è vuoto.",
  "duplicates.needed": "{{needed}} su {{of}} devono concordare",
  "duplicates.field": "Campo",
  "duplicates.part": "Parte",
  "duplicates.length": "Lunghezza",
  "duplicates.first": "inizio",
  "duplicates.last": "fine",
  "duplicates.twice": "Due volte la stessa riga: {{row}}.",
  "duplicates.tooMany": "Al massimo {{count}} righe.",
  "duplicates.noRows": "Senza righe non si confronterebbe nulla.",
  "duplicates.reset": "Come all’inizio",
};
