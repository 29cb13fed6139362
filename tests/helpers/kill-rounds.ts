import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCarnet, type Carnet } from "./carnet-app.ts";
import { until } from "./until.ts";

export interface KillReport {
  readonly rounds: number;
  /** Companies of which the window had said that they are saved. */
  readonly acknowledged: number;
  /** Acknowledged ones that a later start did not show. */
  readonly missing: readonly string[];
}

/**
 * Rounds of: type companies as fast as the window takes them, SIGKILL the whole process group at a random moment,
 * start again, look for everything that had been acknowledged. Never connected: the journal is the only record.
 */
export async function killRounds(rounds: number): Promise<KillReport> {
  const profile = await mkdtemp(path.join(tmpdir(), "carnet-kill-"));
  const acknowledged: string[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      const carnet = await openCarnet({ profile });
      await start(carnet, round);
      const typing = typeCompanies(carnet, round, acknowledged);
      // On a slow machine nothing might be saved in all that time, and nothing be proved.
      if (round === rounds)
        await until(
          () => Promise.resolve(acknowledged.length),
          (count) => count > 0,
          60_000,
        );
      await new Promise((done) => setTimeout(done, 800 + Math.random() * 2500));
      await carnet.kill();
      await typing;
    }
    return {
      rounds,
      acknowledged: acknowledged.length,
      missing: await missingIn(profile, acknowledged),
    };
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

async function start(carnet: Carnet, round: number): Promise<void> {
  if (round === 1)
    await carnet.page.getByRole("button", { name: "Start empty" }).click();
  await carnet.page.getByRole("button", { name: "New", exact: true }).waitFor();
}

/** Enters companies until the window is gone; a name counts once the app has called it saved. */
export async function typeCompanies(
  carnet: Carnet,
  round: number,
  acknowledged: string[],
): Promise<void> {
  try {
    for (let n = 1; ; n++) {
      const name = `Tour ${round} numéro ${n} SA`;
      await carnet.newCompany(name);
      acknowledged.push(name);
    }
  } catch {
    // The window is gone: that is what the round is for.
  }
}

async function missingIn(
  profile: string,
  acknowledged: readonly string[],
): Promise<readonly string[]> {
  const carnet = await openCarnet({ profile });
  const missing: string[] = [];
  for (const name of acknowledged) {
    await carnet.filter(name);
    const row = carnet.page.getByRole("row", { name });
    await row
      .first()
      .waitFor({ timeout: 30_000 })
      .catch(() => missing.push(name));
  }
  await carnet.close();
  return missing;
}
