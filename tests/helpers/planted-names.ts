/** Names for the recipe of planted duplicates: four languages, and what people are called by there. */
const words = (text: string) => text.trim().split(/\s+/);

export const GIVEN = words(`
Étienne Aurélie François Chloé Hélène Jérôme Noémie Loïc Céline Camille Grégoire Mireille Thérèse Frédéric Benoît
Jürgen Käthe Björn Katharina Lukas Sabine Urs Reto Regula Verena Ueli Ruth Heidi Kurt Beat Rosmarie Jörg Anneliese
Francesca Niccolò Matteo Chiara Giuseppe Pierluigi Loredana Raffaella Gianfranco Fabio Moreno Ornella Tiziana
Ladina Gian Annina Flurin Ursina Duri Seraina Curdin Oliver Emily William Charlotte George Harriet Edward Lucy
Johannes Rudolf Elisabeth Alexander Christian Michael Friedrich Thomas Margrit Walter Daniel Stefan Markus Antoinette`);

/** Given name, and the one that stands on the double. */
export const CALLED: readonly (readonly [string, string])[] = [
  ["Johannes", "Hans"],
  ["Rudolf", "Ruedi"],
  ["Elisabeth", "Lisbeth"],
  ["Alexander", "Alex"],
  ["Christian", "Chris"],
  ["Michael", "Mike"],
  ["Friedrich", "Fritz"],
  ["Thomas", "Tom"],
  ["Margrit", "Margaretha"],
  ["Walter", "Walti"],
  ["Daniel", "Dani"],
  ["Stefan", "Steve"],
  ["Verena", "Vreni"],
  ["Giuseppe", "Beppe"],
  ["Katharina", "Kathrin"],
  ["Étienne", "Steven"],
  ["William", "Bill"],
  ["Edward", "Ed"],
  ["Frédéric", "Fred"],
  ["Ueli", "Ulrich"],
];

export const FAMILY = words(`
Favre Rochat Chappuis Pittet Monnier Jaquet Monney Aebischer Dupasquier Gremaud Vuilleumier Berset Zufferey Darbellay
Fellay Grandjean Tornare Overney Savary Ruffieux Lefèvre Rousseau Aubert Dubois Cuénoud Bétrisey Besençon Gaillard
Müller Lüthi Bühler Käser Zimmermann Widmer Keller Huber Meier Schmid Weber Schürch Hürlimann Rüegg Wüthrich Blättler
Brändli Gerber Moser Stalder Weiss Strauß Großmann Schwarzenegger Oberholzer Pfister Niederberger Rechsteiner
Rossi Bianchi Bernasconi Galli Ferrari Fontana Bottinelli Cattaneo Squarcialupi Mastrogiacomo Pedrazzini Zanetti
Caduff Derungs Cavegn Deplazes Tuor Camenisch Capaul Smith Johnson Whitaker Thompson Fitzgerald Lloyd O’Connor`);

export const SYLLABLES = words(
  "ba bel ber bon bra cal can cha dal dor fal fer gar gon gru hal hor kel ker lan lor mal mar mor nal nor pal per ral ren ros sal sor tal tor val ver vor wal zan zel",
);
export const ENDINGS = words(
  "er ier mann ini oz ard et in ac ot ey az ino ella li inger",
);

export const TRADES = words(`
Boulangerie Menuiserie Fromagerie Garage Imprimerie Fiduciaire Serrurerie Bäckerei Käserei Schreinerei Treuhand
Malergeschäft Metallbau Officina Panetteria Cantina Falegnameria Fiduciaria Logistik Elektro Informatik Immobilien`);
export const FORMS = words("SA Sàrl AG GmbH Sagl");
/** A form as it is written elsewhere. */
export const OTHER_FORM: Readonly<Record<string, string>> = {
  ...{ SA: "S.A.", Sàrl: "S.à r.l.", AG: "", GmbH: "G.m.b.H.", Sagl: "" },
};
export const STREETS = words(`
Bahnhofstrasse Dorfstrasse Hauptstrasse Industriestrasse Kirchgasse Oberdorfstrasse Seestrasse Route_de_la_Gare
Rue_du_Lac Chemin_des_Vignes Avenue_de_la_Poste Rue_de_l’Église Grand-Rue Via_Cantonale Via_Nassa Via_San_Gottardo
Piazza_Grande Sankt-Gallerstrasse Rue_du_Simplon Mühleweg Chemin_du_Moulin`).map(
  (street) => street.replaceAll("_", " "),
);
