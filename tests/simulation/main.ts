// `npm run sim -- --seeds N [--from S]`: N random worlds from seed S on; `--minutes M`: as many as there is time for;
// `--seed S` tells one of them step by step.
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Range, RangeResult } from "./run-range.ts";
import { runSeed } from "./run-seed.ts";

const CHUNK = 50;
const SAY_EVERY_MS = 5_000;
const SHOWN = 20;

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1000" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    minutes: { type: "string" },
    workers: { type: "string", default: String(availableParallelism()) },
  },
});
process.exitCode =
  values.seed !== undefined
    ? await tellOne(Number(values.seed))
    : values.minutes === undefined
      ? await runAll(Number(values.from), Number(values.seeds))
      : await runAll(Number(values.from), Infinity, Number(values.minutes));

async function tellOne(seed: number): Promise<number> {
  const { trace, violations } = await runSeed(seed, {}, { trace: true });
  for (const line of trace) process.stdout.write(`${line}\n`);
  process.stdout.write(
    `1 seeds, ${violations.length > 0 ? 1 : 0} violations\n`,
  );
  return violations.length > 0 ? 1 : 0;
}

async function runAll(
  from: number,
  seeds: number,
  minutes = Infinity,
): Promise<number> {
  const started = performance.now();
  let next = from;
  const total = { seeds: 0, writes: 0, conflicts: 0, files: 0 };
  const failed: RangeResult["failed"][number][] = [];
  let said = started;
  const rate = () => total.seeds / ((performance.now() - started) / 1000);
  const worker = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(
        fileURLToPath(new URL("run-range.ts", import.meta.url)),
      );
      const hand = () => {
        const isLate = performance.now() - started > minutes * 60_000;
        const count = isLate ? 0 : Math.min(CHUNK, from + seeds - next);
        if (count <= 0) {
          child.disconnect();
          return;
        }
        const range: Range = { from: next, count };
        next += count;
        child.send(range);
      };
      child.on("message", (result: RangeResult) => {
        total.seeds += result.seeds;
        total.writes += result.writes;
        total.conflicts += result.conflicts;
        total.files += result.files;
        failed.push(...result.failed);
        if (performance.now() - said > SAY_EVERY_MS) {
          said = performance.now();
          const of = Number.isFinite(seeds) ? ` of ${seeds}` : "";
          say(`${total.seeds}${of} seeds, ${rate().toFixed(0)}/s`);
        }
        hand();
      });
      child.once("exit", (code) =>
        code === 0
          ? resolve()
          : reject(new Error(`A worker ended with ${code}`)),
      );
      hand();
    });
  await Promise.all(Array.from({ length: Number(values.workers) }, worker));
  say(
    `${total.writes} writes, ${total.conflicts} conflicts kept, ${total.files} files, ${rate().toFixed(0)} seeds/s`,
  );
  for (const { seed, violation } of failed.slice(0, SHOWN))
    process.stdout.write(`seed ${seed}: ${violation.slice(0, 300)}\n`);
  const asked = Number.isFinite(seeds) ? seeds : total.seeds;
  const whole = total.seeds === asked && asked > 0;
  process.stdout.write(`${total.seeds} seeds, ${failed.length} violations\n`);
  return whole && failed.length === 0 ? 0 : 1;
}

function say(line: string): void {
  process.stderr.write(`sim: ${line}\n`);
}
