import type { Interaction } from "../entities/interaction.ts";
import type { DemoLanguage } from "./demo-companies.ts";

type Evaluation = NonNullable<Interaction["evaluation"]>;

/** What came of a visit, as a salesperson writes it on Friday. */
export type DemoResult = readonly [evaluation: Evaluation, text: string];

export interface DemoTexts {
  readonly subjects: readonly string[];
  readonly results: readonly DemoResult[];
  readonly notReached: string;
  readonly tasks: readonly string[];
  readonly deals: readonly string[];
}

const french: DemoTexts = {
  subjects: [
    "Présentation de l'affineur AF-200",
    "Suivi de l'offre",
    "Visite de routine",
    "Contrôle de l'installation",
    "Préparation de la saison",
    "Réclamation livraison",
  ],
  results: [
    [
      "positive",
      "Intéressé par l'affineur AF-200 ; souhaite une offre avant Pâques.",
    ],
    [
      "veryPositive",
      "Commande verbale de deux cuves de 500 l. Confirmation écrite la semaine prochaine.",
    ],
    [
      "neutral",
      "Budget figé jusqu'en juin. Reprendre contact au début de l'été.",
    ],
    ["neutral", "La décision revient à la direction ; prochain comité le 24."],
    [
      "negative",
      "Mécontent du délai de la dernière livraison. Geste commercial à discuter.",
    ],
    [
      "positive",
      "Visite de la cave d'affinage. Ils manquent de place, projet d'agrandissement en 2027.",
    ],
    [
      "positive",
      "Démonstration de la presse P2 bien reçue, l'équipe de production est convaincue.",
    ],
    [
      "veryPositive",
      "Contrat de sel renouvelé pour douze mois, volumes en hausse.",
    ],
    [
      "veryNegative",
      "Passe à la concurrence pour les emballages : 8 % moins cher.",
    ],
    [
      "neutral",
      "Nouvelle responsable des achats, présentation de notre assortiment.",
    ],
  ],
  notReached: "Pas joint, message laissé.",
  tasks: [
    "Rappeler au sujet de l'offre",
    "Envoyer la documentation AF-200",
    "Fixer un rendez-vous de démonstration",
    "Clarifier le délai de livraison",
    "Préparer l'offre cuves inox",
  ],
  deals: [
    "Affineur AF-200",
    "Deux cuves inox 500 l",
    "Presse à fromage P2",
    "Contrat annuel de sel",
    "Ligne d'étiquetage",
  ],
};

const german: DemoTexts = {
  subjects: [
    "Vorstellung Affineur AF-200",
    "Nachfassen Offerte",
    "Routinebesuch",
    "Kontrolle der Anlage",
    "Saisonplanung",
    "Reklamation Lieferung",
  ],
  results: [
    [
      "positive",
      "Interesse am Affineur AF-200, wünscht eine Offerte bis Ende Monat.",
    ],
    [
      "veryPositive",
      "Mündliche Zusage für die Presse P2, schriftliche Bestellung folgt.",
    ],
    ["neutral", "Budget bis Juni eingefroren. Im Sommer wieder melden."],
    [
      "neutral",
      "Entscheid liegt bei der Geschäftsleitung, nächste Sitzung am 24.",
    ],
    [
      "negative",
      "Unzufrieden mit der letzten Lieferung: zwei Fässer beschädigt.",
    ],
    [
      "positive",
      "Rundgang im Käsekeller. Ausbau für 2027 geplant, wir sollen mitofferieren.",
    ],
    [
      "positive",
      "Muster der neuen Etiketten gut angekommen, Test auf der Linie vereinbart.",
    ],
    [
      "veryPositive",
      "Jahresvertrag Reinigungsmittel verlängert, höhere Menge.",
    ],
    [
      "veryNegative",
      "Wechselt für Folien zum Mitbewerber, Preis war ausschlaggebend.",
    ],
    ["neutral", "Neuer Einkaufsleiter, Sortiment vorgestellt."],
  ],
  notReached: "Nicht erreicht, Combox besprochen.",
  tasks: [
    "Wegen Offerte nachfassen",
    "Unterlagen AF-200 schicken",
    "Vorführtermin vereinbaren",
    "Liefertermin klären",
    "Offerte Chromstahltanks vorbereiten",
  ],
  deals: [
    "Affineur AF-200",
    "Chromstahltanks 500 l",
    "Käsepresse P2",
    "Jahresvertrag Salz",
    "Etikettieranlage",
  ],
};

const italian: DemoTexts = {
  subjects: [
    "Presentazione dell'affinatore AF-200",
    "Seguito dell'offerta",
    "Visita di routine",
    "Controllo dell'impianto",
    "Preparazione della stagione",
  ],
  results: [
    [
      "positive",
      "Interessati all'affinatore AF-200; vogliono un'offerta entro Pasqua.",
    ],
    [
      "veryPositive",
      "Ordine verbale di una cisterna da 500 l, segue conferma scritta.",
    ],
    ["neutral", "Budget bloccato fino a giugno. Risentirsi in estate."],
    [
      "negative",
      "Insoddisfatti dei tempi di consegna; da chiarire con la logistica.",
    ],
    [
      "positive",
      "Visita della cantina: prevedono di rinnovare le pompe l'anno prossimo.",
    ],
    ["neutral", "Decide la direzione, prossima riunione il 24."],
    ["veryPositive", "Contratto del sale rinnovato per un anno."],
  ],
  notReached: "Non raggiunto, lasciato un messaggio.",
  tasks: [
    "Richiamare per l'offerta",
    "Inviare la documentazione AF-200",
    "Fissare una dimostrazione",
    "Chiarire la consegna",
  ],
  deals: [
    "Affinatore AF-200",
    "Cisterne inox 500 l",
    "Pressa per formaggio P2",
    "Contratto annuale del sale",
  ],
};

/** Notes are in the language of the salesperson's work, which is the customer's. */
export const demoTexts: Readonly<Record<DemoLanguage, DemoTexts>> = {
  FRS: french,
  DES: german,
  ITS: italian,
  RMC: german,
  ENG: german,
};

/** No., name, price of one in Rappen, how many are bought at a time. */
export const demoItems: readonly (readonly [
  no: string,
  name: string,
  priceMinor: number,
  from: number,
  to: number,
])[] = [
  ["1000", "Cuve inox 500 l", 390_000, 1, 2],
  ["1100", "Presse à fromage P2", 1_245_000, 1, 1],
  ["1200", "Sel alimentaire 25 kg", 1_550, 20, 120],
  ["1300", "Thermomètre enregistreur", 18_900, 1, 6],
  ["1400", "Étiqueteuse E10", 489_000, 1, 1],
  ["1500", "Pompe alimentaire 3000 l/h", 214_000, 1, 2],
  ["1600", "Caisse en bois d'épicéa", 890, 50, 400],
  ["1700", "Film alimentaire 300 m", 2_450, 10, 60],
  ["1800", "Nettoyant alcalin 20 kg", 6_800, 4, 24],
  ["AF-200", "Affineur AF-200", 4_650_000, 1, 1],
];
