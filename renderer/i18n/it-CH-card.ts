import type { CardWords } from "./card-words.ts";

export const itCHCard: CardWords = {
  "field.more": "Altri recapiti",
  "channel.add": "Aggiungi numero o indirizzo",
  "channel.label": "Etichetta",
  "channel.remove": "Rimuovi",
  "channel.removed": "«{{what}}» è stato rimosso.",
  "channel.odd.phone": "Conservato com’è: non è un numero da comporre.",
  "channel.odd.email": "Conservato com’è: non è un indirizzo e-mail.",
  "channel.odd.homePage": "Conservato com’è: non è un indirizzo web.",
  "card.choosePicture": "Scegli una foto",
  "card.removePicture": "Rimuovi la foto",
  "picture.of": "Foto di {{name}}",
  "picture.set": "La foto è salvata.",
  "picture.removed": "La foto è stata rimossa.",
  "picture.unreadable":
    "Questa immagine non è leggibile. Prenda un JPEG, PNG o WebP.",
  "picture.changedSince":
    "La foto è cambiata nel frattempo; nulla è stato annullato.",
  "action.setPicture": "Foto cambiata",
  "record.files": "File",
};
