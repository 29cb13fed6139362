import type { CardWords } from "./card-words.ts";

export const deCHCard: CardWords = {
  "field.more": "Weitere Angaben",
  "channel.add": "Nummer oder Adresse hinzufügen",
  "channel.label": "Bezeichnung",
  "channel.remove": "Entfernen",
  "channel.removed": "«{{what}}» ist entfernt.",
  "channel.odd.phone": "Wie eingegeben behalten: keine wählbare Nummer.",
  "channel.odd.email": "Wie eingegeben behalten: keine E‑Mail-Adresse.",
  "channel.odd.homePage": "Wie eingegeben behalten: keine Webadresse.",
  "card.choosePicture": "Bild wählen",
  "card.removePicture": "Bild entfernen",
  "picture.of": "Bild von {{name}}",
  "picture.set": "Das Bild ist gespeichert.",
  "picture.removed": "Das Bild ist entfernt.",
  "picture.unreadable":
    "Dieses Bild ist nicht lesbar. Nehmen Sie ein JPEG, PNG oder WebP.",
  "picture.changedSince":
    "Das Bild wurde seither geändert; nichts wurde rückgängig gemacht.",
  "action.setPicture": "Bild geändert",
  "record.files": "Datei",
};
