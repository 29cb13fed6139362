import type { frCHDevices } from "./fr-CH-devices.ts";

export const deCHDevices: Readonly<Record<keyof typeof frCHDevices, string>> = {
  "devices.yours": "Ihre Geräte",
  "devices.everyones": "Alle Geräte",
  "devices.this": "dieses Gerät",
  "devices.seen": "Gesehen {{moment}}",
  "devices.enrolled": "verbunden am {{day}}",
  "devices.revoked": "gesperrt",
  "devices.unknown": "Die Liste kommt vom Server, der zurzeit nicht antwortet.",
  "devices.revoke": "Sperren",
  "devices.revokeTitle": "«{{name}}» sperren?",
  "devices.revokeText":
    "Gerät von {{user}}, zuletzt gesehen {{moment}}. Ab dem nächsten Kontakt erhält und sendet es nichts mehr. Eine Sperre lässt sich nicht aufheben: Für die Rückkehr braucht es einen neuen Code.",
  "devices.wipe": "Carnet auf diesem Gerät löschen",
  "devices.wipeOn":
    "Beim nächsten Kontakt wird der Schlüssel der Daten dort vernichtet. Was von diesem Gerät noch nicht gesendet war, ist verloren. Ohne Verbindung wird nichts gelöscht.",
  "devices.wipeOff":
    "Die Daten bleiben auf dem Gerät lesbar. Was dort wartet, bleibt und wird nach einer neuen Verbindung gesendet.",
  "devices.confirm": "Zur Bestätigung den Namen des Geräts eingeben",
  "devices.confirmWrong": "Das ist nicht der Name des Geräts: {{name}}",
  "devices.done": "{{name}} ist gesperrt.",
  "devices.failed":
    "Nicht gesperrt: Der Server hat nicht geantwortet. Nichts wurde geändert.",
  "erased.title": "Dieses Gerät wurde gesperrt",
  "erased.text":
    "Ihre Administration hat dieses Gerät gesperrt. Der Schlüssel seiner Daten wurde vernichtet: Die Kontakte, Besuche und Entwürfe, die hier waren, kann niemand mehr lesen.",
  "erased.sent": "Was gesendet war, ist auf dem Server.",
  "erased.nothingLost": "Es war nichts mehr zu übertragen.",
  "erased.lost_one":
    "{{count}} Eingabe war noch nicht gesendet: sie ist verloren.",
  "erased.lost_other":
    "{{count}} Eingaben waren noch nicht gesendet: sie sind verloren.",
  "erased.next":
    "Um auf diesem Gerät wieder mit Carnet zu arbeiten, beginnen Sie neu und verbinden es mit einem neuen Code Ihrer Informatik.",
  "erased.again": "Neu beginnen",
  "erased.failed":
    "Die alten Dateien konnten nicht gelöscht werden. Versuchen Sie es nochmals oder starten Sie Carnet neu.",
};
