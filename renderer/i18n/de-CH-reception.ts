import type { ReceptionWords } from "./reception-words.ts";

export const deCHReception: ReceptionWords = {
  "syncProgress.receiving": "Empfängt ({{n}} %)",
  "syncProgress.label": "Empfang",
  "syncProgress.of": "{{n}} von {{total}}",
  "syncProgress.rate": "{{n}} pro Sekunde",
  "syncProgress.left": "noch etwa {{time}}",
  "syncProgress.pause": "Anhalten",
  "syncProgress.hint":
    "Was angekommen ist, lässt sich schon lesen und ändern. Angehalten geht der Empfang später dort weiter, wo er war.",
};
