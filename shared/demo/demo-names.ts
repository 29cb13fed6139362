import type { DemoLanguage } from "./demo-companies.ts";

export interface DemoNames {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
  /** With the responsibility that goes with each. */
  readonly jobs: readonly (readonly [title: string, code: string])[];
  readonly independent: readonly string[];
}

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
    ["Responsable des achats", "PURCHASE"],
    ["Directeur de production", "SALE"],
    ["Cheffe des ventes", "SALE"],
    ["Responsable marketing", "MARKETING"],
    ["Comptable", "APR"],
    ["Maître fromager", "PURCHASE"],
  ],
  independent: [
    "Œnologue indépendant",
    "Traductrice",
    "Photographe",
    "Conseil en hygiène alimentaire",
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
    ["Leiter Einkauf", "PURCHASE"],
    ["Betriebsleiter", "SALE"],
    ["Verkaufsleiterin", "SALE"],
    ["Marketingverantwortliche", "MARKETING"],
    ["Buchhaltung", "APR"],
    ["Käsermeister", "PURCHASE"],
  ],
  independent: [
    "Freie Lebensmittelberaterin",
    "Fotograf",
    "Übersetzer",
    "Freier Monteur",
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
    ["Responsabile acquisti", "PURCHASE"],
    ["Direttore di produzione", "SALE"],
    ["Responsabile vendite", "SALE"],
    ["Contabile", "APR"],
    ["Mastro casaro", "PURCHASE"],
  ],
  independent: ["Enologo indipendente", "Traduttrice", "Consulente HACCP"],
};

const romansh: DemoNames = {
  women: "Seraina Ladina Flurina Annetta".split(" "),
  men: "Gian Curdin Flurin Andrin".split(" "),
  surnames: "Caduff Derungs Capaul Cathomas Camenisch Casanova".split(" "),
  jobs: [
    ["Manadra da las vendas", "SALE"],
    ["Meister chascher", "PURCHASE"],
  ],
  independent: ["Translatura libra"],
};

export const demoNames: Readonly<Record<DemoLanguage, DemoNames>> = {
  FRS: french,
  DES: german,
  ITS: italian,
  RMC: romansh,
  ENG: german,
};
