import {
  hitsNeeded,
  type DuplicateSetUp,
} from "../../../shared/domain/duplicate-set-up.ts";
import { blockKeys } from "../../../shared/domain/duplicates/block-keys.ts";
import {
  compareContacts,
  compareNames,
} from "../../../shared/domain/duplicates/compare-contacts.ts";
import {
  matchFacts,
  type MatchFacts,
} from "../../../shared/domain/duplicates/match-facts.ts";
import { agreeOnlyByEmployer } from "../../../shared/domain/duplicates/same-employer.ts";
import {
  matchingRows,
  searchStrings,
} from "../../../shared/domain/duplicates/search-strings.ts";
import type { Double } from "../store.ts";
import type { ContactTable } from "./contact-table.ts";
import { aTurn } from "./run-search.ts";
import type { FieldWords } from "./search/words.ts";
import type { WordIndex } from "./search/word-index.ts";
import type { SlimContact } from "./slim-contact.ts";
import type { StringSums } from "../../../shared/domain/duplicates/scan-strings.ts";
import { createStringSums, matchFields, sumOf, sumsOf } from "./string-sums.ts";

/** Keys that more contacts than this have tell nothing. */
const CROWD = 2_000;
const LOOKED_AT = 200;
/** Some milliseconds. */
const ROWS_AT_ONCE = 200;
/** How much it says that two contacts meet under a key, by the key's second letter. */
const WEIGHT: Readonly<Record<string, number>> = {
  ...{ e: 3, v: 3, t: 2, w: 1.5, l: 1, n: 1, s: 0.7 },
};

/** Contacts that may be the same as another one (DUP). */
export interface Doubles {
  /** Its keys are worked out before they are next asked for, or stored: a first sync brings all rows at once. */
  changed(row: number): void;
  /** Works out some of the keys that are missing; false = none is. */
  keySome(): boolean;
  /** The likeliest first; not itself, nor who is said to be separate, nor colleagues with nothing but their employer's data. */
  find(
    draft: SlimContact,
    setUp: DuplicateSetUp,
    limit: number,
  ): Promise<readonly Double[]>;
  /** Search strings of all contacts, for a scan. */
  readonly sums: ReturnType<typeof createStringSums>;
}

export function factsOf(contact: SlimContact): MatchFacts {
  const { row, emails, phones, vatNo } = contact;
  const { id, type, name, companyId, companyName, postCode, city } = row;
  return matchFacts({
    ...{ id, type, name, companyId, companyName, postCode, city },
    ...{ address: row.address ?? "", mobile: row.mobile ?? "" },
    ...{ emails, phones, vatNo },
  });
}

/** Keys as words of an index of their own, by their sums: whom two keys bring together by chance is compared and found different. */
export function keyWords(contact: SlimContact): FieldWords {
  const words = blockKeys(factsOf(contact)).map(keyWord);
  return words.length === 0 ? "" : ` ${words.join(" ")} `;
}

function keyWord(key: string): string {
  return sumOf(key).toString(36);
}

/** DUP-4: whether contacts of this type are looked at. */
export function isLookedAt(
  type: SlimContact["row"]["type"],
  { types }: Pick<DuplicateSetUp, "types">,
): boolean {
  return types === "both" || types === type;
}

/** DUP-7: somebody has said that they are two, on either card. */
export function areSeparate(a: SlimContact, b: SlimContact): boolean {
  return a.separate.includes(b.row.id) || b.separate.includes(a.row.id);
}

/** A contact with what of it is compared. */
interface Ready {
  readonly contact: SlimContact;
  readonly facts: MatchFacts;
}
/** Whoever was compared lately: from one letter to the next they are the same. */
const MOST_READY = 2_000;

