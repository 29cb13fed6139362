import { readdir, readFile } from "node:fs/promises";
import { openCarnet } from "../helpers/carnet-app.ts";
import { oneTurn } from "../helpers/use-app.ts";

const TURNS = 1;
const REST_MS = 20_000;

/**
 * What all processes of the app take when it has been used for a while and is left alone: everything is loaded, and what
 * the use has left is gone.
 *
 * @returns megabytes
 */
export async function memoryAfterUse(
  profile: string,
  round: number,
): Promise<number> {
  const carnet = await openCarnet({ profile });
  for (let turn = 0; turn < TURNS; turn++)
    await oneTurn(carnet, round * TURNS + turn);
  await carnet.page.waitForTimeout(REST_MS);
  const megabytes = await proportionalMegabytes(carnet.app.process.pid ?? 0);
  await carnet.close();
  return megabytes;
}

/** All processes of the app: memory that several share counts once. */
export async function proportionalMegabytes(group: number): Promise<number> {
  let kilobytes = 0;
  for (const pid of await readdir("/proc")) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (Number(fields[2]) !== group) continue;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(
      () => "",
    );
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return Math.round(kilobytes / 1024);
}
