/** Everything about one person, as a file. */
export const frCHSubject = {
  "subject.open": "Exporter tout sur cette personne…",
  "subject.title": "Tout sur {{name}}",
  "subject.about":
    "La fiche et ce qui est consigné avec cette personne : interactions, tâches, opportunités, notes, noms des fichiers. Un fichier JSON, que tout programme peut lire.",
  "subject.minimum": "Sensibilité, au moins",
  "subject.normal": "Normale : tout",
  "subject.confidential": "Confidentielle",
  "subject.personal": "Personnelle",
  "subject.sensitive": "Sensible",
  "subject.asOf": "État : dernière synchronisation, {{moment}}.",
  "subject.asOfNever":
    "Cet appareil n’a encore jamais synchronisé : ce que d’autres savent n’y est pas.",
  "subject.save": "Enregistrer…",
  "subject.saved": "Tout sur {{name}} est enregistré dans le fichier.",
};
