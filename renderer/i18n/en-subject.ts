import type { SubjectWords } from "./subject-words.ts";

export const enSubject: SubjectWords = {
  "subject.open": "Export everything about this person…",
  "subject.title": "Everything about {{name}}",
  "subject.about":
    "The card and what is recorded with this person: interactions, tasks, opportunities, notes, names of files. A JSON file that any program can read.",
  "subject.minimum": "Sensitivity, at least",
  "subject.normal": "Normal: everything",
  "subject.confidential": "Confidential",
  "subject.personal": "Personal",
  "subject.sensitive": "Sensitive",
  "subject.asOf": "As of the last sync, {{moment}}.",
  "subject.asOfNever":
    "This device has never synced: what others know is not in it.",
  "subject.save": "Save…",
  "subject.saved": "Everything about {{name}} is saved in the file.",
};
