import {
  matchName,
  nameWords,
  SMALL,
  type NamedContact,
  type NameMatch,
  type SentenceNames,
} from "./sentence-names.ts";
import { bareWord, type Word } from "./sentence-words.ts";

/** Whom a sentence speaks of. */
export interface WhoFound {
  /** Null = nobody, or nobody can know which. */
  readonly contact: NamedContact | null;
  /** Who else may be meant, the likeliest first. */
  readonly others: readonly NamedContact[];
  readonly people: readonly NamedContact[];
}

/** A stretch of words that names somebody. */
interface Mention {
  readonly from: number;
  readonly to: number;
  readonly matches: readonly (NameMatch & { readonly contact: NamedContact })[];
  readonly bonus: { readonly company: number; readonly person: number };
}

const AT =
  /^(?:chez|bei|bim|bi|beim|da|dal|dalla|dai|presso|at|@|to|visiting|visite|visita|besuch|von|vom|from|del|al|alla|zu|zur|zum|im|in|der|de|du|la|l)$/;
const WITH =
  /^(?:avec|mit|con|with|w|w\/|mme|madame|mlle|m|mr|mrs|ms|monsieur|frau|herr|herrn|hr|fr|signor|signora|signore|sig|sigra|dr|dott|dottssa|dott\.ssa|vu|rencontre|appele|met|called|saw|an|a)$/;
const TITLE =
  /^(?:mme|madame|mlle|m|mr|mrs|ms|monsieur|frau|herr|herrn|hr|fr|signor|signora|signore|sig|sigra|dr|dott|dottssa|dott\.ssa|prof|doktor|docteur|dottor|dottoressa)$/;
const MOST_WORDS = 5;
/** Whom it was with is said early on. */
const LOOKED_AT = 80;
const CLEARLY = 0.15;

