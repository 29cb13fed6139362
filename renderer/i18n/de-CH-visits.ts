import type { VisitWords } from "./visit-words.ts";

export const deCHVisits: VisitWords = {
  "visit.dateHint": "gestern 14h, Montag, 9.3.",
  "visit.durationHint": "45m, 1h30",
  "visit.hours": "{{h}} Std.",
  "visit.hoursMinutes": "{{h}} Std. {{m}}",
  "visit.sentence": "Diesen Besuch übernehmen",
  "visit.sentenceNobody": "Kontakt offen",
  "visit.sentenceOthers": "Oder war es",
  "visit.met": "Mit dabei",
  "visit.metMore_one": "{{count}} weitere",
  "visit.metMore_other": "{{count}} weitere",
  "visit.slashHint": "«/» fügt eine Vorlage ein, zum Beispiel /anruf",
  "visit.opportunity": "Verkaufschance",
  "visit.noOpportunity": "Keine",
  "visit.saveNext": "Speichern, nächster",
  "key.ctrlAltEnter": "Ctrl Alt ⏎",
  "visit.newContact": "Neuer Kontakt «{{name}}»",
  "create.inline": "Neuer Kontakt",
  "visit.templateSteps": "Danach zu erledigen",
  "visit.newOpportunity": "Neue Verkaufschance ({{cycle}})",
  "visit.opportunityRefused":
    "Die Verkaufschance kann nicht angelegt werden: Es fehlt ein Verkäufer oder den Zyklus gibt es nicht mehr. Wählen Sie eine andere oder «Keine».",
  "visit.postpone": "Später beenden",
  "visit.postponeHint":
    "Behält den Besuch unfertig: Er zählt erst, wenn er abgeschlossen ist.",
  "visit.postponedSaved": "Besuch für später behalten: {{name}}",
  "visit.againTitle": "Besuch berichtigen",
  "interaction.finish": "Abschliessen…",
  "interaction.amend": "Berichtigen…",
  "meanwhile.merged":
    "«{{was}}» wurde mit «{{name}}» zusammengeführt: Der Besuch geht mit diesem Kontakt weiter.",
  "meanwhile.gone":
    "Den Kontakt dieses Entwurfs gibt es hier nicht mehr. Der Text ist noch da: Wählen Sie, bei wem der Besuch war.",
  "meanwhile.metMerged":
    "«{{was}}» wurde mit «{{name}}» zusammengeführt, angekreuzt ist dieser Kontakt.",
  "meanwhile.metGone":
    "Eine anwesende Person gibt es hier nicht mehr, sie ist nicht mehr angekreuzt.",
  "meanwhile.metLeft":
    "{{name}} gehört nicht mehr zur Firma und bleibt angekreuzt; bei Bedarf abwählen.",
  "meanwhile.closed":
    "Die Verkaufschance «{{name}}» ist abgeschlossen. Sie bleibt gewählt; Sie können eine andere wählen.",
  "meanwhile.opportunityGone":
    "Die gewählte Verkaufschance gibt es nicht mehr.",
  "visit.closedOpportunity": "{{name}} (abgeschlossen)",
  "settings.systemKey": "Systemweite Taste für einen Besuch",
  "settings.systemKeyHint":
    "Öffnet die Erfassung eines Besuchs aus jedem Programm, solange Carnet läuft.",
  "settings.systemKeyTaken":
    "Ein anderes Programm benutzt diese Taste schon: Wählen Sie eine andere.",
  "settings.systemKeyOff": "Keine",
  "settings.systemKey.CommandOrControl+Shift+Space": "Ctrl+Umschalt+Leertaste",
  "settings.systemKey.CommandOrControl+Shift+F9": "Ctrl+Umschalt+F9",
  "settings.systemKey.CommandOrControl+Shift+F12": "Ctrl+Umschalt+F12",
};
