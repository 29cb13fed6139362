import { blockKeys } from "./block-keys.ts";
import { compareContacts, type Likeness } from "./compare-contacts.ts";
import type { MatchFacts } from "./match-facts.ts";

/** Two contacts by their places among those that were scanned. */
export interface FoundPair extends Likeness {
  readonly a: number;
  readonly b: number;
}

/** Keys that more contacts than this share tell nothing; who is the same meets under another one, too. */
const CROWD = 120;
const TURN = 2_000;

/**
 * DUP-11: compares whoever meets under a key, and nobody twice. Yields now and then how far it is, from 0 to 1, so that
 * whoever runs it can do something else, or stop.
 *
 * @param contacts null = not to be looked at
 */
export function* scanContacts(
  contacts: readonly (MatchFacts | null)[],
): Generator<number, readonly FoundPair[]> {
  const blocks = new Map<string, number[]>();
  const keys: (readonly string[])[] = [];
  const { length } = contacts;
  for (let i = 0; i < length; i++) {
    const facts = contacts[i];
    const own = facts ? blockKeys(facts) : [];
    keys.push(own);
    for (const key of own) {
      const block = blocks.get(key);
      if (block) block.push(i);
      else blocks.set(key, [i]);
    }
    if (i % TURN === 0) yield (i / length) * 0.4;
  }
  const found: FoundPair[] = [];
  /** By contact: the last one that it was compared with, so that each pair is looked at once. */
  const lastMet = new Int32Array(length).fill(-1);
  for (let i = 0; i < length; i++) {
    const facts = contacts[i];
    if (i % TURN === 0) yield 0.4 + (i / length) * 0.6;
    if (!facts) continue;
    for (const key of keys[i] ?? []) {
      const block = blocks.get(key) ?? [];
      if (block.length > CROWD) continue;
      for (const other of block) {
        if (other <= i || lastMet[other] === i) continue;
        lastMet[other] = i;
        const facing = contacts[other];
        const likeness = facing && compareContacts(facts, facing);
        if (likeness) found.push({ a: i, b: other, ...likeness });
      }
    }
  }
  return found.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}
