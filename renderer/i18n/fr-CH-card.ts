/** The words of a card's further channels and picture in French (Switzerland), the measure of the other languages. */
export const frCHCard = {
  "field.more": "Autres coordonnées",
  "channel.add": "Ajouter un téléphone, un e-mail, une page ou une adresse",
  "channel.label": "Libellé",
  "channel.remove": "Retirer",
  "channel.removed": "« {{what}} » est retiré.",
  "channel.odd.phone": "Gardé tel quel : ce n’est pas un numéro à composer.",
  "channel.odd.email": "Gardé tel quel : ce n’est pas une adresse e-mail.",
  "channel.odd.homePage": "Gardé tel quel : ce n’est pas une adresse web.",
};
