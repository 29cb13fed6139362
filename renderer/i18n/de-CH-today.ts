import type { TodayWords } from "./today-words.ts";

export const deCHToday: TodayWords = {
  "nav.today": "Heute",
  "today.hello": "Guten Tag {{name}}",
  "today.sumOverdue_one": "{{count}} Aufgabe überfällig",
  "today.sumOverdue_other": "{{count}} Aufgaben überfällig",
  "today.sumToday_one": "{{count}} für heute",
  "today.sumToday_other": "{{count}} für heute",
  "today.sumMissing_one": "{{count}} Besuch dieser Woche noch zu erfassen",
  "today.sumMissing_other": "{{count}} Besuche dieser Woche noch zu erfassen",
  "today.sumNothing": "Heute ist nichts dringend",
  "today.due": "Zu erledigen",
  "today.dueOverdue": "Überfällig",
  "today.dueToday": "Heute",
  "today.dueSoon": "Nächste 7 Tage",
  "today.daysLate_one": "{{count}} Tag überfällig",
  "today.daysLate_other": "{{count}} Tage überfällig",
  "today.more": "{{n}} weitere",
  "today.dueNone":
    "In den nächsten sieben Tagen ist nichts zu erledigen. Die nächsten Schritte Ihrer Besuche erscheinen hier.",
  "today.postponed": "Abzuschliessende Besuche",
  "today.postponedCount_zero": "Nichts wartet auf den Abschluss.",
  "today.postponedCount_one":
    "{{count}} Besuch für später behalten; er zählt erst, wenn er abgeschlossen ist.",
  "today.postponedCount_other":
    "{{count}} Besuche für später behalten; sie zählen erst, wenn sie abgeschlossen sind.",
  "today.week": "Diese Woche noch nicht erfasst",
  "today.weekReading": "Die letzten Wochen werden gelesen",
  "today.weekRule":
    "Diese Woche ist ein Termin geplant, oder der übliche Abstand zwischen den Besuchen (letzte 12 Wochen) endet in ihr, und noch ist nichts erfasst.",
  "today.written_zero": "Diese Woche noch kein Besuch erfasst.",
  "today.written_one": "{{count}} Besuch diese Woche erfasst.",
  "today.written_other": "{{count}} Besuche diese Woche erfasst.",
  "today.weekNone":
    "Niemand fehlt. An einen Termin dieser Woche wird hier erinnert, bis er erfasst ist.",
  "today.meeting": "Termin {{day}}",
  "today.every_one": "gewöhnlich jeden Tag",
  "today.every_other": "gewöhnlich alle {{count}} Tage",
  "today.lastVisit": "letzter Besuch {{day}}",
  "today.noVisit": "bisher kein Besuch",
  "today.sent": "Alles ist im Büro.",
  "today.notSent": "Es ist nichts mehr zu übertragen.",
  "today.records_one": "{{count}} Datensatz",
  "today.records_other": "{{count}} Datensätze",
  "today.openSync": "Synchronisation öffnen",
  "today.connectText":
    "Alles bleibt hier gespeichert. Verbinden Sie dieses Notizbuch, um mit Kolleginnen und Kollegen zu teilen.",
  "today.lastOpened": "Zuletzt geöffnet",
  "today.lastOpenedNone":
    "Karten, die Sie öffnen, erscheinen hier. Suchen Sie einen Kontakt nach Name, Ort oder Telefon.",
  "today.find": "Suchen",
  "today.drafts": "Entwürfe",
  "today.draftsHint": "Hier begonnen und noch nicht gespeichert.",
  "today.goOn": "Weiterschreiben",
  "today.draftVisit": "Besuch",
  "today.draftCard": "Text noch nicht gespeichert",
  "today.firstCompany": "Erste Firma anlegen",
  "today.importCards": "Kontakte importieren…",
  "today.welcomeText":
    "Jeden Morgen steht hier, was zu erledigen ist und wessen Besuch noch nicht erfasst ist. Alles funktioniert ohne Netz.",
};
