import type { CommandId } from "../commands.ts";

/** What a command is called, in the menu, the box, the sheet of keys and the settings. */
export type CommandWords = Readonly<Record<`cmd.${CommandId}`, string>>;

export const frCHCommands = {
  "cmd.logVisit": "Noter une visite",
  "cmd.newTask": "Nouvelle tâche",
  "cmd.newOpportunity": "Nouvelle opportunité",
  "cmd.brief": "Préparation de visite",
  "cmd.cardWindow": "Ouvrir la fiche dans une fenêtre",
  "cmd.newCompany": "Nouvelle société",
  "cmd.newPerson": "Nouvelle personne",
  "cmd.newIndependent": "Nouvelle personne indépendante",
  "cmd.find": "Filtrer la liste",
  "cmd.palette": "Recherche et commandes",
  "cmd.undo": "Annuler la dernière action",
  "cmd.redo": "Rétablir la dernière action",
  "cmd.syncNow": "Synchroniser maintenant",
  "cmd.today": "Aller à Aujourd’hui",
  "cmd.contacts": "Aller aux contacts",
  "cmd.week": "Aller à la semaine",
  "cmd.postponed": "Aller aux visites à terminer",
  "cmd.tasks": "Aller aux tâches",
  "cmd.opportunities": "Aller aux opportunités",
  "cmd.duplicates": "Chercher les doublons",
  "cmd.import": "Importer des cartes",
  "cmd.sync": "Aller à la synchronisation",
  "cmd.settings": "Aller aux paramètres",
  "cmd.backup": "Sauvegarder ou restaurer le carnet",
  "cmd.trash": "Aller à la corbeille",
  "cmd.lock": "Verrouiller le carnet",
  "cmd.shortcuts": "Raccourcis clavier",
  "cmd.help": "Aide",
  "cmd.news": "Nouveautés",
} as const satisfies CommandWords;
