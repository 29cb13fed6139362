import {
  hitsNeeded,
  type DuplicateSetUp,
} from "../../../shared/domain/duplicate-set-up.ts";
import {
  compareContacts,
  LANES,
  type Likeness,
} from "../../../shared/domain/duplicates/compare-contacts.ts";
import type { MatchFacts } from "../../../shared/domain/duplicates/match-facts.ts";
import { scanContacts } from "../../../shared/domain/duplicates/scan.ts";
import { scanStrings } from "../../../shared/domain/duplicates/scan-strings.ts";
import type { DoublePair, ScanAnswer } from "../store.ts";
import type { ContactTable } from "./contact-table.ts";
import { areSeparate, factsOf, isLookedAt, type Doubles } from "./doubles.ts";
import { aTurn } from "./run-search.ts";

/** Shown of each lane; they are counted all. */
const MOST_OF_A_LANE = 5_000;
const AT_ONCE = 500;

/**
 * DUP-11, ux.md 5(g): all contacts against each other, in steps between which others get their turn. With the Swiss
 * comparison by likeness, without it by the search strings alone. Null = it was stopped.
 */
export async function scanDoubles(
  table: ContactTable,
  doubles: Doubles,
  setUp: DuplicateSetUp,
  isStopped: () => boolean,
  tell: (share: number) => void,
): Promise<ScanAnswer | null> {
  const { size } = table.ids;
  const facts: (MatchFacts | null)[] = [];
  for (let row = 0; row < size; row++) {
    facts.push(isIn(row) ? factsOf(table.slimAt(row)) : null);
    if (row % AT_ONCE !== 0) continue;
    tell((row / size) * 0.3);
    await aTurn();
    if (isStopped()) return null;
  }
  const pairs: (Likeness & { readonly a: number; readonly b: number })[] = [];
  if (setUp.normaliser) {
    const found = await inTurns(scanContacts(facts));
    if (!found) return null;
    pairs.push(...found);
  } else {
    const sums = await doubles.sums.of(setUp);
    const found = await inTurns(scanStrings(sums, hitsNeeded(setUp)));
    if (!found) return null;
    for (const [a, b] of found) {
      const one = facts[a];
      const other = facts[b];
      if (!one || !other || one.type !== other.type) continue;
      pairs.push({ a, b, ...(compareContacts(one, other) ?? BY_STRINGS) });
    }
    pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  }
  const shown: DoublePair[] = [];
  const counts = { safe: 0, likely: 0, look: 0 };
  for (const { a, b, lane, score, reasons, against } of pairs) {
    if (!isIn(a) || !isIn(b)) continue;
    if (areSeparate(table.slimAt(a), table.slimAt(b))) continue;
    if (++counts[lane] > MOST_OF_A_LANE) continue;
    const ids = { a: table.ids.idAt(a), b: table.ids.idAt(b) };
    shown.push({ ...ids, lane, score, reasons, against });
  }
  shown.sort((x, y) => LANES.indexOf(x.lane) - LANES.indexOf(y.lane));
  const contacts = facts.filter((one) => one !== null).length;
  return { contacts, counts, pairs: shown };

  function isIn(row: number): boolean {
    if (!table.isHere(row)) return false;
    return isLookedAt(table.typeAt(row), setUp);
  }
  async function inTurns<T>(work: Generator<number, T>): Promise<T | null> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      tell(0.3 + step.value * 0.7);
      await aTurn();
      if (isStopped()) return null;
    }
  }
}

/** Enough search strings in common, and little else. */
const BY_STRINGS: Likeness = {
  ...{ lane: "look", score: 0, reasons: [], against: [] },
};
