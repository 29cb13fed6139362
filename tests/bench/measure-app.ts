import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCarnet, type Carnet } from "../helpers/carnet-app.ts";
import { openFeedServer } from "./feed-server.ts";
import { untilKept } from "./kept-projection.ts";
import { memoryAfterUse } from "./measure-memory.ts";
import { rowOf, type BenchRow } from "./report.ts";

const FEW = 100;
export const FIRST_SYNC_MS = 1_200_000;
const FRAMES = 200;
const PLAIN_ROWS = 100;

interface App {
  readonly profile: string;
  readonly times: Record<
    "cold" | "keys" | "scroll" | "thrown" | "plain",
    number[]
  >;
  readonly megabytes: number[];
  /** Longest tasks of the window, milliseconds; 0 = none over 50. */
  longest: { sync: number; scroll: number };
}

/**
 * The real app with `n` contacts against the same app with a hundred: start, typing, scrolling, memory.
 *
 * @param kept where the notebooks that have been filled stay for the next run
 */
export async function measureApp(
  n: number,
  rounds: number,
  say: (line: string) => void,
  kept?: string,
): Promise<readonly BenchRow[]> {
  return inProfiles(kept, async (folder) => {
    const many = await filledProfile(folder, n, say);
    const few = await filledProfile(folder, FEW, say);
    for (let turn = 0; turn < rounds; turn++)
      for (const app of turn % 2 === 0 ? [many, few] : [few, many]) {
        await measureOnce(app, say);
        // In a start of its own: tracing, throttling and a second list beside the first are not the app's use.
        app.megabytes.push(await memoryAfterUse(app.profile, turn));
        say(`${app.profile}: ${app.megabytes.at(-1)} MB`);
      }
    const self = (name: keyof App["times"]) => ({
      ...{ name: "self-100", values: few.times[name] },
    });
    return [
      rowOf("cold-start", n, many.times.cold, self("cold")),
      rowOf("keystroke-to-paint", n, many.times.keys, self("keys"), "p95"),
      rowOf("scroll", n, many.times.scroll, self("scroll"), "p95"),
      rowOf("scroll-throttled", n, many.times.thrown, self("thrown"), "p95"),
      rowOf(
        ...(["scroll-throttled", n, many.times.thrown] as const),
        ...([{ name: "plain-list", values: many.times.plain }, "p95"] as const),
      ),
      taskRow("app-first-sync-longest-task", n, many.longest.sync),
      taskRow("scroll-throttled-longest-task", n, many.longest.scroll),
      {
        ...rowOf("memory", n, many.megabytes, {
          ...{ name: "self-100", values: few.megabytes },
        }),
        unit: "MB",
      },
    ];
  });
}

/** The task in the folder of the notebooks that stay, or in one of its own that is gone afterwards. */
export async function inProfiles<T>(
  kept: string | undefined,
  task: (folder: string) => Promise<T>,
): Promise<T> {
  if (kept !== undefined) return task(kept);
  const own = await mkdtemp(path.join(tmpdir(), "carnet-bench-profiles-"));
  try {
    return await task(own);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

function taskRow(id: string, n: number, ms: number): BenchRow {
  return { id, n, unit: "ms", median: ms, p95: ms };
}

/** A notebook with so many contacts, as a first sync and some quiet leave it; one that is there already is taken. */
export async function filledProfile(
  folder: string,
  contacts: number,
  say: (line: string) => void,
): Promise<App> {
  const profile = path.join(folder, String(contacts));
  const note = path.join(folder, `${contacts}.json`);
  const times = { cold: [], keys: [], scroll: [], thrown: [], plain: [] };
  const known = await readFile(note, "utf8").catch(() => null);
  if (known !== null) {
    const { sync } = JSON.parse(known) as { sync: number };
    return { profile, times, megabytes: [], longest: { sync, scroll: 0 } };
  }
  const server = await openFeedServer(contacts);
  const since = performance.now();
  const carnet = await openCarnet({
    profile,
    server: { url: server.url, code: "bench" },
  });
  await watchTasks(carnet);
  await carnet.untilStatus(/Up to date/, FIRST_SYNC_MS);
  const sync = await longestTask(carnet);
  say(
    `app with ${contacts}: first sync ${Math.round(performance.now() - since)} ms, longest task ${sync} ms`,
  );
  await listed(carnet);
  await untilKept(carnet);
  await carnet.close();
  server.close();
  await writeFile(note, JSON.stringify({ sync }));
  return { profile, times, megabytes: [], longest: { sync, scroll: 0 } };
}

/** The list is there and answers. */
export async function listed(carnet: Carnet): Promise<void> {
  await carnet.openContacts();
  await carnet.page.getByRole("row").first().waitFor({ timeout: 120_000 });
}

async function measureOnce(
  app: App,
  say: (line: string) => void,
): Promise<void> {
  const since = performance.now();
  const carnet = await openCarnet({ profile: app.profile });
  await listed(carnet);
  await carnet.filter("fav");
  await carnet.page
    .getByRole("row", { name: /fav/i })
    .first()
    .waitFor({ timeout: 120_000 });
  app.times.cold.push(performance.now() - since);
  await carnet.clearFilter();
  app.times.keys.push(...(await typing(carnet)));
  app.times.scroll.push(...(await scrolling(carnet, 200)));
  const session = await carnet.page.context().newCDPSession(carnet.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await watchTasks(carnet);
  app.times.thrown.push(...(await scrolling(carnet, 2000)));
  const longest = await longestTask(carnet);
  app.longest.scroll = Math.max(app.longest.scroll, longest);
  await putPlainList(carnet);
  app.times.plain.push(...(await scrolling(carnet, 2000, "#plain-list")));
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  say(`${app.profile}: cold ${Math.round(app.times.cold.at(-1) ?? 0)} ms`);
  await carnet.close();
}

/** Milliseconds from each keystroke to the frame that shows what it changed in the list. */
async function typing(carnet: Carnet): Promise<readonly number[]> {
  await carnet.leaveFields();
  await carnet.press("/");
  await carnet.page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    const grid = document.querySelector("[role=grid]");
    let pressed: number | null = null;
    document.addEventListener(
      "input",
      () => {
        pressed = performance.now();
      },
      { capture: true },
    );
    new MutationObserver(() => {
      const since = pressed;
      if (since === null) return;
      pressed = null;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - since);
        port2.postMessage(null);
      });
    }).observe(grid?.parentElement ?? document.body, {
      ...{ childList: true, subtree: true, characterData: true },
    });
  });
  for (const word of ["muller", "rochat", "lausanne"]) {
    await carnet.page.keyboard.type(word, { delay: 200 });
    await carnet.press("Control+A", "Backspace");
    await carnet.page.waitForTimeout(300);
  }
  return carnet.page.evaluate(
    () => (globalThis as unknown as { keyTimes: number[] }).keyTimes,
  );
}

