import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCarnet, type Carnet } from "../helpers/carnet-app.ts";
import { weekGrid } from "../helpers/week-grid.ts";
import { rowOf, type BenchRow } from "./report.ts";

const MANY = 200;
const FEW = 5;
const NOTE = "Will den AF-200 sehen, nach Ostern noch einmal. ";

/**
 * Work of the window's main thread for each key in the grid of the week with 200 rows, against one with five: letters in a
 * note, and the keys that go from cell to cell and from row to row. Time of the thread itself, so that what else the machine
 * does is not counted.
 */
export async function measureWeek(
  rounds: number,
  say: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-bench-week-"));
  try {
    const times: Record<number, number[]> = { [MANY]: [], [FEW]: [] };
    for (const rows of [MANY, FEW]) {
      const carnet = await openCarnet({
        profile: path.join(folder, String(rows)),
      });
      try {
        await carnet.page.getByRole("button", { name: "Start empty" }).click();
        await fill(carnet, rows);
        for (let round = 0; round < rounds; round++)
          times[rows]?.push(...(await keyWork(carnet)));
        say(`week of ${rows}: ${JSON.stringify(times[rows])}`);
      } finally {
        await carnet.close();
      }
    }
    const few = { name: "self-5", values: times[FEW] ?? [] };
    return [rowOf("week-key", 0, times[MANY] ?? [], few, "p95")];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(carnet: Carnet, rows: number): Promise<void> {
  const { page } = carnet;
  const week = weekGrid(page);
  await carnet.press("Control+Shift+w");
  await week.opened("Week 11");
  await week.menu("Paste visits");
  const lines = Array.from(
    { length: rows },
    (_, n) => `Kundin ${n} AG, 30 min, Offerte besprochen -> Freitag`,
  );
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("From a spreadsheet or a list")
    .fill(lines.join("\n"));
  await dialog.getByRole("button", { name: `Add ${rows} rows` }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Milliseconds for each key. */
async function keyWork(carnet: Carnet): Promise<readonly number[]> {
  const { page } = carnet;
  const week = weekGrid(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  };
  const times: number[] = [];
  const press = async (key: string) => {
    // What the key before has left to be done is over.
    await page.waitForTimeout(220);
    const before = await worked();
    await page.keyboard.press(key);
    await page.evaluate(
      () =>
        new Promise((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(drawn));
        }),
    );
    times.push(((await worked()) - before) * 1000);
  };
  const first = page.locator('[data-index="0"] [data-column="3"]');
  await week.grid.evaluate((grid) => grid.scrollTo(0, 0));
  await first.click();
  await week.untilIn("Result");
  for (const letter of NOTE) await press(letter);
  for (const key of ["Enter", "Enter", "Enter", "Enter", "Tab", "ArrowDown"])
    await press(key);
  for (let n = 0; n < 10; n++) await press("ArrowDown");
  await session.detach();
  return times;
}
