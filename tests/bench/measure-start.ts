import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCarnet } from "../helpers/carnet-app.ts";
import { openFeedServer } from "./feed-server.ts";
import { untilKept } from "./kept-projection.ts";
import { FIRST_SYNC_MS, listed } from "./measure-app.ts";
import { rowsOfRounds, type BenchRow } from "./report.ts";

const root = path.resolve(import.meta.dirname, "../..");

interface Build {
  readonly name: "sealed" | "start-plain";
  readonly mainFile?: string;
  readonly profile: string;
  readonly times: number[];
}

/**
 * What sealing costs a start, from the start of the process to the list: the same company in the build that ships and in
 * one that keeps everything in clear, in turns.
 */
export async function measureStart(
  n: number,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly BenchRow[]> {
  execFileSync(process.execPath, [path.join(root, "build/build-all.ts")], {
    ...{ cwd: root, stdio: ["ignore", "ignore", 2] },
    env: { ...process.env, CARNET_BUILD_UNSEALED: "1" },
  });
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-bench-start-"));
  const build = (name: Build["name"], mainFile?: string): Build => ({
    ...{ name, profile: path.join(folder, name), times: [] },
    ...(mainFile ? { mainFile } : {}),
  });
  const sealed = build("sealed");
  const plain = build(
    "start-plain",
    path.join(root, "dist-unsealed/electron/main.cjs"),
  );
  try {
    for (const one of [sealed, plain]) await fill(one, n);
    for (let turn = 0; turn < rounds; turn++)
      for (const one of turn % 2 === 0 ? [sealed, plain] : [plain, sealed]) {
        one.times.push(await startOf(one));
        say(`start, ${one.name}: ${Math.round(one.times.at(-1) ?? 0)} ms`);
      }
    const peers = new Map([[plain.name, plain.times]]);
    return rowsOfRounds("start", n, sealed.times, peers);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(build: Build, n: number): Promise<void> {
  const server = await openFeedServer(n);
  const carnet = await openCarnet({
    ...build,
    server: { url: server.url, code: "bench" },
  });
  await carnet.untilStatus(/Up to date/, FIRST_SYNC_MS);
  await listed(carnet);
  await untilKept(carnet);
  await carnet.close();
  server.close();
}

async function startOf(build: Build): Promise<number> {
  const since = performance.now();
  const carnet = await openCarnet(build);
  await listed(carnet);
  const took = performance.now() - since;
  await carnet.close();
  return took;
}
