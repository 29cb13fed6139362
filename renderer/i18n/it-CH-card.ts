import type { CardWords } from "./card-words.ts";

export const itCHCard: CardWords = {
  "field.more": "Altri recapiti",
  "channel.add": "Aggiungi telefono, e-mail, pagina o indirizzo",
  "channel.label": "Etichetta",
  "channel.remove": "Rimuovi",
  "channel.removed": "«{{what}}» è stato rimosso.",
  "channel.odd.phone": "Conservato com’è: non è un numero da comporre.",
  "channel.odd.email": "Conservato com’è: non è un indirizzo e-mail.",
  "channel.odd.homePage": "Conservato com’è: non è un indirizzo web.",
};
