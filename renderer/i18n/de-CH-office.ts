import type { OfficeWords } from "./office-words.ts";

export const deCHOffice: OfficeWords = {
  "value.yes": "ja",
  "value.no": "nein",
  "flow.in": "eingehend",
  "flow.out": "ausgehend",
  "initiatedBy.us": "wir",
  "initiatedBy.them": "sie",
  "priority.low": "tief",
  "priority.normal": "normal",
  "priority.high": "hoch",
  "field.team": "Team",
  "field.location": "Ort",
  "field.closedOn": "Abgeschlossen am",
  "field.quoteNo": "Offertnummer",
  "field.quoteMinor": "Total der Offerte",
  "field.entries": "Stufe",
  "field.cycle": "Verkaufszyklus",
  "field.createdOn": "Erstellt am",
  "field.completedBy": "Erledigt von",
  "field.canceled": "Storniert",
  "field.postponed": "Zurückgestellt",
  "field.amends": "Berichtigt",
  "field.attendees": "Auch dabei",
  "field.contactVia": "Kontaktiert über",
  "field.privacyBlocked": "Datenschutz-Sperre",
  "field.minor": "Minderjährig",
  "field.parentalConsent": "Einwilligung der Eltern",
  "field.excludeFromSegment": "Von Segmenten ausgeschlossen",
  "field.aliases": "Frühere Nummern",
  "field.relations": "Geschäftsbeziehungen",
  "field.altAddresses": "Weitere Adressen",
  "field.webSources": "Webquellen",
  "field.field": "Feld",
  "field.text": "Text",
  "field.kind": "Art",
  "details.show": "Details",
  "syncPage.showMore": "Weitere anzeigen ({{n}})",
  "syncPage.order": "Laufnummer {{n}}",
  "syncPage.connection": "Verbindung",
  "syncPage.manage": "In den Einstellungen verwalten",
  "syncPage.soon": "jeden Moment",
  "syncPage.countsEmpty": "Noch nichts.",
  "syncProblem.unreachable": "Der Server war nicht erreichbar.",
  "syncPage.value": "Wert",
  "syncPage.notYet": "nicht seit dem Öffnen von Carnet",
  "connect.again": "Neu verbinden",
  "connect.againIntro":
    "Der Server kennt dieses Gerät nicht mehr. Verlangen Sie bei Ihrer Informatik einen neuen Code; alles Eingegebene bleibt erhalten.",
  "refused.named":
    "Nicht angenommen: {{field}}. Korrigieren Sie dieses Feld auf der Karte; der Rest bleibt hier erhalten.",
  "refused.not_found":
    "Der Server hat diesen Datensatz nicht mehr, oder er ist Ihnen nicht mehr zugänglich. Kopieren Sie den Text und erfassen Sie ihn auf einer anderen Karte.",
  "refused.forbidden":
    "Ihre Rolle erlaubt diese Änderung nicht. Fragen Sie die zuständige Person oder die Informatik.",
  "refused.no_set_up":
    "Die Firma ist noch nicht eingerichtet: Das macht zuerst eine Leitungsperson (Einstellungen). Versuchen Sie es danach von hier aus erneut; alles bleibt hier.",
  "refused.invalid_field":
    "Einer der Werte wird nicht angenommen (siehe Details). Korrigieren Sie ihn auf der Karte; der Rest bleibt hier erhalten.",
  "refused.privacy_blocked":
    "Dieser Kontakt ist aus Datenschutzgründen gesperrt: Neues darf über ihn nicht erfasst werden.",
  "refused.in_use":
    "Dieser Kontakt hat noch offene Aufgaben oder Verkaufschancen. Schliessen Sie sie ab und löschen Sie ihn dann.",
  "refused.in_progress":
    "Eine laufende Verkaufschance wird nicht gelöscht. Schliessen Sie sie zuerst ab (gewonnen oder verloren).",
  "refused.quote_taken":
    "Diese Offerte gehört inzwischen zu einer anderen Verkaufschance. Korrigieren oder entfernen Sie die Nummer und senden Sie erneut: Alles Übrige bleibt hier.",
  "refused.quote_without_company":
    "Eine Offerte richtet sich an eine Firma. Entfernen Sie die Offertnummer oder wählen Sie einen Kontakt einer Firma.",
  "refused.has_people":
    "Eine Firma geht nur mit allen ihren Personen: Jemand hat inzwischen eine hinzugefügt. Sehen Sie nach, dann löschen Sie noch einmal.",
  "refused.has_work":
    "Jemand hat inzwischen etwas mit dieser Person festgehalten. Sehen Sie nach, dann löschen Sie noch einmal.",
  "refused.type_kept":
    "Der Kontakt behält seinen Typ: Inzwischen spricht etwas dagegen (siehe Details).",
  "refused.document_too_large":
    "Der Datensatz ist für den Server zu gross geworden. Kürzen Sie die Texte.",
  "refused.bad_group":
    "Der Server hat diese Eingabe nicht verstanden. Kopieren Sie den Text und senden Sie die Details an Ihre Informatik.",
  "refused.unstorable":
    "Ein Zeichen kann nicht gespeichert werden. Erfassen Sie den Text neu, ohne ihn einzufügen.",
  "refused.series_ended":
    "Die Nummernserie ist aufgebraucht. Die Informatik muss eine neue eröffnen.",
  "refused.series_passed":
    "Die letzte Nummer liegt unter Nummern, die schon vergeben sind. Wählen Sie eine höhere.",
  "refused.other":
    "Der Server hat diese Eingabe nicht angenommen (siehe Details).",
  "syncProblem.offline":
    "Zurzeit kein Netz. Die Übertragung geht von selbst weiter.",
  "syncProblem.dns":
    "Die Adresse des Servers wird in diesem Netz nicht gefunden. Die Übertragung geht von selbst weiter.",
  "syncProblem.refused":
    "Der Server antwortet nicht. Die Übertragung geht von selbst weiter.",
  "syncProblem.timeout":
    "Der Server antwortet zu langsam. Die Übertragung geht von selbst weiter.",
  "syncProblem.cut":
    "Die Verbindung ist abgebrochen. Die Übertragung geht von selbst weiter.",
  "syncProblem.network":
    "Der Server ist nicht erreichbar. Die Übertragung geht von selbst weiter.",
  "syncProblem.certificate":
    "Das Zertifikat des Servers ist ungültig: Nichts wird gesendet. Melden Sie es Ihrer Informatik.",
  "syncProblem.not-carnet":
    "An der Adresse des Servers antwortet etwas anderes (etwa die Anmeldeseite eines Hotels). Die Übertragung geht von selbst weiter.",
  "syncProblem.answer-not-understood":
    "Die Antwort des Servers ist nicht lesbar. Es wird erneut versucht.",
  "syncProblem.server-error":
    "Der Server hat eine Störung. Es wird erneut versucht.",
  "syncProblem.disk":
    "Der Datenträger dieses Computers hat das Schreiben verweigert. Schaffen Sie Platz; es wird erneut versucht.",
  "syncProblem.local_store":
    "Die lokale Kopie konnte nicht geschrieben werden. Ihre Eingaben sind im Journal; es wird erneut versucht.",
  "syncProblem.unauthenticated":
    "Der Server kennt dieses Gerät nicht mehr. Verlangen Sie einen neuen Code und verbinden Sie es neu; Ihre Eingaben bleiben erhalten.",
  "syncProblem.revoked":
    "Die Informatik hat diesem Gerät den Zugang entzogen. Ihre Eingaben bleiben erhalten.",
  "syncProblem.forbidden":
    "Der Server verweigert den Zugang. Melden Sie es Ihrer Informatik; Ihre Eingaben bleiben erhalten.",
  "syncProblem.device_forked":
    "Dieses Profil wurde kopiert: Ein anderes Gerät sendet unter demselben Namen. Trennen und verbinden Sie dieses neu; Ihre Eingaben bleiben erhalten.",
  "syncProblem.device_mismatch":
    "Der Server erwartet ein anderes Gerät. Trennen und verbinden Sie dieses neu; Ihre Eingaben bleiben erhalten.",
  "syncProblem.client_too_old":
    "Diese Version von Carnet ist zu alt für den Server. Installieren Sie die neue; Ihre Eingaben bleiben erhalten.",
  "syncProblem.too_many":
    "Der Server bittet um etwas Geduld. Die Übertragung geht von selbst weiter.",
  "syncProblem.busy":
    "Der Server ist beschäftigt. Die Übertragung geht von selbst weiter.",
  "syncProblem.other":
    "Der Server hat den Austausch nicht angenommen (siehe Details). Es wird erneut versucht.",
  "connect.needDevice": "Geben Sie diesem Gerät einen Namen.",
  "connect.fail.other-company":
    "Dieser Server gehört einer anderen Firma; dieses Notizbuch enthält schon die Daten einer ersten. Verwenden Sie dafür ein eigenes Profil.",
  "connect.fail.disk":
    "Verbunden, aber der Datenträger dieses Computers hat das Schreiben verweigert. Schaffen Sie Platz und verlangen Sie einen neuen Code.",
  "connect.deviceHint": "Damit Ihre Informatik es erkennt.",
  "connect.kept": "Was Sie eingegeben haben, bleibt stehen.",
  "vault.show": "Passphrase anzeigen",
  "vault.hide": "Passphrase verbergen",
  "vault.failed":
    "Der Schlüssel konnte nicht auf den Datenträger geschrieben werden. Nichts wurde geändert; schaffen Sie Platz und versuchen Sie es erneut.",
  "settings.theme": "Farbschema",
  "settings.useToday": "Heutiges Datum verwenden",
  "settings.workDateSet": "«Heute» ist der {{day}}.",
  "settings.workDateNone": "«Heute» folgt dem Datum dieses Computers: {{day}}.",
  "settings.device": "Gerät",
  "settings.user": "Person",
  "settings.role.salesperson": "Verkauf",
  "settings.role.manager": "Leitung",
  "settings.role.marketing": "Marketing",
  "settings.role.admin": "Administration",
  "settings.sendFirst": "Zuerst senden",
  "settings.disconnectNothing": "Nichts wartet: Alles wurde gesendet.",
  "settings.disconnected": "Getrennt. Alles Wartende bleibt erhalten.",
  "settings.disconnectAgain":
    "Für eine neue Verbindung brauchen Sie einen neuen Code Ihrer Informatik.",
  "settings.protection": "Schutz",
  "settings.byKeystore":
    "Auf diesem Gerät verschlüsselt; der Schlüssel liegt im Schlüsselbund des Systems.",
  "settings.byPassphrase":
    "Auf diesem Gerät verschlüsselt; der Schlüssel ist durch Ihre Passphrase geschützt.",
  "settings.versionName": "Version",
  "settings.folder": "Datenordner",
  "settings.licenceName": "Lizenz",
  "settings.failed":
    "Nicht gespeichert: Der Datenträger hat nicht geantwortet. Die Einstellung ist wie vorher.",
};
