/**
 * People whose names nobody else in the data has, at fixed places, each with what a hurried person types for them. Written
 * before any engine was tried.
 */
export const GOLDEN: readonly (readonly [
  firstName: string,
  surname: string,
  companyName: string,
  typed: string,
])[] = [
  [
    "Étienne",
    "Vuilleumier",
    "Horlogerie Vuilleumier Frères SA",
    "etiene vuileumier",
  ],
  [
    "Jürgen",
    "Schwarzenegger",
    "Schwarzenegger Maschinenbau GmbH",
    "shwarzeneger",
  ],
  ["Maddalena", "Bevilacqua", "Cantina Bevilacqua Srl", "bevilaqua"],
  [
    "Françoise",
    "Charbonneau",
    "Fromagerie Charbonneau & Fils",
    "francoise charbonau",
  ],
  ["Björn", "Zweifelhofer", "Zweifelhofer Treuhand AG", "zweifelhoffer"],
  ["Ghislaine", "Quévillon", "Quévillon Immobilier SAS", "ghislane quevilon"],
  ["Pierluigi", "Abbondanza", "Abbondanza Costruzioni SpA", "abondanza"],
  ["Anneliese", "Pfefferkorn", "Gewürzhaus Pfefferkorn", "pfeferkorn"],
  [
    "Maximilien",
    "Desrochers",
    "Desrochers Électronique Sàrl",
    "derochers electronique",
  ],
  ["Ottavia", "Sant’Angelo", "Ristorante Sant’Angelo", "santangelo otavia"],
  ["Käthe", "Büchlmann", "Büchlmann Optik AG", "buchlman optik"],
  ["Thibault", "Croquefer", "Serrurerie Croquefer", "tibault croqefer"],
  ["Hansruedi", "Oberholzer", "Oberholzer Holzbau AG", "oberholser holzbau"],
  ["Noémie", "Taillefer", "Couture Taillefer", "noemi tailefer"],
  ["Gianfranco", "Squarcialupi", "Squarcialupi Marmi", "squarcalupi"],
  ["Dörte", "Königsberger", "Königsberger Verlag", "konigsbergr verlag"],
  ["Bérengère", "Lavanchy", "Domaine Lavanchy", "berangere lavanchi"],
  ["Aurelio", "Fioravanti", "Fioravanti Ceramiche", "fioravnti ceramiche"],
  ["Urs", "Rechsteiner", "Rechsteiner Haustechnik", "rechstiener"],
  ["Clémence", "Thévenaz", "Thévenaz Architectes", "clemance tevenaz"],
  ["Wolfgang", "Hinterhuber", "Hinterhuber Sägewerk", "hinterhubber"],
  ["Xavier", "Montgolfier", "Papeteries Montgolfier", "xavier mongolfier"],
  ["Loredana", "Mastrogiacomo", "Mastrogiacomo Viaggi", "mastrojacomo"],
  ["Sébastien", "Grandchamp", "Grandchamp Énergie", "sebastian granchamp"],
  ["Vreni", "Niederberger", "Niederberger Käse AG", "niderberger kase"],
  ["Théophile", "Beauregard", "Beauregard Conseil", "teophile bauregard"],
  ["Raffaella", "Ciccarelli", "Ciccarelli Moda", "cicarelli rafaella"],
  ["Günther", "Wassermann", "Wassermann Brunnenbau", "gunter waserman"],
  ["Joséphine", "Quinquerez", "Quinquerez Traduction", "quinkerez josefine"],
  ["Ladina", "Caduff-Bühler", "Caduff Bergsport", "caduf bergsport"],
];

const FIRST_AT = 17;
const APART = 31;

export function goldenAt(i: number) {
  const k = (i - FIRST_AT) / APART;
  return Number.isInteger(k) ? GOLDEN[k] : undefined;
}
export function goldenPlace(k: number): number {
  return FIRST_AT + k * APART;
}
