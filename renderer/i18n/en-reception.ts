import type { ReceptionWords } from "./reception-words.ts";

export const enReception: ReceptionWords = {
  "syncProgress.receiving": "Receiving ({{n}} %)",
  "syncProgress.label": "Reception",
  "syncProgress.of": "{{n}} of {{total}}",
  "syncProgress.rate": "{{n}} a second",
  "syncProgress.left": "about {{time}} left",
  "syncProgress.pause": "Pause",
  "syncProgress.hint":
    "What has arrived can be read and changed already. Paused, it goes on later where it was.",
};
