/** The words of visit cadences, reminders and what a task's form cannot read in French (Switzerland), the measure of the other languages. */
export const frCHCadence = {
  "field.cadence": "Rythme des visites",
  "column.cadence": "Rythme des visites",
  "column.visitDue": "Visite à faire",
  "setup.list.visitCadence": "Rythmes des visites",
  "setup.about.visitCadence":
    "Combien de temps après une visite la suivante est à faire, par classe de contacts.",
  "setup.detail.dateFormula": "Formule de date",
  "cadence.late_one": "Visite en retard de {{count}} jour",
  "cadence.late_other": "Visite en retard de {{count}} jours",
  "cadence.today": "Visite à faire aujourd’hui",
  "cadence.due": "Visite à faire d’ici au {{day}}",
  "cadence.hint": "Rythme : {{cadence}}",
  "today.visitLate_one": "à voir depuis {{count}} jour",
  "today.visitLate_other": "à voir depuis {{count}} jours",
  "settings.notifications": "Notifications",
  "settings.taskReminders": "Rappeler les tâches",
  "settings.taskRemindersHint":
    "Une notification du système à l’heure de la tâche, ou à 8 h. Carnet verrouillé, elle ne nomme personne.",
  "context.openCard": "Ouvrir la fiche",
  "context.openTask": "Ouvrir la tâche",
  "context.tick": "Terminer ou rouvrir",
  "settings.window": "Fenêtre",
  "settings.tray": "Icône dans la zone de notification",
  "settings.trayHint":
    "Fermer la fenêtre ne fait alors que la masquer: la synchronisation et les rappels continuent. Menu: noter une visite, chercher, synchroniser, quitter.",
  "task.unread.time": "Cette heure ne se lit pas : p. ex. 14:30 ou 14h.",
  "task.unread.duration": "Cette durée ne se lit pas : p. ex. 45 ou 1h30.",
};
