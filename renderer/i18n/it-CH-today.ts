import type { TodayWords } from "./today-words.ts";

export const itCHToday: TodayWords = {
  "nav.today": "Oggi",
  "today.hello": "Buongiorno {{name}}",
  "today.sumOverdue_one": "{{count}} attività in ritardo",
  "today.sumOverdue_other": "{{count}} attività in ritardo",
  "today.sumToday_one": "{{count}} per oggi",
  "today.sumToday_other": "{{count}} per oggi",
  "today.sumMissing_one": "{{count}} visita da annotare questa settimana",
  "today.sumMissing_other": "{{count}} visite da annotare questa settimana",
  "today.sumNothing": "Oggi nulla di urgente",
  "today.due": "Da fare",
  "today.dueOverdue": "In ritardo",
  "today.dueToday": "Oggi",
  "today.dueSoon": "Prossimi 7 giorni",
  "today.daysLate_one": "{{count}} giorno di ritardo",
  "today.daysLate_other": "{{count}} giorni di ritardo",
  "today.more": "Altri {{n}}",
  "today.dueNone":
    "Nulla da fare nei prossimi sette giorni. I prossimi passi delle sue visite appaiono qui.",
  "today.postponed": "Visite da completare",
  "today.postponedCount_zero": "Niente da completare.",
  "today.postponedCount_one":
    "{{count}} visita tenuta per più tardi; non conta prima di essere completata.",
  "today.postponedCount_other":
    "{{count}} visite tenute per più tardi; non contano prima di essere completate.",
  "today.week": "Non ancora annotato questa settimana",
  "today.weekReading": "Lettura delle ultime settimane",
  "today.weekRule":
    "Questa settimana è previsto un appuntamento, o vi scade l’intervallo abituale tra le visite (ultime 12 settimane), e nulla è ancora annotato.",
  "today.written_zero": "Nessuna visita annotata questa settimana.",
  "today.written_one": "{{count}} visita annotata questa settimana.",
  "today.written_other": "{{count}} visite annotate questa settimana.",
  "today.weekNone":
    "Non manca nessuno. Un appuntamento di questa settimana viene ricordato qui finché non è annotato.",
  "today.meeting": "Appuntamento {{day}}",
  "today.every_one": "di solito ogni giorno",
  "today.every_other": "di solito ogni {{count}} giorni",
  "today.lastVisit": "ultima visita {{day}}",
  "today.noVisit": "finora nessuna visita",
  "today.sent": "Tutto è in ufficio.",
  "today.notSent": "Nulla attende l’invio.",
  "today.records_one": "{{count}} registrazione",
  "today.records_other": "{{count}} registrazioni",
  "today.openSync": "Apri la sincronizzazione",
  "today.connectText":
    "Tutto resta salvato qui. Colleghi questo taccuino per condividere con i colleghi.",
  "today.lastOpened": "Ultime schede aperte",
  "today.lastOpenedNone":
    "Le schede che apre compaiono qui. Cerchi un contatto per nome, luogo o telefono.",
  "today.find": "Cerca",
  "today.drafts": "Bozze",
  "today.draftsHint": "Iniziato qui e non ancora salvato.",
  "today.goOn": "Continua",
  "today.draftVisit": "Visita",
  "today.draftCard": "Testo non ancora salvato",
  "today.firstCompany": "Crea la prima società",
  "today.importCards": "Importa contatti…",
  "today.welcomeText":
    "Ogni mattina qui trova ciò che c’è da fare e i contatti la cui visita non è ancora annotata. Tutto funziona senza rete.",
};
