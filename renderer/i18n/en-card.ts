import type { CardWords } from "./card-words.ts";

export const enCard: CardWords = {
  "field.more": "Further channels",
  "channel.add": "Add phone, e-mail, page or address",
  "channel.label": "Label",
  "channel.remove": "Remove",
  "channel.removed": "“{{what}}” is removed.",
  "channel.odd.phone": "Kept as typed: not a number that can be dialled.",
  "channel.odd.email": "Kept as typed: not an e-mail address.",
  "channel.odd.homePage": "Kept as typed: not a web address.",
};
