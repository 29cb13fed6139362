import { fold } from "../../core/fold.ts";

/** A contact as a sentence may name it. */
export interface NamedContact {
  readonly id: string;
  readonly type: "company" | "person";
  readonly name: string;
  /** Empty = none. */
  readonly companyId: string;
  readonly companyName: string;
  readonly city: string;
  /** Is the writer's own: of two of one name that one is meant. */
  readonly own: boolean;
}

/** Where the contacts are looked up; a few thousandths of a second each. */
export interface SentenceNames {
  /**
   * The likeliest contacts that have all these words, in their name most of all; own ones before others. A word may be
   * the beginning of one.
   */
  find(words: readonly string[], withTypos: boolean): readonly NamedContact[];
  peopleOf(companyId: string): readonly NamedContact[];
}

/** How well words name a contact. */
export interface NameMatch {
  /** Of the name, from 0 to 1. */
  readonly share: number;
  /** A person's last word, or any word of a company that is not its trade. */
  readonly telling: boolean;
  /** A person's first name and surname. */
  readonly whole: boolean;
  /** Some word was mistyped, or only begun. */
  readonly inexact: boolean;
}

/** Say nothing about which company it is. */
const LEGAL =
  /^(?:sa|ag|gmbh|sarl|sagl|ltd|inc|llc|co|cie|srl|spa|kg|gbr|plc|group|gruppe|groupe|gruppo|holding|schweiz|suisse|svizzera|switzerland)$/;
export const SMALL =
  /^(?:de|du|des|d|la|le|les|l|di|del|della|dei|delle|da|zum|zur|zu|am|im|und|et|e|ed|and|the|von|van|der|den|dem|die|das|y|il|lo|of|a|au|aux)$/;
/** What a company does is half of what it is called; who else is in it, too. */
export const TRADE =
  /^(?:garage|garages|hotel|restaurant|fromagerie|laiterie|boulangerie|boucherie|clinique|cabinet|bureau|etudes?|associes|atelier|menuiserie|imprimerie|fiduciaire|pharmacie|cave|caves|domaine|vins|transports?|construction|brauerei|backerei|metzgerei|molkerei|kaserei|spital|seehotel|schreinerei|treuhand|apotheke|praxis|klinik|weingut|bau|elektro|logistik|logistics|technik|officina|farmacia|caseificio|albergo|ristorante|panetteria|cantina|falegnameria|impianti|studio|trading|foods?|software|medical|watches|systems?|services?|consulting|fils|sohne|figli|sons|freres|bruder|fratelli|partner|partners)$/;
/** A legal form is not missed and small words are not either. */
const NO_WEIGHT = 0;
const TRADE_WEIGHT = 0.4;

/** The words of a name as they are compared: `Müller & Söhne` → `muller`, `sohne`; `ue` is `u` as in the search. */
export function nameWords(name: string): readonly string[] {
  return fold(name)
    .replace(/([aou])e/g, "$1")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** How well words name a contact; null = one of them is not in its name nor its town. */
export function matchName(
  words: readonly string[],
  contact: NamedContact,
): NameMatch | null {
  const all = nameWords(contact.name);
  const parts = all.map((word) => ({
    word,
    weight:
      contact.type === "person"
        ? 1
        : LEGAL.test(word) || SMALL.test(word)
          ? NO_WEIGHT
          : TRADE.test(word)
            ? TRADE_WEIGHT
            : 1,
    used: 0,
  }));
  const town = nameWords(contact.city);
  let inexact = false;
  let named = 0;
  for (const word of words) {
    let best: (typeof parts)[number] | null = null;
    let quality = 0;
    for (const part of parts) {
      if (part.used > 0) continue;
      const found = alike(word, part.word);
      if (found > quality) {
        best = part;
        quality = found;
      }
    }
    if (best) {
      best.used = quality;
      named += 1;
      if (quality < 1) inexact = true;
    } else if (!town.some((one) => alike(word, one) >= 0.8)) return null;
  }
  if (named === 0) return null;
  const weight = parts.reduce((sum, part) => sum + part.weight, 0) || 1;
  const share =
    parts.reduce((sum, part) => sum + part.weight * part.used, 0) / weight;
  const last = parts.at(-1);
  const telling =
    contact.type === "person"
      ? (last?.used ?? 0) >= 0.7
      : parts.some(({ weight: own, used }) => own === 1 && used >= 0.7);
  const whole = telling && parts.length > 1 && (parts[0]?.used ?? 0) > 0;
  return { share, telling, whole, inexact };
}

/** 1 = the same word; its initial, its beginning and a mistyped one are less; 0 = another one. */
function alike(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length === 1) return word.startsWith(typed) ? 0.6 : 0;
  if (typed.length >= 4 && word.startsWith(typed)) return 0.85;
  if (typed.length < 4 || word.length < 4) return 0;
  const most = typed.length >= 7 ? 2 : 1;
  return distance(typed, word, most) <= most ? 0.75 : 0;
}

/** Letters wrong, missing, too much or swapped between two words, counted up to one more than `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before2: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (before[j - 1] ?? 0) + (same ? 0 : 1),
        (before[j] ?? 0) + 1,
        (now[j - 1] ?? 0) + 1,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before2[j - 2] ?? 0) + 1);
      now.push(least);
    }
    before2 = before;
    before = now;
  }
  return before[b.length] ?? most + 1;
}
