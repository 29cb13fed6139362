import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCarnet, type Carnet } from "./carnet-app.ts";
import { until } from "./until.ts";
import { weekGrid } from "./week-grid.ts";

export interface KillWeekReport {
  readonly rounds: number;
  /** Rows and keys that were typed, and keys that a later start did not show. */
  readonly rows: number;
  readonly keys: number;
  readonly lostKeys: number;
  /** How long before the kill the oldest lost key was typed. */
  readonly oldestLostMs: number;
  /** Rows begun more than half a second before a kill that are gone, and texts that are not what was typed. */
  readonly faults: readonly string[];
}

/** One cell's text, and when each of its keys had reached the window. */
interface TypedText {
  text: string;
  readonly at: number[];
}
interface TypedRow {
  readonly who: TypedText;
  readonly note: TypedText;
}

/** Acceptance D of the visits: what is older than that is never lost. */
const ALLOWED_MS = 500;

/**
 * Rounds of: type into the grid of the week without a pause, SIGKILL the whole process group at a random moment, start
 * again, and compare the rows with the keys that had been typed. Nothing is ever saved: the drafts are the only record.
 */
export async function killWeekRounds(
  rounds: number,
  say: (words: string) => void = () => {},
): Promise<KillWeekReport> {
  const profile = await mkdtemp(path.join(tmpdir(), "carnet-kill-week-"));
  const sum = { rows: 0, keys: 0, lostKeys: 0, oldestLostMs: 0 };
  const faults: string[] = [];
  let kept = 0;
  let before: { rows: readonly TypedRow[]; killed: number } | null = null;
  try {
    for (let round = 1; round <= rounds + 1; round++) {
      const carnet = await openCarnet({ profile });
      if (round === 1)
        await carnet.page.getByRole("button", { name: "Start empty" }).click();
      const week = weekGrid(carnet.page);
      await carnet.press("Control+Shift+w");
      await week.opened("Week 11");
      if (before) {
        const found = await lastRows(carnet, kept, before.rows.length);
        compare(before, found);
        kept = found.total;
        say(`round ${round - 1}: ${JSON.stringify({ ...sum, kept })}`);
      }
      if (round > rounds) {
        await carnet.close();
        break;
      }
      const rows: TypedRow[] = [];
      const typing = typeRows(carnet, round, rows);
      await new Promise((done) => setTimeout(done, 900 + Math.random() * 3000));
      const killed = performance.now();
      await carnet.kill();
      await typing;
      before = { rows, killed };
    }
    return { rounds, ...sum, faults };
  } finally {
    await rm(profile, { recursive: true, force: true });
  }

  function compare(
    typed: { rows: readonly TypedRow[]; killed: number },
    found: Awaited<ReturnType<typeof lastRows>>,
  ): void {
    if (found.total < kept) faults.push(`${kept} rows, then ${found.total}`);
    for (const [i, row] of typed.rows.entries()) {
      sum.rows += 1;
      const shown = found.rows[i] ?? { who: "", note: "" };
      for (const column of ["who", "note"] as const) {
        const { text, at } = row[column];
        sum.keys += at.length;
        const there = shown[column];
        if (!text.startsWith(there)) {
          faults.push(`"${text}" has become "${there}"`);
          continue;
        }
        const lost = at.slice(there.length);
        sum.lostKeys += lost.length;
        const oldest = Math.round(typed.killed - (lost[0] ?? typed.killed));
        sum.oldestLostMs = Math.max(sum.oldestLostMs, oldest);
        if (oldest > ALLOWED_MS)
          faults.push(`"${text.slice(there.length)}" was ${oldest} ms old`);
      }
    }
  }
}

/** Types row after row until the window is gone. */
async function typeRows(
  carnet: Carnet,
  round: number,
  rows: TypedRow[],
): Promise<void> {
  const { page } = carnet;
  const week = weekGrid(page);
  const type = async (into: TypedText, text: string) => {
    for (const letter of text) {
      into.text += letter;
      await page.keyboard.type(letter);
      into.at.push(performance.now());
    }
  };
  try {
    for (let n = 1; ; n++) {
      await week.untilIn("Who");
      const row = { who: { text: "", at: [] }, note: { text: "", at: [] } };
      rows.push(row);
      await type(row.who, `qqtour${round}ligne${n}`);
      await page.keyboard.press("Enter");
      await week.untilIn("Evaluation");
      await page.keyboard.press("Enter");
      await week.untilIn("Result");
      await type(row.note, "ce qui s'est dit, ce qu'il en reste, et la suite");
      await page.keyboard.press("Control+Enter");
    }
  } catch {
    // The window is gone: that is what the round is for.
  }
}

/** How many rows there are, and the texts of those that came after the first `kept`. */
async function lastRows(
  { page }: Carnet,
  kept: number,
  typed: number,
): Promise<{
  readonly total: number;
  readonly rows: readonly { readonly who: string; readonly note: string }[];
}> {
  const read = () =>
    page.evaluate(() => {
      const grid = document.getElementById("week-grid");
      const shown = [...(grid?.querySelectorAll("[data-index]") ?? [])];
      const text = (row: Element, column: number) =>
        row.querySelector(`[data-column="${column}"] > span`)?.textContent ??
        "";
      return {
        // Without the headings and the row to go on in.
        total: Number(grid?.getAttribute("aria-rowcount") ?? 0) - 2,
        rows: shown.map((row) => ({
          index: Number(row.getAttribute("data-index")),
          ...{ who: text(row, 1), note: text(row, 3) },
        })),
      };
    });
  const found = await until(read, ({ total }) => total >= kept);
  const rows = found.rows
    .filter(({ index }) => index >= kept && index < found.total)
    .sort((a, b) => a.index - b.index);
  if (rows.length > typed)
    throw new Error(`${rows.length} rows where ${typed} were typed`);
  return { total: found.total, rows };
}
