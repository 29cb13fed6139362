import type { RescueWords } from "./rescue-words.ts";

export const deCHRescue: RescueWords = {
  "rescue.carefulTitle": "Carnet konnte nicht starten",
  "rescue.carefulText":
    "Die letzten zwei Starts haben nichts gezeigt. Ihre Eingaben liegen in einem eigenen Journal, doppelt geschrieben; nichts ist verloren. Der vorsichtige Start öffnet das Notizbuch, ohne etwas zu senden oder zu empfangen.",
  "rescue.carefulOpen": "Vorsichtig öffnen",
  "rescue.openAsUsual": "Wie gewohnt öffnen",
  "rescue.copyDiagnostics": "Diagnose kopieren",
  "rescue.copied": "Diagnose kopiert",
  "rescue.openLogs": "Protokollordner öffnen",
  "rescue.diagnostics": "Diagnose",
  "rescue.diagnosticsHint":
    "Versionen, Grössen, Anzahlen und technische Protokolle; keine Daten Ihrer Kontakte.",
  "rescue.wipedTitle": "Die lesbare Kopie auf diesem Gerät ist weg",
  "rescue.wipedText":
    "Das System hat sie gelöscht, oder die Festplatte gibt sie nicht mehr her. Das ist kein neues Notizbuch: Alles kann zurückkommen.",
  "rescue.fromSnapshot":
    "Sie kommt aus der Sicherungskopie vom {{at}}; was seither kam, wird beim Server nachgefragt. Begonnene Eingaben kommen auch zurück.",
  "rescue.fromServer":
    "Sie kommt vom Server und aus dem Journal, sobald es Netz gibt. Begonnene Eingaben kommen auch zurück.",
  "rescue.fromJournal":
    "Sie kommt aus dem Journal dieses Geräts. Begonnene Eingaben kommen auch zurück.",
  "rescue.bringBack": "Alles zurückholen",
  "rescue.diskLow": "Festplatte fast voll",
  "rescue.storeClosed": "Festplatte voll: Die lesbare Kopie steht still",
  "rescue.storeClosedHint":
    "Was gespeichert ist, steht im Journal. Schaffen Sie Platz und laden Sie neu.",
  "rescue.loadAgain": "Neu laden",
  "rescue.diskHint":
    "Ihre Eingaben gehen in reservierten Platz und bleiben sicher. Schaffen Sie Platz, bevor auch der voll ist.",
};
