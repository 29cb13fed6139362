import type { CodeKind } from "../entities/code.ts";
import type { StarterRow } from "./starter-row.ts";

/** The open lists that a company starts with (domain.md §2.6), in the order in which they are offered. */
export const starterLists: Partial<
  Readonly<Record<CodeKind, readonly StarterRow[]>>
> = {
  businessRelation: [
    ["CUST", "Client", "Kunde", "Cliente", "Customer"],
    ["PROS", "Prospect", "Interessent", "Potenziale cliente", "Prospect"],
    ["VEND", "Fournisseur", "Lieferant", "Fornitore", "Vendor"],
    ["BANK", "Compte bancaire", "Bankkonto", "Conto bancario", "Bank account"],
    ["EMP", "Employé", "Mitarbeiter", "Dipendente", "Employee"],
    ["LAW", "Avocat", "Rechtsanwalt", "Avvocato", "Lawyer"],
    ["CONS", "Consultant", "Berater", "Consulente", "Consultant"],
    ["COMP", "Concurrent", "Mitbewerber", "Concorrente", "Competitor"],
    ["ACCOUNT", "Comptable", "Treuhänder", "Contabile", "Accountant"],
    ["ATHOR", "Autorité", "Behörde", "Autorità", "Authorities"],
    [
      "JOB",
      "Agence de placement",
      "Stellenvermittlung",
      "Agenzia di collocamento",
      "Temporary employment agency",
    ],
    ["PRESS", "Presse", "Presse", "Stampa", "Press"],
    [
      "TRAVEL",
      "Agence de voyages",
      "Reisebüro",
      "Agenzia di viaggi",
      "Travel agency",
    ],
  ],
  industryGroup: [
    ["ADVERT", "Publicité", "Werbung", "Pubblicità", "Advertising"],
    ["LAWYER", "Droit", "Rechtsberatung", "Studi legali", "Legal services"],
    ["MAN", "Production", "Produktion", "Produzione", "Manufacturing"],
    ["PRESS", "Presse", "Presse", "Stampa", "Press"],
    [
      "RET",
      "Commerce de détail",
      "Detailhandel",
      "Commercio al dettaglio",
      "Retail",
    ],
    [
      "WHOLE",
      "Commerce de gros",
      "Grosshandel",
      "Commercio all'ingrosso",
      "Wholesale",
    ],
  ],
  mailingGroup: [
    [
      "X-CARD",
      "Carte de vœux",
      "Grusskarte",
      "Biglietto d'auguri",
      "Greeting card",
    ],
    [
      "X-GIFT",
      "Cadeau de fin d'année",
      "Jahresendgeschenk",
      "Regalo di fine anno",
      "Year-end gift",
    ],
  ],
  jobResponsibility: [
    ["PURCHASE", "Achats", "Einkauf", "Acquisti", "Purchasing"],
    ["SALE", "Ventes", "Verkauf", "Vendite", "Sales"],
    ["MARKETING", "Marketing", "Marketing", "Marketing", "Marketing"],
    [
      "APR",
      "Comptes fournisseurs",
      "Kreditoren",
      "Contabilità fornitori",
      "Accounts payable",
    ],
    [
      "ARR",
      "Comptes clients",
      "Debitoren",
      "Contabilità clienti",
      "Accounts receivable",
    ],
  ],
  orgLevel: [
    [
      "CEO",
      "Direction générale",
      "Geschäftsleitung",
      "Direzione generale",
      "Chief executive officer",
    ],
    [
      "CFO",
      "Direction financière",
      "Finanzleitung",
      "Direzione finanziaria",
      "Chief financial officer",
    ],
    [
      "COO",
      "Direction des opérations",
      "Betriebsleitung",
      "Direzione operativa",
      "Chief operating officer",
    ],
    [
      "HEAD",
      "Chef de département",
      "Abteilungsleitung",
      "Capo dipartimento",
      "Head of department",
    ],
    ["STAFF", "Collaborateur", "Mitarbeiter", "Collaboratore", "Staff"],
  ],
  territory: [
    [
      "ROM",
      "Suisse romande",
      "Romandie",
      "Svizzera romanda",
      "French-speaking Switzerland",
    ],
    [
      "DCH",
      "Suisse alémanique",
      "Deutschschweiz",
      "Svizzera tedesca",
      "German-speaking Switzerland",
    ],
    ["TI", "Tessin", "Tessin", "Ticino", "Ticino"],
  ],
  salutation: [
    ["COMPANY", "Société", "Firma", "Ditta", "Company"],
    [
      "UNISEX",
      "Madame, Monsieur",
      "Guten Tag",
      "Gentile Signora, egregio Signore",
      "Dear Sir or Madam",
    ],
    ["M", "Monsieur", "Herr", "Signor", "Mr"],
    ["F", "Madame", "Frau", "Signora", "Ms"],
    [
      "F-MAR",
      "Madame (mariée)",
      "Frau (verheiratet)",
      "Signora (coniugata)",
      "Mrs (married)",
    ],
    [
      "F-UMAR",
      "Madame (non mariée)",
      "Frau (unverheiratet)",
      "Signora (nubile)",
      "Miss (unmarried)",
    ],
  ],
  webSource: [
    [
      "ZEFIX",
      "Registre du commerce (Zefix)",
      "Handelsregister (Zefix)",
      "Registro di commercio (Zefix)",
      "Commercial register (Zefix)",
      { url: "https://www.zefix.ch/search/entity/list?name=%1" },
    ],
  ],
};
