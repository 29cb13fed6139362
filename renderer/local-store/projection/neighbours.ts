import {
  neighbourKeys,
  type NeighbourFacts,
  type NeighbourKey,
  type NeighbourReason,
} from "../../../shared/domain/neighbour-keys.ts";
import { nameSimilarity } from "../../../shared/domain/similarity.ts";
import type { Neighbour } from "../store.ts";
import type { ContactTable } from "./contact-table.ts";
import type { FieldWords } from "./search/words.ts";
import type { WordIndex } from "./search/word-index.ts";
import type { SlimContact } from "./slim-contact.ts";

/** Keys that more contacts than this have tell nothing. */
const CROWD = 2_000;
const LOOKED_AT = 400;

/** How much it says that two contacts meet under a key. */
const WEIGHT: Readonly<Record<NeighbourReason, number>> = {
  email: 3,
  vatNo: 3,
  phone: 2,
  mailbox: 1,
  namePlace: 1,
  companyPlace: 1,
  nameBeginning: 0.5,
  companyWords: 0.5,
};
const NAME_WEIGHT = 3;
const ALIKE = 0.7;
const LEAST = 2;

export function factsOf(contact: SlimContact): NeighbourFacts {
  const { row, emails, phones, vatNo } = contact;
  const { type, name, companyName, postCode } = row;
  return { type, name, companyName, postCode, emails, phones, vatNo };
}

/** Keys as words of an index of their own; a word has no blanks. */
export function keyWords(facts: NeighbourFacts): FieldWords {
  const words = neighbourKeys(facts).map(wordOf);
  return words.length === 0 ? "" : ` ${words.join(" ")} `;
}

function wordOf([reason, key]: NeighbourKey): string {
  return `${reason}/${key.replace(/\s/g, "_")}`;
}

/** Contacts of the same type that may be the same as `draft`, the likeliest first. */
export function findNeighbours(
  table: ContactTable,
  keys: WordIndex,
  draft: NeighbourFacts & { readonly id: string },
  limit: number,
): readonly Neighbour[] {
  const reasonsOf = new Map<number, Set<NeighbourReason>>();
  const own = table.ids.find(draft.id);
  for (const one of neighbourKeys(draft)) {
    const [reason] = one;
    const met: number[] = [];
    keys.having(wordOf(one), (row) => met.push(row));
    if (met.length > CROWD) continue;
    for (const row of met) {
      if (row === own) continue;
      const reasons = reasonsOf.get(row) ?? new Set();
      reasonsOf.set(row, reasons.add(reason));
    }
  }
  const weightOf = (reasons: ReadonlySet<NeighbourReason>) =>
    [...reasons].reduce((sum, reason) => sum + WEIGHT[reason], 0);
  const likeliest = [...reasonsOf]
    .map(([row, reasons]) => ({ row, reasons, weight: weightOf(reasons) }))
    .sort((a, b) => b.weight - a.weight || a.row - b.row)
    .slice(0, LOOKED_AT);
  return likeliest
    .map(({ row, reasons, weight }) => {
      const alike = nameSimilarity(draft.name, table.text(row, "name"));
      const byName = Math.max(0, (alike - ALIKE) / (1 - ALIKE)) * NAME_WEIGHT;
      return {
        id: table.ids.idAt(row),
        row,
        score: weight + byName,
        reasons: [...reasons],
        nameAlike: alike,
      };
    })
    .filter(({ score, row }) => score >= LEAST && sameType(row))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ row, score, reasons, nameAlike }) => ({
      contact: table.rowAt(row),
      ...{ score, reasons, nameAlike },
    }));

  function sameType(row: number): boolean {
    return (table.rowAt(row).type === "company") === (draft.type === "company");
  }
}
