import type { BackupWords } from "./backup-words.ts";

export const deCHBackup: BackupWords = {
  "action.restore": "Wiederherstellung einer Sicherung",
  "backup.title": "Sicherung",
  "backup.settingsHint":
    "Das ganze Notizbuch in einer verschlüsselten Datei, und zurück.",
  "backup.open": "Sichern oder wiederherstellen…",
  "backup.write": "Sichern",
  "backup.writeHint":
    "Kontakte, Interaktionen, Aufgaben, Verkaufschancen, Listen, Anhänge und was noch nicht gesendet ist, in einer Datei zum Mitnehmen. Das Format ist offen und beschrieben: Ihre Daten bleiben auch ohne Carnet lesbar.",
  "backup.passphrase": "Passphrase der Sicherung",
  "backup.passphraseHint":
    "Ohne sie kann niemand die Datei öffnen, auch wir nicht.",
  "backup.save": "Sicherung speichern…",
  "backup.writing": "Sicherung läuft",
  "backup.part": "{{n}} von {{of}}",
  "backup.stopping": "Wird beendet…",
  "backup.written": "Die Sicherung ist gespeichert",
  "backup.writtenText":
    "«{{name}}», {{size}}, {{n}} Einträge. Ganz zurückgelesen: Sie lässt sich mit Ihrer Passphrase öffnen.",
  "backup.failed.disk-full":
    "Die Festplatte ist voll: Die Sicherung ist nicht gespeichert.",
  "backup.failed.io":
    "Die Datei konnte nicht geschrieben werden: Die Sicherung ist nicht gespeichert.",
  "backup.restore": "Wiederherstellen",
  "backup.restoreHint":
    "In ein leeres oder ein benutztes Notizbuch. Zuerst zeigt eine Vorschau, was sich ändert; danach lässt sich alles mit einem Rückgängig zurücknehmen.",
  "backup.choose": "Sicherung wählen…",
  "backup.openFile": "Öffnen",
  "backup.other": "Andere Datei…",
  "backup.problem.wrong-passphrase":
    "Diese Passphrase öffnet diese Datei nicht.",
  "backup.problem.not-a-backup": "Diese Datei ist keine Sicherung von Carnet.",
  "backup.problem.damaged":
    "Diese Datei ist unvollständig oder wurde seit dem Schreiben verändert. Hier wurde nichts geändert; versuchen Sie eine andere Kopie.",
  "backup.problem.newer":
    "Diese Sicherung stammt von einer neueren Version von Carnet: Aktualisieren Sie zuerst Carnet.",
  "backup.problem.unreadable": "Diese Datei kann nicht gelesen werden.",
  "backup.problem.busy":
    "Das hat nicht geklappt. Nichts wurde geändert; versuchen Sie es noch einmal.",
  "backup.reading": "Sicherung wird gelesen",
  "backup.previewTitle": "Was «{{name}}» ändern würde",
  "backup.previewText":
    "Sicherung vom {{moment}}. Noch ist nichts geschrieben.",
  "backup.kind": "Was",
  "backup.kind.companies": "Firmen",
  "backup.kind.persons": "Personen",
  "backup.kind.interactions": "Interaktionen",
  "backup.kind.tasks": "Aufgaben",
  "backup.kind.opportunities": "Verkaufschancen",
  "backup.kind.files": "Bilder und Anhänge",
  "backup.kind.notes": "Notizen",
  "backup.kind.accounts": "Konten",
  "backup.kind.purchases": "Käufe",
  "backup.kind.lists": "Listen",
  "backup.kind.settings": "Einrichtung und Ansichten",
  "backup.kind.drafts": "Angefangene Formulare",
  "backup.verdict.new": "Neu",
  "backup.verdict.changed": "Anders",
  "backup.verdict.conflict": "Hier seither geändert",
  "backup.verdict.same": "Gleich",
  "backup.verdict.left": "Nicht Ihre",
  "backup.left":
    "«Nicht Ihre»: Einrichtung und Zusammenführungen sind Sache einer leitenden Person, und was ein Server gesagt hat, bleibt; das wird ausgelassen.",
  "backup.servers_one":
    "{{count}} Konto oder Kauf wird nicht wiederhergestellt: Dieses Notizbuch ist mit einem Server verbunden, von dort kommt das.",
  "backup.servers_other":
    "{{count}} Konten und Käufe werden nicht wiederhergestellt: Dieses Notizbuch ist mit einem Server verbunden, von dort kommen sie.",
  "backup.said_one":
    "{{count}} Hinweis des Servers wird nicht wiederhergestellt.",
  "backup.said_other":
    "{{count}} Hinweise des Servers werden nicht wiederhergestellt.",
  "backup.unreadable_one":
    "{{count}} Eintrag kann nicht gelesen werden und wird ausgelassen.",
  "backup.unreadable_other":
    "{{count}} Einträge können nicht gelesen werden und werden ausgelassen.",
  "backup.missing_one":
    "Der Inhalt von {{count}} Anhang fehlt: Er war nicht auf dem Gerät.",
  "backup.missing_other":
    "Der Inhalt von {{count}} Anhängen fehlt: Er war nicht auf dem Gerät.",
  "backup.changed": "Was in der Sicherung anders ist",
  "backup.conflicts": "Was hier seither geändert wurde",
  "backup.way.keep": "Behalten, was hier ist",
  "backup.way.take": "Die Sicherung nehmen",
  "backup.way.fill": "Nur ergänzen, was hier leer ist",
  "backup.differences": "Was sich unterscheidet",
  "backup.more": "und {{n}} weitere",
  "backup.run_one": "{{count}} Eintrag wiederherstellen",
  "backup.run_other": "{{count}} Einträge wiederherstellen",
  "backup.nothing": "Alles in dieser Sicherung ist schon hier.",
  "backup.restoring": "Wiederherstellung läuft",
  "backup.restoringHint":
    "Sie können weiterarbeiten. Wenn Sie anhalten, bleibt, was schon da ist.",
  "backup.stop": "Anhalten",
  "backup.end.complete": "Die Sicherung ist wiederhergestellt",
  "backup.end.canceled": "Die Wiederherstellung ist angehalten",
  "backup.end.damaged": "Die Datei konnte nicht zu Ende gelesen werden",
  "backup.end.disk-full":
    "Die Festplatte ist voll: Die Wiederherstellung hielt an",
  "backup.end.io": "Die Festplatte verweigerte: Die Wiederherstellung hielt an",
  "backup.made_one": "{{count}} Eintrag wiederhergestellt oder geändert.",
  "backup.made_other": "{{count}} Einträge wiederhergestellt oder geändert.",
  "backup.taken": "Vom Server angenommen",
  "backup.waiting": "Noch zu senden",
  "backup.aside": "Von Ihnen beiseitegelegt",
  "backup.refused": "Vom Server abgelehnt",
  "backup.undo": "Wiederherstellung rückgängig machen",
  "backup.done": "Fertig",
};
