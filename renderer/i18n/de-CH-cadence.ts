import type { CadenceWords } from "./cadence-words.ts";

/** The words of visit cadences, reminders and what a task's form cannot read in German (Switzerland). */
export const deCHCadence: CadenceWords = {
  "field.cadence": "Rhythmus der Besuche",
  "column.cadence": "Besuchsrhythmus",
  "column.visitDue": "Besuch fällig",
  "setup.list.visitCadence": "Besuchsrhythmen",
  "setup.about.visitCadence":
    "Wie lange nach einem Besuch der nächste fällig ist, nach Kontaktklasse.",
  "setup.detail.dateFormula": "Datumsformel",
  "cadence.late_one": "Besuch {{count}} Tag überfällig",
  "cadence.late_other": "Besuch {{count}} Tage überfällig",
  "cadence.today": "Besuch heute fällig",
  "cadence.due": "Besuch fällig bis {{day}}",
  "cadence.hint": "Rhythmus: {{cadence}}",
  "today.visitLate_one": "seit {{count}} Tag fällig",
  "today.visitLate_other": "seit {{count}} Tagen fällig",
  "settings.notifications": "Mitteilungen",
  "settings.taskReminders": "An Aufgaben erinnern",
  "settings.taskRemindersHint":
    "Eine Mitteilung des Systems zur Zeit der Aufgabe, sonst um 8 Uhr. Ist Carnet gesperrt, nennt sie niemanden.",
  "context.openCard": "Karte öffnen",
  "context.openTask": "Aufgabe öffnen",
  "context.tick": "Erledigen oder wieder öffnen",
  "settings.window": "Fenster",
  "settings.tray": "Symbol im Infobereich",
  "settings.trayHint":
    "Wer das Fenster schliesst, blendet es dann nur aus: Abgleich und Erinnerungen laufen weiter. Menü: Besuch erfassen, suchen, abgleichen, beenden.",
  "task.unread.time":
    "Diese Zeit lässt sich nicht lesen: z. B. 14:30 oder 14h.",
  "task.unread.duration":
    "Diese Dauer lässt sich nicht lesen: z. B. 45 oder 1h30.",
};
