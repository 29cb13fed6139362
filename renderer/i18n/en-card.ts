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
  "card.choosePicture": "Choose a picture",
  "card.removePicture": "Remove the picture",
  "picture.of": "Picture of {{name}}",
  "picture.set": "The picture is saved.",
  "picture.removed": "The picture is removed.",
  "picture.unreadable": "This image cannot be read. Take a JPEG, PNG or WebP.",
  "picture.changedSince": "The picture has changed since; nothing was undone.",
  "action.setPicture": "Picture changed",
  "record.files": "File",
};
