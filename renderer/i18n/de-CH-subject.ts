import type { SubjectWords } from "./subject-words.ts";

export const deCHSubject: SubjectWords = {
  "subject.open": "Alles über diese Person exportieren…",
  "subject.title": "Alles über {{name}}",
  "subject.about":
    "Die Karte und was mit dieser Person festgehalten ist: Interaktionen, Aufgaben, Verkaufschancen, Notizen, Namen der Dateien. Eine JSON-Datei, die jedes Programm lesen kann.",
  "subject.minimum": "Empfindlichkeit, mindestens",
  "subject.normal": "Normal: alles",
  "subject.confidential": "Vertraulich",
  "subject.personal": "Persönlich",
  "subject.sensitive": "Besonders schützenswert",
  "subject.asOf": "Stand: letzte Synchronisation, {{moment}}.",
  "subject.asOfNever":
    "Dieses Gerät hat noch nie synchronisiert: Was andere wissen, steht nicht darin.",
  "subject.save": "Speichern…",
  "subject.saved": "Alles über {{name}} ist in der Datei gespeichert.",
};
