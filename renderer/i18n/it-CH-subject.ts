import type { SubjectWords } from "./subject-words.ts";

export const itCHSubject: SubjectWords = {
  "subject.open": "Esporta tutto su questa persona…",
  "subject.title": "Tutto su {{name}}",
  "subject.about":
    "La scheda e ciò che è registrato con questa persona: interazioni, attività, opportunità, note, nomi dei file. Un file JSON, che ogni programma può leggere.",
  "subject.minimum": "Sensibilità, almeno",
  "subject.normal": "Normale: tutto",
  "subject.confidential": "Confidenziale",
  "subject.personal": "Personale",
  "subject.sensitive": "Sensibile",
  "subject.asOf": "Stato: ultima sincronizzazione, {{moment}}.",
  "subject.asOfNever":
    "Questo dispositivo non si è ancora mai sincronizzato: ciò che altri sanno non c’è.",
  "subject.save": "Salva…",
  "subject.saved": "Tutto su {{name}} è salvato nel file.",
};
