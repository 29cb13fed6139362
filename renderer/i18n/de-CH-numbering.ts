import type { NumberingWords } from "./numbering-words.ts";

export const deCHNumbering: NumberingWords = {
  "series.contacts": "Kontakte",
  "series.opportunities": "Verkaufschancen",
  "series.tasks": "Aufgaben",
  "series.customers": "Debitoren",
  "series.vendors": "Kreditoren",
  "series.banks": "Bankkonten",
  "series.employees": "Mitarbeitende",
  "series.edit": "Ändern…",
  "series.editOf": "Ändern… {{name}}",
  "series.title": "Nummernserie: {{name}}",
  "series.about":
    "Die Buchstaben der ersten Nummer und die Zahl ihrer Ziffern gelten für alle weiteren. Eine vergebene Nummer ändert nicht mehr und wird nie wieder vergeben.",
  "series.first": "Erste Nummer",
  "series.firstHint":
    "Als Nächstes kommt diese oder die nächste, die noch frei ist.",
  "series.last": "Letzte Nummer",
  "series.lastHint": "Leer: bis die Ziffern ausgehen.",
  "series.gaps": "Lücken erlaubt (sonst keine Reserve pro Gerät)",
  "series.manual": "Von Hand getippte Nummern erlaubt",
  "series.from": "ab {{first}}",
  "series.noGaps": "ohne Lücken",
  "series.noManual": "nichts von Hand",
  "series.problem.series-no-digits":
    "Eine Nummer endet mit Ziffern, höchstens zwölf: CT000001.",
  "series.problem.series-provisional":
    "Das Zeichen ~ ist den provisorischen Nummern vorbehalten.",
  "series.problem.series-other-pattern":
    "Buchstaben und Zahl der Ziffern müssen die der ersten Nummer sein.",
  "series.problem.series-backwards": "Die letzte Nummer liegt vor der ersten.",
  "series.problem.too-long": "Höchstens 20 Zeichen.",
  "duplicates.title": "Dubletten",
  "duplicates.hint":
    "Woran man erkennt, dass zwei Karten derselbe Kontakt sein könnten. Ein Hinweis, nie eine Ablehnung.",
  "duplicates.autosearch": "Automatisch suchen",
  "duplicates.autosearchHint":
    "Sucht bei jedem Speichern. Braucht die Suchzeichenketten.",
  "duplicates.strings": "Suchzeichenketten nachführen",
  "duplicates.stringsHint": "Ohne sie wird nichts gesucht.",
  "duplicates.normaliser": "Schweizer Schreibweisen gleich",
  "duplicates.normaliserHint":
    "Zürich und Zuerich, 044 und +41 44, MWST, TVA und IVA gelten als dasselbe.",
  "duplicates.hit": "Trefferquote",
  "duplicates.hitHint":
    "{{needed}} von {{of}} Zeichenketten müssen übereinstimmen.",
  "duplicates.types": "Wer verglichen wird",
  "duplicates.types.both": "Firmen und Personen",
  "duplicates.types.company": "Firmen",
  "duplicates.types.person": "Personen",
  "duplicates.rows": "Suchzeichenketten",
  "duplicates.rowsAbout":
    "Anfang oder Ende eines Feldes, ohne Leer- und Satzzeichen. Die Zeilen zählen auch, wenn das Feld leer ist.",
  "duplicates.needed": "{{needed}} von {{of}} müssen übereinstimmen",
  "duplicates.field": "Feld",
  "duplicates.part": "Teil",
  "duplicates.length": "Länge",
  "duplicates.first": "Anfang",
  "duplicates.last": "Ende",
  "duplicates.twice": "Zweimal dieselbe Zeile: {{row}}.",
  "duplicates.tooMany": "Höchstens {{count}} Zeilen.",
  "duplicates.noRows": "Ohne Zeile würde nichts verglichen.",
  "duplicates.reset": "Wie am Anfang",
};
