import type { HelpWords } from "./help-words.ts";

export const deCHHelp: HelpWords = {
  "help.title": "Hilfe",
  "help.search": "In der Hilfe suchen",
  "help.none": "In der Hilfe steht nichts zu «{{text}}».",
  "help.toKeys": "Tastenkürzel anzeigen",
  "help.toNews": "Neuheiten anzeigen",
  "help.find.title": "Einen Kontakt finden",
  "help.find.text":
    "Drücken Sie Ctrl K und tippen Sie ein paar Buchstaben eines Namens, eines Orts, einer Nummer oder einer Notiz: Firmen, Personen, Besuche und Aufgaben erscheinen sofort. ⏎ öffnet die Karte. In der Liste filtert / das Angezeigte, und die Ansichten oben behalten Filter, Reihenfolge und Spalten unter einem Namen.",
  "help.contact.title": "Eine Firma oder Person erfassen",
  "help.contact.text":
    "C beginnt eine neue Firma, N öffnet das Menü der drei Arten von Kontakten. Nötig ist nur der Name. Eine Person übernimmt Adresse und Gruppen ihrer Firma, bis Sie einen eigenen Wert eintragen. Auf der Karte klicken Sie einen Wert an oder drücken ⏎, um ihn zu ändern; er wird sofort gespeichert, und Ctrl Z macht es rückgängig.",
  "help.visit.title": "Einen Besuch oder Anruf erfassen",
  "help.visit.text":
    "V öffnet das Besuchsblatt zur offenen Karte: Datum, Bewertung, Notizen und auf Wunsch die nächste Aufgabe. Ein Satz genügt auch: Tippen Sie in Ctrl K «Besuch bei Rochat gestern, gut gelaufen, Offerte am Freitag». Nach einem Anruf aus einer Karte bietet Carnet an, ihn mit seiner Dauer zu erfassen.",
  "help.plan.title": "Planen: Aufgaben und Verkaufschancen",
  "help.plan.text":
    "T erstellt eine Aufgabe mit Fälligkeit; Heute zeigt, was fällig und überfällig ist. Eine Verkaufschance geht von Stufe zu Stufe, und jede Stufe kann eine Aufgabe verlangen. Erinnerungen des Systems stellen Sie unter Einstellungen › Mitteilungen ein.",
  "help.week.title": "Die Woche nachtragen",
  "help.week.text":
    "Woche zeigt die Besuche einer Woche in einer Tabelle und schlägt vor, was Aufgaben, Anrufe und Gewohnheiten nahelegen. Geschrieben wird Zeile um Zeile, auf Wunsch nur mit der Tastatur; ⏎ speichert die Zeile.",
  "help.import.title": "Importieren und exportieren",
  "help.import.text":
    "Ziehen Sie eine .vcf- oder .csv-Datei auf das Fenster, oder öffnen Sie Import. Eine Vorschau sagt, was neu, schon da oder anders ist, bevor etwas geschrieben wird; ein einziges Rückgängig nimmt alles zurück. Eine Karte lässt sich als .vcf-Datei aus dem Fenster ziehen.",
  "help.double.title": "Dubletten zusammenführen",
  "help.double.text":
    "Dubletten vergleicht Kontakte und ordnet sie in sichere, wahrscheinliche und anzusehende. Für jedes Feld wählen Sie den Wert, der bleibt; nichts geht verloren, und eine Zusammenführung lässt sich später wieder trennen.",
  "help.sync.title": "Ohne Netz arbeiten",
  "help.sync.text":
    "Alles wird zuerst auf diesem Gerät gespeichert und abgeglichen, sobald die Verbindung da ist. Die Leiste unten sagt, was noch zu senden ist. Haben zwei Personen dasselbe Feld geändert, zeigt Synchronisation beide Werte, und Sie wählen. Um das Notizbuch mit Kolleginnen und Kollegen zu teilen, verbinden Sie es mit dem Server der Firma: Synchronisation › Verbinden, mit Adresse und Code Ihrer Informatik.",
  "help.safe.title": "Sperren und sichern",
  "help.safe.text":
    "Ctrl L sperrt das Notizbuch; nach einigen Minuten sperrt es sich selbst (Einstellungen › Sicherheit). Notieren Sie dort den Wiederherstellungscode: Er öffnet das Notizbuch, wenn die Passphrase vergessen ist. Einstellungen › Sicherung legt das ganze Notizbuch in eine versiegelte Datei.",
  "help.keys.title": "Alles mit der Tastatur",
  "help.keys.text":
    "? zeigt alle Befehle mit ihren Tasten; jeder kann eine andere bekommen. F6 geht von einem Teil des Fensters zum nächsten, Esc schliesst eine Ebene nach der anderen, Ctrl ⏎ speichert ein Formular.",
  "news.title": "Neuheiten",
  "news.version": "Version {{version}}",
  "news.updated": "Carnet ist jetzt Version {{version}}.",
  "news.show": "Neuheiten",
  "news.0_1.1":
    "Die Ansicht Heute: was fällig ist, wer diese Woche noch nicht erfasst wurde, was noch zu senden ist.",
  "news.0_1.2": "Eine ganze Woche in einer Tabelle, mit Vorschlägen.",
  "news.0_1.3":
    "Die Kontaktliste als Tabelle, mit Filtern, Ansichten und Änderungen in Serie.",
  "news.0_1.4":
    "Import von Visitenkarten und Tabellen mit Vorschau; Dubletten zusammenführen und wieder trennen.",
  "news.0_1.5": "Briefe, Etiketten und die Besuchsvorbereitung auf Papier.",
  "news.0_1.6": "Sperre, Wiederherstellungscode und versiegelte Sicherung.",
  "news.0_1.7":
    "Alle Befehle mit ihren Tasten, die sich ändern lassen; hoher Kontrast; diese Hilfe.",
  "outside.map": "Auf einer Karte öffnen",
  "settings.maps": "Landkarten",
  "settings.mapsIn": "Adressen öffnen in",
  "settings.mapsHint":
    "Weitergegeben wird nur der Ort, nie der Name des Kontakts.",
  "settings.maps.openstreetmap": "OpenStreetMap",
  "settings.maps.swisstopo": "map.geo.admin.ch",
  "settings.maps.google": "Google Maps",
  "settings.contrast": "Hoher Kontrast",
  "settings.contrastHint":
    "Kräftigere Texte und Ränder; die Einstellung des Systems zählt auch.",
};
