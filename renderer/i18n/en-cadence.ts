import type { CadenceWords } from "./cadence-words.ts";

/** The words of visit cadences, reminders and what a task's form cannot read in English. */
export const enCadence: CadenceWords = {
  "field.cadence": "Visit cadence",
  "column.cadence": "Visit cadence",
  "column.visitDue": "Visit due",
  "setup.list.visitCadence": "Visit cadences",
  "setup.about.visitCadence":
    "How long after a visit the next one is due, by class of contacts.",
  "setup.detail.dateFormula": "Date formula",
  "cadence.late_one": "Visit {{count}} day overdue",
  "cadence.late_other": "Visit {{count}} days overdue",
  "cadence.today": "Visit due today",
  "cadence.due": "Visit due by {{day}}",
  "cadence.hint": "Cadence: {{cadence}}",
  "today.visitLate_one": "due for {{count}} day",
  "today.visitLate_other": "due for {{count}} days",
  "settings.notifications": "Notifications",
  "settings.taskReminders": "Remind of tasks",
  "settings.taskRemindersHint":
    "A notification of the system at the task’s time, else at 8:00. While Carnet is locked it names nobody.",
  "context.openCard": "Open the card",
  "context.openTask": "Open the task",
  "context.tick": "Complete or reopen",
  "settings.window": "Window",
  "settings.tray": "Icon in the notification area",
  "settings.trayHint":
    "Closing the window then only hides it: sync and reminders go on. Its menu: log a visit, search, sync, quit.",
  "task.unread.time": "This time cannot be read: e.g. 14:30 or 14h.",
  "task.unread.duration": "This duration cannot be read: e.g. 45 or 1h30.",
};
