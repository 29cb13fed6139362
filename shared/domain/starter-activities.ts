import type { Code, CodeKind, Stage } from "../entities/code.ts";
import type { StarterRow } from "./starter-row.ts";

/** A template's preset: group, cost in whole francs, minutes, and who came to whom. */
function preset(
  group: string,
  francs: number,
  minutes: number,
  flow?: Code["flow"],
  initiatedBy?: Code["initiatedBy"],
): Partial<Code> {
  return {
    group,
    unitCostMinor: francs * 100,
    unitDurationMin: minutes,
    ...(flow ? { flow } : {}),
    ...(initiatedBy ? { initiatedBy } : {}),
  };
}

const won: Partial<Code> = { group: "WON" };
const lost: Partial<Code> = { group: "LOST" };

type Texts = readonly [fr: string, de: string, it: string, en: string];
const INITIAL: Texts = [
  "Premier contact",
  "Erstkontakt",
  "Primo contatto",
  "Initial contact",
];
const QUALIFICATION: Texts = [
  "Qualification",
  "Qualifizierung",
  "Qualificazione",
  "Qualification",
];
const PRESENTATION: Texts = [
  "Présentation",
  "Präsentation",
  "Presentazione",
  "Presentation",
];
const PROPOSAL: Texts = ["Offre", "Offerte", "Offerta", "Proposal"];
const SIGN: Texts = [
  "Signature du contrat",
  "Vertragsabschluss",
  "Firma del contratto",
  "Sign contract",
];

/** Completed %, chances %, whether it needs a quote and may be skipped, and its name. */
function stages(
  rows: readonly (readonly [number, number, string, Texts])[],
): Stage[] {
  return rows.map(([completed, chances, marks, [fr, de, it, en]], i) => ({
    stage: i + 1,
    description: fr,
    translations: { "de-CH": de, "it-CH": it, en },
    completed,
    chances,
    ...(marks.includes("quote") ? { quoteRequired: true } : {}),
    ...(marks.includes("skip") ? { allowSkip: true } : {}),
  }));
}

/** Interaction templates and their groups, sales cycles and reasons for closing (domain.md §2.6). */
export const starterActivities: Partial<
  Readonly<Record<CodeKind, readonly StarterRow[]>>
