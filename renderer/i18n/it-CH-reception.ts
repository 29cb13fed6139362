import type { ReceptionWords } from "./reception-words.ts";

export const itCHReception: ReceptionWords = {
  "syncProgress.receiving": "Ricezione ({{n}} %)",
  "syncProgress.label": "Ricezione in corso",
  "syncProgress.of": "{{n}} di {{total}}",
  "syncProgress.rate": "{{n}} al secondo",
  "syncProgress.left": "ancora circa {{time}}",
  "syncProgress.pause": "Sospendi",
  "syncProgress.hint":
    "Ciò che è arrivato si può già leggere e modificare. Sospesa, la ricezione riprende da dov’era.",
};
