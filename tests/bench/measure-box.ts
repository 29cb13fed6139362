import { openCarnet, type Carnet } from "../helpers/carnet-app.ts";
import {
  settledAfter,
  typeLetter,
  watchBox,
  type SeenKey,
} from "./box-watch.ts";
import { filledProfile, inProfiles, listed } from "./measure-app.ts";
import { envelopeOf } from "./page/bench-contacts.ts";
import { goldenQueries, recordOf } from "./page/golden-queries.ts";
import { quantile, rowOf, type BenchRow } from "./report.ts";
import { traceTasks } from "./task-trace.ts";

interface Key extends SeenKey {
  readonly typed: string;
  /** Milliseconds of tasks: of the window's thread to the last frame, of its workers until everything was found. */
  readonly window: number;
  readonly workers: number | null;
}

/**
 * The search box of the real app over `n` contacts and three times as many visits: the golden queries, typed letter by
 * letter. What a trace says of the window's own thread counts everything from the key to the last frame that it led to.
 */
export async function measureBox(
  n: number,
  rounds: number,
  say: (line: string) => void,
  kept?: string,
): Promise<readonly BenchRow[]> {
  return inProfiles(kept, async (folder) => {
    const { profile } = await filledProfile(folder, n, say);
    const records = Array.from({ length: n }, (_, i) =>
      recordOf(envelopeOf(i)),
    );
    const texts = goldenQueries(records).map(({ text }) => text);
    const keys: Key[] = [];
    for (let round = 0; round < rounds; round++) {
      const carnet = await openCarnet({ profile });
      keys.push(...(await typeAll(carnet, texts)));
      await carnet.close();
      say(`box, round ${round + 1}: ${toLine(keys)}`);
    }
    return [
      rowOf("box-first-results", n, valuesOf(keys, "first")),
      rowOf("box-complete-worker", n, valuesOf(keys, "workers")),
      rowOf("box-main-thread-per-key", n, valuesOf(keys, "window")),
    ];
  });
}

async function typeAll(
  carnet: Carnet,
  texts: readonly string[],
): Promise<readonly Key[]> {
  const { page } = carnet;
  await listed(carnet);
  await carnet.leaveFields();
  await carnet.press("Control+k");
  await page.getByRole("combobox").waitFor();
  // Counting what is stored comes some seconds after a start.
  await page.waitForTimeout(AFTER_START_MS);
  await watchBox(page);
  const session = await page.context().newCDPSession(page);
  const keys: Key[] = [];
  for (const text of texts) {
    await settledAfter(page, 0, () => carnet.press("Control+A", "Backspace"));
    const stop = await traceTasks(session);
    const seen: SeenKey[] = [];
    for (const [i, letter] of Array.from(text).entries())
      seen.push(await typeLetter(page, letter, i + 1));
    const trace = await stop();
    for (const [i, one] of seen.entries()) {
      const at = (what: string) => trace.mark(`${what}-${i + 1}`);
      const [key, asked] = [at("key"), at("asked")];
      const [complete, painted] = [at("complete"), at("painted")];
      if (key === null || painted === null) continue;
      keys.push({
        ...one,
        typed: text.slice(0, i + 1),
        window: trace.busy("window", key, painted),
        workers:
          asked === null || complete === null
            ? null
            : trace.busy("workers", asked, complete),
      });
    }
  }
  await session.detach();
  return keys;
}

const AFTER_START_MS = 15_000;

function valuesOf(
  keys: readonly Key[],
  what: "first" | "complete" | "workers" | "window",
): readonly number[] {
  return keys.flatMap((key) => key[what] ?? []);
}

/** Figures of all so far, and which keys were the dearest. */
function toLine(keys: readonly Key[]): string {
  const figures = (["first", "complete", "workers", "window"] as const).map(
    (what) => {
      const values = valuesOf(keys, what);
      const [median, p95, most] = [0.5, 0.95, 1].map((q) =>
        quantile(values, q).toFixed(1),
      );
      const worst = keys
        .toSorted((a, b) => (b[what] ?? 0) - (a[what] ?? 0))
        .slice(0, 5)
        .map((key) => `${key.typed} ${(key[what] ?? 0).toFixed(0)}`);
      return `${what} ${median}/${p95}/${most} (${worst.join(", ")})`;
    },
  );
  return `${keys.length} keys; ${figures.join("; ")}`;
}
