import type { SampleWords } from "./sample-words.ts";

export const deCHSample: SampleWords = {
  "begin.title": "Beginnen",
  "begin.text":
    "Alles funktioniert auf diesem Gerät, ohne Netz und ohne Konto; verbinden können Sie sich später.",
  "begin.language": "Sprache",
  "begin.empty": "Mit einem leeren Notizbuch beginnen",
  "begin.emptyHint":
    "Mehr braucht es nicht: Erfassen Sie Ihre ersten Karten oder importieren Sie sie.",
  "begin.samples": "Mit Beispieldaten ausprobieren",
  "begin.samplesHint":
    "Eine erfundene Firma, mit einem Klick spurlos entfernt.",
  "begin.samplesBusy":
    "Einen Moment: Die erfundene Firma zieht ein, mit Besuchen und Käufen …",
  "begin.restore": "Sicherung wiederherstellen…",
  "begin.restoreHint": "Von einem anderen Gerät, oder von früher.",
  "samples.here":
    "Das sind Beispieldaten: eine erfundene Firma, nur auf diesem Gerät.",
  "samples.remove": "Beispieldaten entfernen",
  "samples.removeText":
    "Die Beispieldaten verschwinden von diesem Gerät, und nichts davon geht an einen Server. Ihre eigenen Karten bleiben.",
  "samples.own_one": "{{count}} Eintrag zu einem Beispiel geht mit.",
  "samples.own_other": "{{count}} Einträge zu Beispielen gehen mit.",
  "samples.removed": "Die Beispieldaten sind entfernt.",
  "samples.failed": "Das hat nicht geklappt; versuchen Sie es noch einmal.",
  "samples.connect": "Die Beispieldaten werden beim Verbinden entfernt.",
};