> = {
  interactionGroup: [
    ["MEETING", "Rendez-vous", "Besprechung", "Incontro", "Meeting"],
    ["PHONE", "Téléphone", "Telefon", "Telefono", "Phone"],
    ["LETTER", "Courrier", "Brief", "Lettera", "Letter"],
    ["DOC", "Document", "Dokument", "Documento", "Document"],
    [
      "SYSTEM",
      "Message électronique",
      "Elektronische Nachricht",
      "Messaggio elettronico",
      "Electronic message",
    ],
  ],
  interactionTemplate: [
    [
      "ONSITE",
      "Visite chez le client",
      "Besuch beim Kunden",
      "Visita dal cliente",
      "Visit at customer",
      preset("MEETING", 45, 180, "out", "us"),
    ],
    [
      "INHOUSE",
      "Rendez-vous chez nous",
      "Besprechung bei uns",
      "Incontro da noi",
      "Meeting at our office",
      preset("MEETING", 25, 120, "out", "us"),
    ],
    [
      "WORKSHOP",
      "Atelier",
      "Workshop",
      "Workshop",
      "Workshop",
      preset("MEETING", 120, 300, "out", "us"),
    ],
    [
      "OUTGOING",
      "Appel sortant",
      "Ausgehender Anruf",
      "Chiamata in uscita",
      "Outgoing call",
      preset("PHONE", 1, 15, "out", "us"),
    ],
    [
      "INCOME",
      "Appel entrant",
      "Eingehender Anruf",
      "Chiamata in entrata",
      "Incoming call",
      preset("PHONE", 0, 15, "in", "them"),
    ],
    [
      "EMAIL",
      "E-mail",
      "E-Mail",
      "E-mail",
      "E-mail",
      preset("SYSTEM", 8, 1, "out", "us"),
    ],
    [
      "BUS",
      "Lettre commerciale",
      "Geschäftsbrief",
      "Lettera commerciale",
      "Business letter",
      preset("LETTER", 8, 30, "out", "us"),
    ],
    [
      "ABSTRACT",
      "Procès-verbal",
      "Besprechungsprotokoll",
      "Verbale dell'incontro",
      "Minutes of meeting",
      preset("LETTER", 8, 90, "out"),
    ],
    ["MEMO", "Mémo", "Aktennotiz", "Promemoria", "Memo", preset("DOC", 0, 0)],
    [
      "INSDOC",
      "Document importé",
      "Importiertes Dokument",
      "Documento importato",
      "Imported document",
      preset("DOC", 0, 0),
    ],
  ],
  salesCycle: [
    [
      "NEW",
      "Nouveau client",
      "Neukunde",
      "Nuovo cliente",
      "New customer",
      {
        probability: "add",
        stages: stages([
          [2, 10, "", INITIAL],
          [5, 20, "", QUALIFICATION],
          [40, 50, "quote skip", PRESENTATION],
          [60, 75, "quote", PROPOSAL],
          [95, 100, "quote", SIGN],
        ]),
      },
    ],
    [
      "EXISTING",
      "Client existant",
      "Bestehender Kunde",
      "Cliente esistente",
      "Existing customer",
      {
        probability: "add",
        stages: stages([
          [2, 10, "skip", INITIAL],
          [50, 40, "skip", PRESENTATION],
          [80, 80, "quote", PROPOSAL],
          [95, 100, "quote", SIGN],
        ]),
      },
    ],
  ],
  closeCode: [
    [
      "BUSINESS_W",
      "Connaissance de la branche",
      "Branchenkenntnis",
      "Conoscenza del settore",
      "Business knowledge",
      won,
    ],
    [
      "CONSULT_W",
      "Qualité du conseil",
      "Beratungsqualität",
      "Qualità della consulenza",
      "Consulting quality",
      won,
    ],
    [
      "RELATION_W",
      "Bonne relation",
      "Gute Beziehung",
      "Buona relazione",
      "Good relationship",
      won,
    ],
    ["PRICE_W", "Prix", "Preis", "Prezzo", "Price", won],
    ["PRODUCT_W", "Produit", "Produkt", "Prodotto", "Product", won],
    [
      "PRES_W",
      "Présentation",
      "Präsentation",
      "Presentazione",
      "Presentation",
      won,
    ],
    ["SALESREP_W", "Vendeur", "Verkäufer", "Venditore", "Salesperson", won],
    [
      "BUSINESS_L",
      "Connaissance de la branche insuffisante",
      "Zu wenig Branchenkenntnis",
      "Scarsa conoscenza del settore",
      "Lack of business knowledge",
      lost,
    ],
    [
      "CONSULT_L",
      "Conseil insuffisant",
      "Ungenügende Beratung",
      "Consulenza insufficiente",
      "Poor consulting",
      lost,
    ],
    [
      "RELATION_L",
      "Relation insuffisante",
      "Ungenügende Beziehung",
      "Relazione insufficiente",
      "Poor relationship",
      lost,
    ],
    [
      "PRICE_L",
      "Prix trop élevé",
      "Preis zu hoch",
      "Prezzo troppo alto",
      "Price too high",
      lost,
    ],
    [
      "PRODUCT_L",
      "Produit inadapté",
      "Unpassendes Produkt",
      "Prodotto inadatto",
      "Product not suitable",
      lost,
    ],
    [
      "PRES_L",
      "Présentation insuffisante",
      "Ungenügende Präsentation",
      "Presentazione insufficiente",
      "Poor presentation",
      lost,
    ],
    ["SALESREP_L", "Vendeur", "Verkäufer", "Venditore", "Salesperson", lost],
    [
      "TIMEWST_L",
      "Aucun besoin réel",
      "Kein echter Bedarf",
      "Nessun bisogno reale",
      "No real need",
      lost,
    ],
    [
      "POSTPND_L",
      "Projet reporté",
      "Projekt verschoben",
      "Progetto rinviato",
      "Project postponed",
      lost,
    ],
    [
      "WALKED_L",
      "Nous avons renoncé",
      "Wir haben verzichtet",
      "Abbiamo rinunciato",
      "We walked away",
      lost,
    ],
  ],
};
