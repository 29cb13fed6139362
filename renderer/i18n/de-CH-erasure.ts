import type { ErasureWords } from "./erasure-words.ts";

export const deCHErasure: ErasureWords = {
  "erase.open": "Für immer löschen…",
  "erase.title": "{{name}} für immer löschen?",
  "erase.text":
    "Auf Verlangen der Person. Die Karte und alles Folgende verschwinden von allen Geräten, aus Verlauf, Kopien und vom Server. Das ist das Einzige in Carnet, was sich nicht rückgängig machen lässt.",
  "erase.goes": "Was verschwindet",
  "erase.card": "Die Karte mit ihren Angaben und ihrem Verlauf",
  "erase.withIt": "Alles, was mit ihr gelöscht wurde",
  "erase.absorbed_one": "{{count}} damit zusammengeführte Karte",
  "erase.absorbed_other": "{{count}} damit zusammengeführte Karten",
  "erase.interactions_one": "{{count}} Interaktion",
  "erase.interactions_other": "{{count}} Interaktionen",
  "erase.tasks_one": "{{count}} Aufgabe",
  "erase.tasks_other": "{{count}} Aufgaben",
  "erase.opportunities_one": "{{count}} Verkaufschance",
  "erase.opportunities_other": "{{count}} Verkaufschancen",
  "erase.notes_one": "{{count}} Notiz",
  "erase.notes_other": "{{count}} Notizen",
  "erase.files_one": "{{count}} Bild oder Datei",
  "erase.files_other": "{{count}} Bilder oder Dateien",
  "erase.openWork_one": "davon {{count}} offen",
  "erase.openWork_other": "davon {{count}} offen",
  "erase.stays": "Was bleibt",
  "erase.staysLog":
    "Eine Zeile unter Einstellungen, Löschungen: wer es war, wann und wie viel",
  "erase.staysSales_one": "{{count}} Verkaufschance ohne Text beim Unternehmen",
  "erase.staysSales_other":
    "{{count}} Verkaufschancen ohne Text beim Unternehmen",
  "erase.staysAccount":
    "Der verknüpfte Buchhaltungsdatensatz: er gehört dem ERP",
  "erase.staysPeople_one":
    "{{count}} Person des Unternehmens, die unabhängig wird",
  "erase.staysPeople_other":
    "{{count}} Personen des Unternehmens, die unabhängig werden",
  "erase.mentions_one":
    "{{count}} anderer Text enthält diesen Namen und wird nicht geändert:",
  "erase.mentions_other":
    "{{count}} andere Texte enthalten diesen Namen und werden nicht geändert:",
  "erase.offline":
    "Dieses Gerät ist gerade nicht verbunden: Das Verlangen bleibt gespeichert und wird bei der nächsten Synchronisation ausgeführt.",
  "erase.confirm": "Zur Bestätigung den Namen eingeben",
  "erase.confirmWrong": "Der Name lautet: {{name}}",
  "erase.submit": "Für immer löschen",
  "erase.asked":
    "Die Löschung ist verlangt. Sie wird ausgeführt, sobald der Server antwortet.",
  "erase.pending":
    "Die Löschung dieser Karte ist verlangt. Sie wird bei der nächsten Synchronisation ausgeführt.",
  "erase.withdraw": "Zurückziehen",
  "erase.withdrawn": "Die verlangte Löschung ist zurückgezogen.",
  "erase.underWay":
    "Das Verlangen ist schon unterwegs und kann nicht mehr zurückgezogen werden.",
  "erase.gone": "Diese Karte wurde auf Verlangen der Person gelöscht.",
  "erase.section": "Löschungen",
  "erase.sectionHint":
    "Personen, die auf ihr Verlangen gelöscht wurden: wer es getan hat und wann. Von ihren Daten ist nichts aufbewahrt.",
  "erase.none": "Niemand wurde gelöscht.",
  "erase.line": "Kontakt {{no}}",
  "erase.lineNoNo": "Ein Kontakt",
  "erase.by": "von {{name}}",
  "erase.records_one": "{{count}} Dokument",
  "erase.records_other": "{{count}} Dokumente",
  "erase.waits": "verlangt, wartet auf die Synchronisation",
  "erase.hereWaits":
    "Auf diesem Gerät können noch Spuren in Dateien liegen. Sie werden beim nächsten Start neu angelegt, oder jetzt.",
  "erase.hereNow": "Jetzt bereinigen",
  "erase.hereLooking":
    "Auf diesem Gerät sind die Dateien neu; nach Resten wird gesucht…",
  "erase.hereClean":
    "Auf diesem Gerät, {{moment}}: {{count}} Dokumente und Dateien durchsucht, nichts gefunden.",
  "erase.hereMentions":
    "Auf diesem Gerät, {{moment}}: {{count}} Dokumente und Dateien durchsucht. Texte anderer Karten, die den Namen oder einen Text noch enthalten: {{mentions}}.",
  "erase.hereBlind_one":
    "Auf diesem Gerät, {{moment}}: Von {{count}} Kontakt ist hier nichts bekannt, woran er sicher zu finden wäre; nach ihm wurde nicht gesucht.",
  "erase.hereBlind_other":
    "Auf diesem Gerät, {{moment}}: Von {{count}} Kontakten ist hier nichts bekannt, woran sie sicher zu finden wären; nach ihnen wurde nicht gesucht.",
  "erase.hereLeft":
    "Auf diesem Gerät, {{moment}}: An {{count}} Stellen ausserhalb der Karten ist noch etwas. Wenden Sie sich an Ihre Informatik.",
  "erase.hereLater":
    "Das geht jetzt nicht: Die Synchronisation muss erst fertig sein.",
  "action.eraseContact": "Löschung verlangt",
  "refused.erased":
    "Der Kontakt wurde inzwischen auf Verlangen der Person gelöscht. Was über ihn erfasst wurde, wird nicht aufbewahrt.",
  "refused.absorbed":
    "Der Kontakt wurde inzwischen mit einem anderen zusammengeführt. Löschen Sie die andere Karte.",
};
