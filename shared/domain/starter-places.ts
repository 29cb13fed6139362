import type { CodeKind } from "../entities/code.ts";
import type { StarterRow } from "./starter-row.ts";

/** Languages, countries and currencies that a company starts with (domain.md §2.6). */
export const starterPlaces: Partial<
  Readonly<Record<CodeKind, readonly StarterRow[]>>
> = {
  language: [
    [
      "FRS",
      "Français (Suisse)",
      "Französisch (Schweiz)",
      "Francese (Svizzera)",
      "French (Switzerland)",
    ],
    [
      "DES",
      "Allemand (Suisse)",
      "Deutsch (Schweiz)",
      "Tedesco (Svizzera)",
      "German (Switzerland)",
    ],
    [
      "ITS",
      "Italien (Suisse)",
      "Italienisch (Schweiz)",
      "Italiano (Svizzera)",
      "Italian (Switzerland)",
    ],
    ["RMC", "Romanche", "Rätoromanisch", "Romancio", "Romansh"],
    ["ENG", "Anglais", "Englisch", "Inglese", "English"],
  ],
  country: [
    ["CH", "Suisse", "Schweiz", "Svizzera", "Switzerland"],
    ["LI", "Liechtenstein", "Liechtenstein", "Liechtenstein", "Liechtenstein"],
    ["DE", "Allemagne", "Deutschland", "Germania", "Germany"],
    ["FR", "France", "Frankreich", "Francia", "France"],
    ["IT", "Italie", "Italien", "Italia", "Italy"],
    ["AT", "Autriche", "Österreich", "Austria", "Austria"],
    ["BE", "Belgique", "Belgien", "Belgio", "Belgium"],
    ["LU", "Luxembourg", "Luxemburg", "Lussemburgo", "Luxembourg"],
    ["NL", "Pays-Bas", "Niederlande", "Paesi Bassi", "Netherlands"],
    ["ES", "Espagne", "Spanien", "Spagna", "Spain"],
    ["PT", "Portugal", "Portugal", "Portogallo", "Portugal"],
    [
      "GB",
      "Royaume-Uni",
      "Vereinigtes Königreich",
      "Regno Unito",
      "United Kingdom",
    ],
    ["IE", "Irlande", "Irland", "Irlanda", "Ireland"],
    ["DK", "Danemark", "Dänemark", "Danimarca", "Denmark"],
    ["SE", "Suède", "Schweden", "Svezia", "Sweden"],
    ["PL", "Pologne", "Polen", "Polonia", "Poland"],
    ["CZ", "Tchéquie", "Tschechien", "Cechia", "Czechia"],
    ["US", "États-Unis", "Vereinigte Staaten", "Stati Uniti", "United States"],
  ],
  currency: [
    [
      "CHF",
      "Franc suisse",
      "Schweizer Franken",
      "Franco svizzero",
      "Swiss franc",
    ],
    ["EUR", "Euro", "Euro", "Euro", "Euro"],
    [
      "USD",
      "Dollar américain",
      "US-Dollar",
      "Dollaro statunitense",
      "US dollar",
    ],
    [
      "GBP",
      "Livre sterling",
      "Pfund Sterling",
      "Sterlina britannica",
      "Pound sterling",
    ],
  ],
};
