/** How far a long reception is. */
export const frCHReception = {
  "syncProgress.receiving": "Réception ({{n}} %)",
  "syncProgress.label": "Réception en cours",
  "syncProgress.of": "{{n}} sur {{total}}",
  "syncProgress.rate": "{{n}} par seconde",
  "syncProgress.left": "encore {{time}} environ",
  "syncProgress.pause": "Suspendre",
  "syncProgress.hint":
    "Ce qui est arrivé se lit et se modifie déjà. Suspendue, la réception reprend où elle en était.",
};
