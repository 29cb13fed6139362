import type { AttachWords } from "./attach-words.ts";

export const deCHAttach: AttachWords = {
  "attach.add": "Fotos oder Dateien anhängen…",
  "attach.title": "Fotos und Dateien",
  "attach.remove": "{{name}} entfernen",
  "attach.busy_one": "{{count}} Datei wird vorbereitet",
  "attach.busy_other": "{{count}} Dateien werden vorbereitet",
  "attach.empty": "«{{name}}» ist leer und wird nicht angehängt.",
  "attach.tooLarge":
    "«{{name}}» ist grösser als 25 MB und wird nicht angehängt. Alles andere bleibt.",
  "attach.visitFull":
    "«{{name}}» wird nicht angehängt: Ein Besuch fasst höchstens 50 Dateien und 100 MB.",
  "attach.unreadable":
    "«{{name}}» kann nicht gelesen werden. Wählen Sie die Datei noch einmal.",
  "attach.disk":
    "«{{name}}» ist nicht angehängt: Die Festplatte hat die Datei nicht angenommen. Schaffen Sie Platz und hängen Sie sie noch einmal an.",
  "attach.standing.waiting": "Wartet auf das Senden",
  "attach.standing.refused":
    "Vom Server abgelehnt; die Datei bleibt auf diesem Gerät",
  "attach.previous": "Zurück",
  "attach.next": "Weiter",
  "attach.save": "Speichern unter…",
  "attach.saved": "{{name}} ist gespeichert",
  "attach.notSaved": "{{name}} konnte dort nicht geschrieben werden",
  "attach.reading": "Die Datei wird gelesen",
  "attach.noLine":
    "Noch nicht auf diesem Gerät; sie kommt, sobald eine Verbindung da ist.",
  "attach.notThere":
    "Das Gerät, das sie angehängt hat, hat sie noch nicht gesendet.",
  "attach.refusedTitle": "Abgelehnte Dateien",
  "attach.refusedHint":
    "Der Server nimmt diese Dateien nicht an. Sie bleiben auf diesem Gerät: Speichern Sie sie anderswo oder entfernen Sie sie.",
};
