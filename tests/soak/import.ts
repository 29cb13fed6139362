// A table of 100,000 rows through the wizard of the real window, beside the bare pipeline in the same window: papaparse,
// then bulk inserts of 500. The window is asked for frames meanwhile, and the largest of its processes is weighed.
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { openCarnet, type Carnet } from "../helpers/carnet-app.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: { rows: { type: "string" }, megabytes: { type: "string" } },
});
const rows = figure(values.rows, 100_000);
const megabytes = figure(values.megabytes ?? "0.001", 0);
const HOUR = 3_600_000;
/** Of the window's process, with its workers, whatever the file weighs. */
const HEAVIEST_MB = 1_200;
const HEAD =
  "Prénom;Nom;Société;Fonction;Téléphone;Mobile;E-mail;Adresse;NPA;Localité;Remarque";

await runSoak("import", async (say) => {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-import-"));
  const carnet = await openCarnet({ profile: path.join(folder, "A") });
  try {
    const { page } = carnet;
    page.setDefaultTimeout(HOUR);
    await page.evaluate(await bareBundle());
    // Twice, before and after: whatever else the machine does falls on both.
    const text = [HEAD, ...rowsOf(rows)].join("\n");
    const bareBefore = await bare(carnet, text);
    say(`bare pipeline: ${Math.round(bareBefore)} ms`);
    const file = path.join(folder, "contacts.csv");
    await writeTable(file, rows, megabytes * 1e6);
    await sweep(carnet);
    const before = await weighed();
    await watchFrames(carnet);
    const read = await toPreview(carnet, file);
    say(`preview after ${read} ms`);
    const began = Date.now();
    await page.getByRole("button", { name: /^Import .* contacts/ }).click();
    let heaviest = 0;
    const weighing = setInterval(
      () => void weighed().then((mb) => (heaviest = Math.max(heaviest, mb))),
      1_000,
    );
    await page.getByRole("heading", { name: "Import complete" }).waitFor();
    const written = Date.now() - began;
    clearInterval(weighing);
    say(`written after ${written} ms`);
    const frames = await framesSeen(carnet);
    const bareAfter = await bare(carnet, text);
    const bareMs = (bareBefore + bareAfter) / 2;
    const perSecond = (ms: number) => Math.round((rows / ms) * 1_000);
    const ratio = Math.round((bareMs / written) * 100) / 100;
    return {
      ...{
        // A column that nobody takes makes the file heavy: then it is memory that is held against it.
        ok: (megabytes >= 1 || ratio >= 0.5) && heaviest <= HEAVIEST_MB,
        rows,
        megabytes: Math.round(megabytes),
        ratio,
        bareRowsPerSecond: perSecond(bareMs),
      },
      ...{
        rowsPerSecond: perSecond(written),
        previewMs: read,
        writtenMs: written,
      },
      ...{ longestFrameMs: frames, mbBefore: before, mbHeaviest: heaviest },
    };
  } finally {
    await carnet.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function bareBundle(): Promise<string> {
  const made = await build({
    ...{ configFile: false, logLevel: "error" },
    define: { global: "globalThis", "process.env.NODE_ENV": '"production"' },
    build: {
      ...{ write: false, target: "chrome130" },
      lib: {
        entry: path.resolve(
          import.meta.dirname,
          "../bench/page/bare-pipeline.ts",
        ),
        ...{ formats: ["iife"], name: "bare" },
      },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  const output = bundle && "output" in bundle ? bundle.output[0] : null;
  if (!output) throw new Error("The bare pipeline was not built.");
  return output.code;
}

function bare(carnet: Carnet, text: string): Promise<number> {
  return carnet.page.evaluate(
    (csv) =>
      (
        globalThis as unknown as {
          barePipeline: (text: string) => Promise<number>;
        }
      ).barePipeline(csv),
    text,
  );
}

function* rowsOf(count: number): Iterable<string> {
  for (let i = 0; i < count; i++) {
    const number = String(1_000_000 + i).slice(1);
    yield `Zoé;Müller-${i};Société ${i % 5_000} SA;Achats;021 ${number.slice(0, 3)} ${number.slice(3, 5)} ${number.slice(5)}0;079 ${number.slice(0, 3)} ${number.slice(3, 5)} ${number.slice(5)}1;zoe.${i}@societe-${i % 5_000}.example;Rue de la Gare ${i % 90};1003;Lausanne;Vu à la foire`;
  }
}

/** With enough behind the last column to make the file as large as is asked for. */
async function writeTable(
  file: string,
  count: number,
  bytes: number,
): Promise<void> {
  const out = createWriteStream(file);
  const room = Math.max(0, Math.floor(bytes / count) - 160);
  out.write(`${HEAD};Rien\n`);
  for (const row of rowsOf(count))
    if (!out.write(`${row};${"x".repeat(room)}\n`)) await once(out, "drain");
  out.end();
  await once(out, "close");
}

/** Through the steps of the wizard; milliseconds from the choice of the file. */
async function toPreview({ page }: Carnet, file: string): Promise<number> {
  await page.getByRole("link", { name: "Import" }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose files…" }).click(),
  ]);
  const began = Date.now();
  await chooser.setFiles(file);
  for (const step of ["Columns of", "Clean", "Match"]) {
    await page
      .getByRole("heading", { name: new RegExp(`^${step} `) })
      .waitFor();
    await page.getByRole("button", { name: "Continue" }).click();
  }
  await page.getByRole("heading", { name: /^Preview of/ }).waitFor();
  return Date.now() - began;
}

/** The longest that the window has waited for its next frame. */
async function watchFrames({ page }: Carnet): Promise<void> {
  await page.evaluate(() => {
    const seen = globalThis as unknown as { longestFrame: number };
    seen.longestFrame = 0;
    let last = performance.now();
    const next = (now: number) => {
      seen.longestFrame = Math.max(seen.longestFrame, now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

function framesSeen({ page }: Carnet): Promise<number> {
  return page.evaluate(() =>
    Math.round(
      (globalThis as unknown as { longestFrame: number }).longestFrame,
    ),
  );
}

/** What the bare pipeline has left behind in the page is not the import's. */
async function sweep({ page }: Carnet): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send("HeapProfiler.collectGarbage");
  await tools.detach();
}

/** Megabytes of the largest renderer process on this machine. */
async function weighed(): Promise<number> {
  let most = 0;
  for (const pid of await readdir("/proc")) {
    if (!/^\d+$/.test(pid)) continue;
    const [args, status] = await Promise.all(
      ["cmdline", "status"].map((name) =>
        readFile(`/proc/${pid}/${name}`, "utf8").catch(() => ""),
      ),
    );
    if (!args?.includes("--type=renderer") || !args.includes("carnet-import-"))
      continue;
    const kb = Number(/VmRSS:\s+(\d+)/.exec(status ?? "")?.[1] ?? 0);
    most = Math.max(most, Math.round(kb / 1024));
  }
  return most;
}
