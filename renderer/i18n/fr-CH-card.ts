/** The words of a card's further channels and picture in French (Switzerland), the measure of the other languages. */
export const frCHCard = {
  "field.more": "Autres coordonnées",
  "channel.add": "Ajouter un numéro ou une adresse",
  "channel.label": "Libellé",
  "channel.remove": "Retirer",
  "channel.removed": "« {{what}} » est retiré.",
  "channel.odd.phone": "Gardé tel quel : ce n’est pas un numéro à composer.",
  "channel.odd.email": "Gardé tel quel : ce n’est pas une adresse e-mail.",
  "channel.odd.homePage": "Gardé tel quel : ce n’est pas une adresse web.",
  "card.choosePicture": "Choisir une photo",
  "card.removePicture": "Retirer la photo",
  "picture.of": "Photo de {{name}}",
  "picture.set": "La photo est enregistrée.",
  "picture.removed": "La photo est retirée.",
  "picture.unreadable":
    "Cette image ne peut pas être lue. Prenez un JPEG, un PNG ou un WebP.",
  "picture.changedSince": "La photo a changé depuis ; rien n’est annulé.",
  "action.setPicture": "Photo changée",
  "record.files": "Fichier",
};
