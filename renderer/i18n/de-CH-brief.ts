import type { BriefWords } from "./brief-words.ts";

/** The words of the meeting brief in German (Switzerland). */
export const deCHBrief: BriefWords = {
  "brief.open": "Besuch vorbereiten",
  "brief.openOf": "Besuch vorbereiten: {{name}}",
  "brief.openCard":
    "Öffnen Sie zuerst eine Karte: vorbereitet wird für einen Kontakt.",
  "brief.title": "Besuchsvorbereitung",
  "brief.of": "Besuchsvorbereitung: {{name}}",
  "brief.file": "besuch",
  "brief.print": "Drucken",
  "brief.pdf": "Als PDF speichern",
  "brief.saved": "Vorbereitung gespeichert.",
  "brief.customer": "Kunde {{no}}",
  "brief.more_one": "und {{count}} weiterer Eintrag",
  "brief.more_other": "und {{count}} weitere",
  "brief.ask": "Zu fragen",
  "brief.visits": "Letzte Besuche",
  "brief.noVisits": "Noch kein Besuch erfasst.",
  "brief.tasks": "Offene Aufgaben",
  "brief.noTasks": "Keine.",
  "brief.sales": "Offene Verkaufschancen",
  "brief.noSales": "Keine.",
  "brief.purchases": "Einkäufe",
  "brief.notCustomer": "Kein Kunde.",
  "brief.noPurchases": "Keine Einkäufe.",
  "brief.product": "Artikel (CHF)",
  "brief.total": "Total",
  "brief.all": "Alle Artikel",
  "brief.last": "Zuletzt",
  "brief.never": "Nie gekauft:",
  "brief.people": "Mitarbeitende",
  "brief.colleagues": "Weitere Personen bei {{company}}",
  "brief.noPeople": "Noch niemand.",
  "brief.met": "gesehen {{day}}",
  "brief.ask.promised": "{{what}} (fällig {{day}}): Ist es erledigt?",
  "brief.ask.agreed": "{{what}} (geplant auf {{day}}): Gilt das noch?",
  "brief.ask.putOff": "{{what}} (verschoben auf {{day}}): Was fehlt noch?",
  "brief.ask.unfinished":
    "Die Interaktion vom {{day}} ist zurückgestellt: zu Ende führen.",
  "brief.ask.decision":
    "{{what}} (Abschluss erwartet {{day}}): Wie steht es um den Entscheid?",
  "brief.ask.quote":
    "{{what}}: Die Stufe «{{stage}}» braucht eine Offerte. Können wir sie machen?",
  "brief.ask.stage": "{{what}}: Was braucht es für «{{stage}}»?",
  "brief.ask.closing": "{{what}}: Was steht dem Abschluss noch im Weg?",
  "brief.ask.mend":
    "Der Besuch vom {{day}} lief schlecht: Was hat sich seither geändert?",
  "brief.notes": "Notizen",
  "brief.ask.since": "Am {{day}}: «{{what}}». Wie steht es damit?",
  "brief.ask.noNextStep":
    "Seit {{day}} nichts vereinbart: nächsten Schritt abmachen.",
  "brief.ask.first":
    "Erstes Treffen: Bedarf, heutige Lieferanten, wer entscheidet, wann?",
  "brief.ask.lapsed":
    "{{what}} (zuletzt gekauft {{day}}): Warum seither nicht mehr?",
  "brief.ask.never_one":
    "{{what}}: nie gekauft, {{count}} ähnlicher Kunde kauft es. Ansprechen.",
  "brief.ask.never_other":
    "{{what}}: nie gekauft, {{count}} ähnliche Kunden kaufen es. Ansprechen.",
  "brief.ask.whoDecides":
    "Noch keine Person der Firma bekannt: Wer entscheidet?",
  "brief.ask.missing": "Auf der Karte zu ergänzen: {{fields}}.",
};
