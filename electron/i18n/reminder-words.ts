import type { LocalSettings } from "../../shared/ipc/settings.ts";
import type { ReminderWords } from "../os/reminders.ts";

/** What the system's notifications say by themselves; what a task is about comes with it. */
export const reminderWords: Readonly<
  Record<LocalSettings["language"], ReminderWords>
> = {
  "fr-CH": {
    lockedTitle: "Une tâche est à faire",
    lockedBody: "Carnet est verrouillé : ouvrez-le pour la voir.",
    several: "{{n}} tâches sont à faire",
  },
  "de-CH": {
    lockedTitle: "Eine Aufgabe ist fällig",
    lockedBody: "Carnet ist gesperrt: öffnen Sie es, um sie zu sehen.",
    several: "{{n}} Aufgaben sind fällig",
  },
  "it-CH": {
    lockedTitle: "Un’attività è da fare",
    lockedBody: "Carnet è bloccato: apritelo per vederla.",
    several: "{{n}} attività sono da fare",
  },
  en: {
    lockedTitle: "A task is due",
    lockedBody: "Carnet is locked: open it to see which.",
    several: "{{n}} tasks are due",
  },
};
