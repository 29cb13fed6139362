import type { CadenceWords } from "./cadence-words.ts";

/** The words of visit cadences, reminders and what a task's form cannot read in Italian (Switzerland). */
export const itCHCadence: CadenceWords = {
  "field.cadence": "Ritmo delle visite",
  "column.cadence": "Ritmo delle visite",
  "column.visitDue": "Visita da fare",
  "setup.list.visitCadence": "Ritmi delle visite",
  "setup.about.visitCadence":
    "Quanto tempo dopo una visita è da fare la prossima, per classe di contatti.",
  "setup.detail.dateFormula": "Formula di data",
  "cadence.late_one": "Visita in ritardo di {{count}} giorno",
  "cadence.late_other": "Visita in ritardo di {{count}} giorni",
  "cadence.today": "Visita da fare oggi",
  "cadence.due": "Visita da fare entro il {{day}}",
  "cadence.hint": "Ritmo: {{cadence}}",
  "today.visitLate_one": "da vedere da {{count}} giorno",
  "today.visitLate_other": "da vedere da {{count}} giorni",
  "settings.notifications": "Notifiche",
  "settings.taskReminders": "Ricordare le attività",
  "settings.taskRemindersHint":
    "Una notifica del sistema all’ora dell’attività, o alle 8. Con Carnet bloccato non nomina nessuno.",
  "context.openCard": "Apri la scheda",
  "context.openTask": "Apri l’attività",
  "context.tick": "Completa o riapri",
  "settings.window": "Finestra",
  "settings.tray": "Icona nell’area di notifica",
  "settings.trayHint":
    "Chi chiude la finestra allora la nasconde soltanto: sincronizzazione e promemoria continuano. Menu: annotare una visita, cercare, sincronizzare, uscire.",
  "task.unread.time": "Questa ora non si legge: p. es. 14:30 o 14h.",
  "task.unread.duration": "Questa durata non si legge: p. es. 45 o 1h30.",
};
