import type { DemoLanguage } from "./demo-companies.ts";

export interface DemoNames {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
  /** As a woman and as a man has it, with the responsibility that goes with each. */
  readonly jobs: readonly (readonly [...Title, code: string])[];
  readonly independent: readonly Title[];
}

type Title = readonly [woman: string, man: string];

const french: DemoNames = {
  women:
    "Sophie Nathalie Céline Aurélie Valérie Isabelle Delphine Anne-Laure Mireille Corinne Élodie Florence".split(
      " ",
    ),
  men: "Laurent Olivier Jean-Marc Stéphane Didier Pascal Grégoire Yves Fabrice Alexandre Cédric Raphaël".split(
    " ",
  ),
  surnames:
    "Favre Rochat Bovet Chappuis Jaquet Monney Pittet Aebischer Cuennet Dupasquier Gremaud Morard Vuilleumier Berset Piller Python Zufferey Darbellay Fellay Grandjean Tornare Overney Clerc Savary Barras Ruffieux".split(
      " ",
    ),
  jobs: [
    ["Responsable des achats", "Responsable des achats", "PURCHASE"],
    ["Directrice de production", "Directeur de production", "SALE"],
    ["Cheffe des ventes", "Chef des ventes", "SALE"],
    ["Responsable marketing", "Responsable marketing", "MARKETING"],
    ["Comptable", "Comptable", "APR"],
    ["Maître fromagère", "Maître fromager", "PURCHASE"],
  ],
  independent: [
    ["Œnologue indépendante", "Œnologue indépendant"],
    ["Traductrice", "Traducteur"],
    ["Photographe", "Photographe"],
    ["Conseillère en hygiène alimentaire", "Conseiller en hygiène alimentaire"],
  ],
};

const german: DemoNames = {
  women:
    "Ursula Barbara Regula Monika Sandra Karin Daniela Nadine Simone Vreni Corinna Brigitte".split(
      " ",
    ),
  men: "Thomas Daniel Beat Urs Reto Stefan Markus Andreas Christoph Lukas Adrian Hanspeter".split(
    " ",
  ),
  surnames:
    "Müller Meier Schmid Keller Weber Huber Schneider Frei Baumann Gerber Wyss Zimmermann Bachmann Lüthi Hofer Studer Bühler Kunz Marti Stalder Brunner Graf Roth Ammann Egli Zbinden".split(
      " ",
    ),
  jobs: [
    ["Leiterin Einkauf", "Leiter Einkauf", "PURCHASE"],
    ["Betriebsleiterin", "Betriebsleiter", "SALE"],
    ["Verkaufsleiterin", "Verkaufsleiter", "SALE"],
    ["Marketingverantwortliche", "Marketingverantwortlicher", "MARKETING"],
    ["Buchhalterin", "Buchhalter", "APR"],
    ["Käsermeisterin", "Käsermeister", "PURCHASE"],
  ],
  independent: [
    ["Freie Lebensmittelberaterin", "Freier Lebensmittelberater"],
    ["Fotografin", "Fotograf"],
    ["Übersetzerin", "Übersetzer"],
    ["Freie Monteurin", "Freier Monteur"],
  ],
};

const italian: DemoNames = {
  women: "Elena Chiara Francesca Paola Silvia Monica Lucia Michela".split(" "),
  men: "Luca Matteo Andrea Davide Fabio Sandro Renzo Claudio".split(" "),
  surnames:
    "Bernasconi Bianchi Ferrari Fontana Galli Colombo Rossi Cattaneo Pedrazzini Crivelli Ghirlanda Lepori Manzoni Quadri Rezzonico Sala".split(
      " ",
    ),
  jobs: [
    ["Responsabile acquisti", "Responsabile acquisti", "PURCHASE"],
    ["Direttrice di produzione", "Direttore di produzione", "SALE"],
    ["Responsabile vendite", "Responsabile vendite", "SALE"],
    ["Contabile", "Contabile", "APR"],
    ["Mastra casara", "Mastro casaro", "PURCHASE"],
  ],
  independent: [
    ["Enologa indipendente", "Enologo indipendente"],
    ["Traduttrice", "Traduttore"],
    ["Consulente HACCP", "Consulente HACCP"],
  ],
};

const romansh: DemoNames = {
  women: "Seraina Ladina Flurina Annetta".split(" "),
  men: "Gian Curdin Flurin Andrin".split(" "),
  surnames: "Caduff Derungs Capaul Cathomas Camenisch Casanova".split(" "),
  jobs: [
    ["Manadra da las vendas", "Manader da las vendas", "SALE"],
    ["Meistra chaschera", "Meister chascher", "PURCHASE"],
  ],
  independent: [["Translatura libra", "Translatur liber"]],
};

export const demoNames: Readonly<Record<DemoLanguage, DemoNames>> = {
  FRS: french,
  DES: german,
  ITS: italian,
  RMC: romansh,
  ENG: german,
};
