import type { Interaction } from "../entities/interaction.ts";

/**
 * Which interactions a later one corrects: corrected id → id of its newest correction (design §6.4). Lists show the
 * newest, the card both, and only the newest counts. A cancelled correction corrects nothing.
 */
export function amendedBy(
  interactions: readonly Pick<Interaction, "id" | "amends" | "canceled">[],
): ReadonlyMap<string, string> {
  const direct = new Map<string, string>();
  for (const { id, amends, canceled } of interactions) {
    if (amends === undefined || amends === id || canceled === true) continue;
    const other = direct.get(amends);
    // Two laptops may correct one visit: the later id counts, on both.
    if (other === undefined || other < id) direct.set(amends, id);
  }
  const newest = new Map<string, string>();
  for (const first of direct.keys()) {
    const seen = new Set([first]);
    let last = first;
    for (let next = direct.get(last); next !== undefined;) {
      if (seen.has(next)) break;
      seen.add(next);
      last = next;
      next = direct.get(last);
    }
    if (last !== first) newest.set(first, last);
  }
  return newest;
}
