import { useEffect, useState } from "react";
import type { Lane } from "../../../shared/domain/duplicates/compare-contacts.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type {
  ContactRow,
  DoublePair,
  ScanAnswer,
} from "../../local-store/store.ts";

export interface ShownPair extends DoublePair {
  readonly one: ContactRow;
  readonly other: ContactRow;
}

export interface StandingPairs {
  of(lane: Lane): readonly ShownPair[];
  /** Those that are not shown for being too many are among them. */
  count(lane: Lane): number;
}

/** The pairs as they stand: whoever was merged, deleted or said to be separate since is not among them. */
export function usePairs(answer: ScanAnswer | null): StandingPairs | null {
  const { list } = useLocalStore();
  const [pairs, setPairs] = useState<StandingPairs | null>(null);
  useEffect(() => {
    let current = true;
    async function read(): Promise<void> {
      if (!answer) return setPairs(null);
      const ids = [...new Set(answer.pairs.flatMap(({ a, b }) => [a, b]))];
      const [rows, separate] = await Promise.all([
        list.rows(ids),
        list.separatePairs(),
      ]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const said = new Set(separate.map(([a, b]) => keyOf(a, b)));
      const shown = answer.pairs.flatMap((pair): ShownPair[] => {
        const one = byId.get(pair.a);
        const other = byId.get(pair.b);
        return one && other && !said.has(keyOf(pair.a, pair.b))
          ? [{ ...pair, one, other }]
          : [];
      });
      const inLane = <P extends DoublePair>(all: readonly P[], lane: Lane) =>
        all.filter((one) => one.lane === lane);
      const of = (lane: Lane) => inLane(shown, lane);
      const gone = (lane: Lane) =>
        inLane(answer.pairs, lane).length - of(lane).length;
      const count = (lane: Lane) => answer.counts[lane] - gone(lane);
      if (current) setPairs({ of, count });
    }
    const look = () => void read().catch(() => {});
    look();
    const stop = list.subscribe(look);
    return () => {
      current = false;
      stop();
    };
  }, [list, answer]);
  return pairs;
}

/** DUP-7: those that somebody has said to be separate, with both rows. */
export function useSeparatePairs(): readonly (readonly [
  ContactRow,
  ContactRow,
])[] {
  const { list } = useLocalStore();
  const [pairs, setPairs] = useState<
    readonly (readonly [ContactRow, ContactRow])[]
  >([]);
  useEffect(() => {
    let current = true;
    async function read(): Promise<void> {
      const ids = await list.separatePairs();
      const rows = await list.rows([...new Set(ids.flat())]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const shown = ids.flatMap(([a, b]): [ContactRow, ContactRow][] => {
        const one = byId.get(a);
        const other = byId.get(b);
        return one && other ? [[one, other]] : [];
      });
      if (current) setPairs(shown);
    }
    const look = () => void read().catch(() => {});
    look();
    const stop = list.subscribe(look);
    return () => {
      current = false;
      stop();
    };
  }, [list]);
  return pairs;
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