/** Words that are no names in this text: said by `isFree`. */
export function whoIn(
  words: readonly Word[],
  isFree: (at: number) => boolean,
  startsPart: (at: number) => boolean,
  names: SentenceNames,
): WhoFound {
  const bare = words.map(bareWord);
  const hasCapitals =
    words.filter(({ typed }) => /^\p{Lu}/u.test(typed)).length > 2;
  const mentions = mentionsIn();
  const cities = new Set(bare.flatMap((word) => nameWords(word)));
  const ranked = hypotheses();
  const [best, second] = ranked;
  if (!best) return { contact: null, others: [], people: [] };
  const others = ranked
    .slice(1)
    .map(({ contact }) => contact)
    .slice(0, 5);
  if (second && best.score - second.score < CLEARLY)
    return {
      contact: null,
      others: [best.contact, ...others].slice(0, 5),
      people: [],
    };
  return { contact: best.contact, others, people: best.people };

  function mentionsIn(): readonly Mention[] {
    const found: Mention[] = [];
    for (const withTypos of [false, true]) {
      for (let at = 0; at < Math.min(words.length, LOOKED_AT);) {
        const mention =
          canBegin(at) && !found.some((one) => at >= one.from && at < one.to)
            ? longestAt(at, withTypos, found)
            : null;
        if (mention) found.push(mention);
        at = mention ? mention.to : at + 1;
      }
    }
    return found.toSorted((a, b) => a.from - b.from);
  }
  function canBegin(at: number): boolean {
    return isFree(at) && !SMALL.test(bare[at] ?? "") && (bare[at] ?? "") !== "";
  }
  function longestAt(
    from: number,
    withTypos: boolean,
    found: readonly Mention[],
  ): Mention | null {
    let end = from;
    const ends: number[] = [];
    while (
      end < Math.min(words.length, from + MOST_WORDS + 2) &&
      (isFree(end) || SMALL.test(bare[end] ?? "") || bare[end] === "") &&
      !found.some((one) => end >= one.from && end < one.to)
    ) {
      end += 1;
      if (canBegin(end - 1)) ends.push(end);
      if (
        words[end - 1]?.ends &&
        !/^\p{L}\.$/u.test(words[end - 1]?.typed ?? "")
      )
        break;
    }
    for (const to of ends.toReversed()) {
      const asked = bare
        .slice(from, to)
        .filter((word) => !SMALL.test(word))
        .flatMap(nameWords);
      if (asked.length === 0 || asked.length > MOST_WORDS + 1) continue;
      if (withTypos && !mayBeMistyped(from, asked)) continue;
      if (asked.length === 1 && (asked[0] ?? "").length < 3) continue;
      const matches = names.find(asked, withTypos).flatMap((contact) => {
        const match = matchName(asked, contact);
        return match?.telling ? [{ ...match, contact }] : [];
      });
      if (matches.length > 0)
        return { from, to, matches, bonus: bonusAt(from, to) };
    }
    return null;
  }
  /** A name is looked for with errors only where a name is to be expected. */
  function mayBeMistyped(from: number, asked: readonly string[]): boolean {
    const isCapital = /^\p{Lu}/u.test(words[from]?.typed ?? "");
    const isLed =
      AT.test(bare[from - 1] ?? "") || TITLE.test(bare[from - 1] ?? "");
    const isLong = asked.every((word) => word.length >= 5);
    return isLong && (isCapital || isLed || (!hasCapitals && from < 6));
  }
  function bonusAt(from: number, to: number): Mention["bonus"] {
    const before = bare[from - 1] ?? "";
    const before2 = bare[from - 2] ?? "";
    const isCapital = /^\p{Lu}/u.test(words[from]?.typed ?? "");
    const capital = isCapital || !hasCapitals ? 0.2 : -0.4;
    const first = startsPart(from) && from < 4 ? 0.3 : from < 6 ? 0.15 : 0;
    const title = TITLE.test(before) ? 0.5 : 0;
    const at = AT.test(before) || (SMALL.test(before) && AT.test(before2));
    const long = to - from > 1 ? 0.1 : 0;
    return {
      company: capital + first + (at ? 0.4 : 0) - title + long,
      person: capital + first + title + (WITH.test(before) ? 0.3 : 0) + long,
    };
  }
  function hypotheses() {
    const scores = new Map<
      string,
      { contact: NamedContact; score: number; people: NamedContact[] }
    >();
    for (const mention of mentions)
      for (const match of mention.matches) {
        const { contact } = match;
        const own = contact.own ? 0.5 : 0;
        const inexact = match.inexact ? -0.2 : 0;
        const [town = ""] = nameWords(contact.city);
        const isTown = town.length >= 3 && cities.has(town);
        const city =
          isTown && !nameWords(contact.name).includes(town) ? 0.6 : 0;
        const isCompany = contact.type === "company";
        const base = isCompany
          ? 2 * match.share + mention.bonus.company
          : (match.whole ? 2.2 : 1.1) + mention.bonus.person;
        const people = peopleOf(contact, mention);
        const score =
          base +
          own +
          inexact +
          city +
          people.reduce((sum, one) => sum + one.score, 0);
        const before = scores.get(contact.id);
        if (!before || before.score < score)
          scores.set(contact.id, {
            contact,
            score,
            people: people.map((one) => one.contact),
          });
      }
    return [...scores.values()].sort((a, b) => b.score - a.score);
  }
  /** Who of the company, or of a person's company, is named besides, in the order of the words. */
  function peopleOf(contact: NamedContact, mention: Mention) {
    const companyId =
      contact.type === "company" ? contact.id : contact.companyId;
    if (companyId === "") return [];
    const people = names
      .peopleOf(companyId)
      .filter(({ id }) => id !== contact.id);
    const taken = new Set<string>();
    const found: { contact: NamedContact; score: number; at: number }[] = [];
    for (let at = 0; at < words.length;) {
      const isOther = at < mention.from || at >= mention.to;
      const hit =
        isOther && canBegin(at) ? personAt(at, people, mention) : null;
      if (hit && !taken.has(hit.contact.id)) {
        // A colleague by the first name alone counts only beside the company.
        if (contact.type === "company" || hit.surname) {
          taken.add(hit.contact.id);
          found.push({ contact: hit.contact, score: hit.score, at });
        }
      }
      at = hit ? hit.to : at + 1;
    }
    return found;
  }
  function personAt(
    at: number,
    people: readonly NamedContact[],
    mention: Mention,
  ) {
    for (const length of [3, 2, 1]) {
      const to = at + length;
      if (to > words.length || (at < mention.from && to > mention.from))
        continue;
      if (words.slice(at, to - 1).some(({ ends }) => ends)) continue;
      if (!isFree(to - 1)) continue;
      const asked = bare.slice(at, to).flatMap(nameWords);
      if (asked.length === 1 && (asked[0] ?? "").length < 3) continue;
      const hits = people.flatMap((contact) => {
        const [first = ""] = nameWords(contact.name);
        const match = matchName(asked, { ...contact, city: "" });
        if (!match) return [];
        const isFirst = asked[0] === first;
        if (!match.telling && !isFirst) return [];
        const score = match.whole ? 2 : match.telling ? 1.2 : 0.9;
        return [
          {
            contact,
            score: match.inexact ? score - 0.3 : score,
            to,
            surname: match.telling,
          },
        ];
      });
      hits.sort((a, b) => b.score - a.score);
      const [hit, other] = hits;
      if (hit && (!other || other.score < hit.score)) return hit;
    }
    return null;
  }
}