/** Milliseconds of the window's thread for each frame, from its beginning to the end of layout and paint. */
async function scrolling(
  carnet: Carnet,
  pixels: number,
  list = "[role=grid]",
): Promise<readonly number[]> {
  return carnet.page.evaluate(
    async ([step, frames, selector]) => {
      const grid = document.querySelector(selector);
      if (!grid) throw new Error("There is no list.");
      grid.scrollTop = 0;
      const times: number[] = [];
      let by = step;
      for (let frame = 0; frame < frames; frame++)
        await new Promise<void>((done) =>
          requestAnimationFrame(() => {
            const since = performance.now();
            const before = grid.scrollTop;
            grid.scrollTop = before + by;
            // A short list goes up and down.
            if (grid.scrollTop === before) by = -by;
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              times.push(performance.now() - since);
              done();
            };
            port2.postMessage(null);
          }),
        );
      return times;
    },
    [pixels, FRAMES, list] as const,
  );
}

/** A hundred rows of the list as they are drawn, over it: nothing but layout and paint. Gone with the window. */
async function putPlainList(carnet: Carnet): Promise<void> {
  await carnet.page.evaluate((rows) => {
    const grid = document.querySelector<HTMLElement>("[role=grid]");
    const drawn = [...(grid?.querySelectorAll(".body > .row") ?? [])];
    const body = grid?.querySelector(".body");
    if (!grid || !body) throw new Error("There is no list.");
    const height = drawn[0]?.getBoundingClientRect().height ?? 0;
    const plain = grid.cloneNode(false) as HTMLElement;
    const inner = body.cloneNode(false) as HTMLElement;
    for (let i = 0; i < rows; i++) {
      const row = drawn[i % drawn.length]?.cloneNode(true) as HTMLElement;
      row.style.transform = `translateY(${i * height}px)`;
      inner.append(row);
    }
    inner.style.height = `${rows * height}px`;
    plain.id = "plain-list";
    plain.removeAttribute("role");
    const { left, top, width, height: tall } = grid.getBoundingClientRect();
    Object.assign(plain.style, {
      ...{ position: "fixed", left: `${left}px`, top: `${top}px` },
      ...{ width: `${width}px`, height: `${tall}px`, zIndex: "9999" },
    });
    plain.append(inner);
    document.body.append(plain);
  }, PLAIN_ROWS);
}

type Watched = { longest: number; watch: PerformanceObserver };

async function watchTasks(carnet: Carnet): Promise<void> {
  await carnet.page.evaluate(() => {
    const own = globalThis as unknown as Watched;
    own.longest = 0;
    own.watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        own.longest = Math.max(own.longest, duration);
    });
    own.watch.observe({ type: "longtask" });
  });
}

/** Since they have been watched; ends it. */
function longestTask(carnet: Carnet): Promise<number> {
  return carnet.page.evaluate(async () => {
    const own = globalThis as unknown as Watched;
    // One that has just ended is told a moment later.
    await new Promise((done) => setTimeout(done, 100));
    own.watch.disconnect();
    return Math.round(own.longest);
  });
}
