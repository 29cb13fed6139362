import type { BenchWindow } from "./bench-window.ts";
import type { BenchPage } from "./page/main.ts";
import type { Searched, SearchEngineName } from "./page/search.ts";
import { round, rowOf, type BenchRow } from "./report.ts";

const PEERS: readonly SearchEngineName[] = [
  "minisearch",
  "flexsearch",
  "ufuzzy",
  "orama",
  "fts5",
];

/**
 * Every engine in a page of its own: the same contacts, the same questions. Ratios of search-worker are of p95, and only of
 * what a worker does; `search-box` has the messages in it and stands against nobody.
 */
export async function measureSearch(
  window: BenchWindow,
  n: number,
  say: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const found = new Map<SearchEngineName, Searched>();
  // Ours before and after the others: whatever slows the machine down meanwhile slows ours, too.
  const engines = ["carnet", ...PEERS, "carnet", "carnet-box"] as const;
  for (const engine of engines) {
    const page = await window.fresh();
    const searched = await page.evaluate(
      ([name, count]) =>
        (globalThis as unknown as { bench: BenchPage }).bench.search(
          name,
          count,
        ),
      [engine, n] as const,
    );
    found.set(engine, together(found.get(engine), searched));
    const { missed, megabytes, recall } = searched;
    const [build, load] = [searched.build, searched.load].map((ms) =>
      Math.round(ms ?? Number.NaN),
    );
    say(
      `search ${n}: ${engine} recall ${mean(recall)}; ${round(megabytes)} MB, built ${build} ms, loaded ${load} ms; ${missed.join(" | ")}`,
    );
  }
  const own = found.get("carnet");
  if (!own) return [];
  const box = found.get("carnet-box")?.queries ?? [];
  return [
    ...loadRows(n, own, found),
    ...peerRows(n, own, found),
    rowOf("search-box", n, box),
  ];
}

/** Two measurements of one engine: all questions of both, and what was built and loaded when less was in the way. */
function together(before: Searched | undefined, now: Searched): Searched {
  if (!before) return now;
  const faster = (name: "build" | "load") =>
    Math.min(before[name] ?? Infinity, now[name] ?? Infinity);
  return {
    ...now,
    queries: [...before.queries, ...now.queries],
    build: faster("build"),
    load: faster("load"),
  };
}

/** What the disk gives back against what has to be built: ours against our own building, then against the peers' loading. */
function loadRows(
  n: number,
  { load, build }: Searched,
  found: ReadonlyMap<SearchEngineName, Searched>,
): readonly BenchRow[] {
  if (load === undefined || build === undefined) return [];
  const peers = PEERS.flatMap((name) => {
    const theirs = found.get(name)?.load;
    return theirs === undefined ? [] : [{ name, values: [theirs] }];
  });
  return [{ name: "own-build", values: [build] }, ...peers].map((baseline) =>
    rowOf("index-load", n, [load], baseline),
  );
}

function peerRows(
  n: number,
  own: Searched,
  found: ReadonlyMap<SearchEngineName, Searched>,
): readonly BenchRow[] {
  return PEERS.flatMap((name) => {
    const theirs = found.get(name);
    if (!theirs) return [];
    const [ours, other] = [mean(own.recall), mean(theirs.recall)];
    const rows: BenchRow[] = [
      rowOf(
        ...(["search-worker", n, own.queries] as const),
        ...([{ name, values: theirs.queries }, "p95"] as const),
      ),
      {
        ...{ id: "search-recall", n, unit: "recall@10" },
        ...{ median: ours, p95: ours },
        baseline: { name, median: other, p95: other },
        ratio: round(ours / other),
      },
      {
        ...{ id: "search-heap", n, unit: "MB" },
        ...same(own.megabytes),
        baseline: { name, ...same(theirs.megabytes) },
        ratio: round(theirs.megabytes / own.megabytes),
      },
    ];
    return rows;
  });
}

function same(value: number) {
  return { median: round(value), p95: round(value) };
}

function mean(values: readonly number[]): number {
  return round(values.reduce((sum, one) => sum + one, 0) / values.length);
}
