import type { Envelope } from "../../../shared/sync/protocol.ts";
import { goldenAt } from "./golden-contacts.ts";

/** Small words of four languages; a name is made of a few of them, so that near-duplicates are common. */
const FIRST =
  "Étienne Aurélie François Chloé Hélène Jérôme Noémie Loïc Céline Camille Jürgen Käthe Björn Katharina Lukas Sabine Francesca Niccolò Matteo Chiara Urs Reto Regula Vreni Ladina Gian".split(
    " ",
  );
const LAST =
  "Favre Rochat Chappuis Pittet Monnier Müller Lüthi Bühler Käser Zimmermann Widmer Keller Huber Rossi Bianchi Bernasconi Galli Caduff Derungs Meier Schmid Weber Lefèvre Rousseau Aubert Dubois".split(
    " ",
  );
/** Half of the surnames are made of these, so that there are as many as in a real company. */
const SYLLABLE =
  "ba be bi bo bu ca co da de di do fa fe ga go ha ja ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo wa we za ze zi zo".split(
    " ",
  );
const ENDING = ["", "r", "n", "t", "z", "ier", "mann", "ini", "oz", "ard"];
const TRADE =
  "Boulangerie Menuiserie Fromagerie Garage Bäckerei Käserei Schreinerei Treuhand Officina Panetteria Cantina Falegnameria Fiduciaire Imprimerie Logistik Elektro".split(
    " ",
  );
const FORM = ["SA", "Sàrl", "AG", "GmbH", "Sagl", "& Fils"];
const PLACE = [
  ["1003", "Lausanne", "VD"],
  ["1630", "Bulle", "FR"],
  ["2000", "Neuchâtel", "NE"],
  ["3011", "Bern", "BE"],
  ["8001", "Zürich", "ZH"],
  ["6900", "Lugano", "TI"],
  ["7000", "Chur", "GR"],
  ["1950", "Sion", "VS"],
] as const;
const STREET = [
  "Route de la Gare",
  "Bahnhofstrasse",
  "Via Cantonale",
  "Rue du Lac",
  "Dorfstrasse",
];

export const EPOCH = "0190c0de-0000-7000-8000-0000000000e0";

/** mulberry32: the same contacts in every run. */
function randomOf(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A version 7 UUID whose time runs with `i`. */
export function idOf(i: number): string {
  const time = (1_760_000_000_000 + i).toString(16).padStart(12, "0");
  const tail = (Math.imul(i + 1, 2654435761) >>> 0)
    .toString(16)
    .padStart(8, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-0000${tail}`;
}

/** A company or a person with about 25 members and 800 bytes of JSON, as a pull brings it. */
export function envelopeOf(i: number): Envelope {
  const random = randomOf(i * 7919 + 13);
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;
  const digits = (count: number) =>
    Math.floor(random() * 10 ** count)
      .toString()
      .padStart(count, "0");
  const golden = goldenAt(i);
  const company = !golden && random() < 0.35;
  const made = () => {
    const text =
      pick(SYLLABLE) + pick(SYLLABLE) + pick(SYLLABLE) + pick(ENDING);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const lastName = () => (random() < 0.45 ? made() : pick(LAST));
  const [
    firstName = pick(FIRST),
    surname = lastName(),
    companyName = `${pick(TRADE)} ${lastName()} ${pick(FORM)}`,
  ] = golden ?? [];
  const [postCode, city, county] = pick(PLACE);
  const name = company ? companyName : `${firstName} ${surname}`;
  const domain = `${surname.toLowerCase().normalize("NFD").replace(/\W/g, "")}${digits(3)}.example`;
  const id = idOf(i);
  const v = {
    id,
    type: company ? ("company" as const) : ("person" as const),
    name,
    no: `CT${String(i + 1).padStart(6, "0")}`,
    searchName: name.toUpperCase(),
    ...(company ? {} : { firstName, surname, jobTitle: "Responsable achats" }),
    ...(company ? {} : { companyId: idOf(i - (i % 7)), companyName }),
    address: `${pick(STREET)} ${digits(2)}`,
    postCode,
    city,
    county,
    country: "CH",
    phone: `+41 21 555 ${digits(2)} ${digits(2)}`,
    mobile: `+41 79 555 ${digits(2)} ${digits(2)}`,
    email: `${firstName.toLowerCase().normalize("NFD").replace(/\W/g, "")}@${domain}`,
    homePage: `https://www.${domain}`,
    salesperson: pick(["CRO", "MME", "LBE", "ARO"]),
    territory: pick(["ROM", "DEU", "TIC"]),
    language: pick(["fr-CH", "de-CH", "it-CH"]),
    currency: "CHF",
    correspondence: "email" as const,
    comment: `Rencontré à la foire ; livraison le matin, demander ${pick(FIRST)} ${pick(LAST)} à l'entrepôt.`,
    mailingGroups: ["VIP", "NEWS"],
    createdAt: "2026-03-01T08:00:00.000Z",
    updatedAt: "2026-03-02T08:00:00.000Z",
  };
  return { c: "contacts", id, seq: i + 1, rev: 1, deleted: false, v };
}