export function createDoubles(table: ContactTable, keys: WordIndex): Doubles {
  const sums = createStringSums(table);
  const ready = new Map<number, Ready>();

  function readyAt(row: number): Ready {
    const before = ready.get(row);
    if (before) return before;
    if (ready.size === MOST_READY) ready.clear();
    const contact = table.slimAt(row);
    const made = { contact, facts: factsOf(contact) };
    ready.set(row, made);
    return made;
  }
  /** Rows whose keys are not yet those of what is shown. */
  const keyless = new Set<number>();

  function keySome(): boolean {
    let left = ROWS_AT_ONCE;
    for (const row of keyless) {
      if (left-- === 0) return true;
      keyless.delete(row);
      const contact = table.isHere(row) ? table.slimAt(row) : null;
      keys.set(row, contact && { words: keyWords(contact), numbers: [] });
    }
    return false;
  }

  /** Who shares enough search strings; some may only share their sums. */
  function byStrings(
    own: Uint32Array,
    { sums: all, width }: StringSums,
    needed: number,
  ): readonly number[] {
    const mayMiss = width - needed;
    if (own.filter((sum) => sum !== 0).length < needed) return [];
    const found: number[] = [];
    const size = all.length / Math.max(1, width);
    for (let row = 0; row < size; row++) {
      let missed = 0;
      const at = row * width;
      for (let i = 0; i < width && missed <= mayMiss; i++) {
        const sum = own[i] ?? 0;
        if (sum === 0 || sum !== all[at + i]) missed += 1;
      }
      if (missed <= mayMiss) found.push(row);
    }
    return found;
  }
  /** Who meets the draft under some key, the likeliest first. */
  function byKeys(facts: MatchFacts): readonly number[] {
    const weights = new Map<number, number>();
    for (const key of blockKeys(facts)) {
      const met = new Set<number>();
      keys.having(keyWord(key), (row) => met.add(row));
      if (met.size > CROWD) continue;
      const weight = WEIGHT[key.charAt(1)] ?? 0;
      for (const row of met) weights.set(row, (weights.get(row) ?? 0) + weight);
    }
    return [...weights]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, LOOKED_AT)
      .map(([row]) => row);
  }

  return {
    sums,
    changed(row) {
      sums.changed(row);
      ready.delete(row);
      keyless.add(row);
    },
    keySome,
    async find(draft, setUp, limit) {
      const { type } = draft.row;
      if (!isLookedAt(type, setUp)) return [];
      while (keySome()) await aTurn();
      const needed = hitsNeeded(setUp);
      const strings = searchStrings(matchFields(draft), setUp);
      const all = await sums.of(setUp);
      const ownSums = sumsOf(draft, setUp);
      const alike = new Set(byStrings(ownSums, all, needed));
      const facts = factsOf(draft);
      const near = setUp.normaliser ? byKeys(facts) : [];
      const own = table.ids.find(draft.row.id);
      const isNew = own < 0;
      return [...new Set([...alike, ...near])]
        .flatMap((row) => {
          if (row === own || !table.isHere(row)) return [];
          if (table.typeAt(row) !== type) return [];
          const other = readyAt(row);
          if (areSeparate(draft, other.contact)) return [];
          const likeness = setUp.normaliser
            ? (compareContacts(facts, other.facts) ??
              (isNew ? compareNames(facts, other.facts) : null))
            : null;
          // Who shares too few sums shares too few strings.
          if (!likeness && !alike.has(row)) return [];
          const theirs = searchStrings(matchFields(other.contact), setUp);
          const rows = matchingRows(strings, theirs);
          if (!likeness && rows.length < needed) return [];
          const { score = 0, lane = null } = likeness ?? {};
          const { reasons = [], against = [] } = likeness ?? {};
          const fields = rows.flatMap((at) => setUp.rows[at]?.field ?? []);
          const { row: shown } = other.contact;
          if (agreeOnlyByEmployer(draft.row, shown, reasons, fields)) return [];
          const found = { lane, score, reasons, against, rows };
          return [{ contact: shown, ...found }];
        })
        .sort(
          (a, b) =>
            b.score - a.score ||
            b.rows.length - a.rows.length ||
            (a.contact.id < b.contact.id ? -1 : 1),
        )
        .slice(0, limit);
    },
  };
}
