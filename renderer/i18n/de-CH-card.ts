import type { CardWords } from "./card-words.ts";

export const deCHCard: CardWords = {
  "field.more": "Weitere Angaben",
  "channel.add": "Telefon, E-Mail, Seite oder Adresse hinzufügen",
  "channel.label": "Bezeichnung",
  "channel.remove": "Entfernen",
  "channel.removed": "«{{what}}» ist entfernt.",
  "channel.odd.phone": "Wie eingegeben behalten: keine wählbare Nummer.",
  "channel.odd.email": "Wie eingegeben behalten: keine E-Mail-Adresse.",
  "channel.odd.homePage": "Wie eingegeben behalten: keine Webadresse.",
};
