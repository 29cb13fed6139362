import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import type { Bridge } from "../../shared/ipc/contract.ts";
import { asUser } from "./carnet-user.ts";
import { launch, type LaunchedApp } from "./electron-app.ts";
import {
  asNewerVersion,
  changeKeyring,
  FAULTS,
  fillDisk,
  smallDisk,
  spoilOneFile,
  type Fault,
} from "./fault-kinds.ts";

const PASSPHRASE = "correct horse battery staple";
const YEAR_MS = 366 * 86_400_000;
const PATIENCE_MS = 60_000;
const DOOR_MS = 15_000;

export interface FaultReport {
  readonly rounds: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Companies that were called saved, and those of them that a later start did not show. */
  readonly acknowledged: number;
  readonly missing: readonly string[];
  /** Half-typed names that a later start did not bring back. */
  readonly draftsLost: readonly string[];
  /** Rounds in which the app said what had happened before it opened. */
  readonly said: number;
  readonly failures: readonly string[];
}

/** Rounds of: save a company, leave another half typed, a fault, the next start; never connected, so nobody else has it. */
export async function faultRounds(options: {
  readonly rounds: number;
  readonly random?: () => number;
  readonly only?: readonly Fault[];
  readonly say?: (words: string) => void;
}): Promise<FaultReport> {
  const { rounds, random = Math.random, say = () => undefined } = options;
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-faults-"));
  const disk = smallDisk(folder);
  const profile = path.join(folder, "profile");
  const clock = path.join(folder, "clock.cjs");
  await writeFile(clock, "");
  const kinds = (options.only ?? FAULTS).filter(
    (kind) => disk !== null || kind !== "disk-full",
  );
  const acknowledged: string[] = [];
  const missing = new Set<string>();
  const draftsLost: string[] = [];
  const failures: string[] = [];
  const faults: Record<string, number> = {};
  let said = 0;
  let present: LaunchedApp | null = null;
  /** The file that this round has spoiled. */
  let spoiled = "";
  let code = "";

  async function start(): Promise<Page> {
    present = await launch({
      userDataDir: profile,
      args: ["--lang=en", "--work-date=2026-03-13"],
      before: ["-r", clock],
      env: { CARNET_PASSPHRASE: PASSPHRASE },
    });
    return present.page;
  }

  /** Through whatever the app says first, to the open notebook; true when it had something to say. */
  async function throughDoors(
    page: Page,
    helped: () => void = () => undefined,
  ): Promise<boolean> {
    // What is drawn first of an open notebook is not the same each time; its heading is no door.
    const bar = page
      .getByRole("contentinfo")
      .or(page.getByRole("navigation"))
      .first();
    const door = page.getByRole("heading", { level: 1 });
    const titles: string[] = [];
    for (let i = 0; i < 6; i++) {
      await bar.or(door).first().waitFor({ timeout: PATIENCE_MS });
      helped();
      if (await bar.isVisible()) return titles.length > 0;
      const title = await door.first().innerText();
      titles.push(title);
      if (title === "The keystore does not answer") {
        await page.getByRole("button", { name: /recovery code/ }).click();
        await page.getByLabel("Recovery code").fill(code);
        await page.getByLabel("New passphrase").fill(PASSPHRASE);
        await page.getByLabel("Repeat the passphrase").fill(PASSPHRASE);
        await page.keyboard.press("Enter");
      } else if (title === "Open the notebook") {
        await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
        await page.keyboard.press("Enter");
      } else
        // A door may open by itself: the page behind it has buttons, too, and none of them is meant.
        await page
          .locator("main")
          .filter({
            has: page.getByRole("heading", { name: title, exact: true }),
          })
          .locator("button.MuiButton-contained")
          .first()
          .click({ timeout: DOOR_MS })
          .catch(() => undefined);
      await page
        .getByText(title, { exact: true })
        .waitFor({ state: "hidden", timeout: PATIENCE_MS });
    }
    throw new Error(`Doors without end: ${titles.join(" / ")}`);
  }

  async function isListed(page: Page, name: string): Promise<boolean> {
    await asUser(page).filter(name);
    const row = page.getByRole("row").filter({ hasText: name });
    return row
      .first()
      .waitFor({ timeout: 15_000 })
      .then(
        () => true,
        () => false,
      );
  }

  async function look(page: Page, names: readonly string[]): Promise<void> {
    for (const name of names)
      if (!(await isListed(page, name))) missing.add(name);
  }

  async function kill(): Promise<void> {
    const pid = present?.process.pid;
    const ended = new Promise((done) => present?.process.once("exit", done));
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
    await ended;
    present = null;
  }

  async function end(): Promise<void> {
    await present?.close();
    present = null;
  }

  /** A new company by its key; once more where the key met a page that was just being drawn. */
  async function nameOfNew(page: Page): Promise<Locator> {
    const field = page.getByRole("dialog").getByLabel("Name", { exact: true });
    const pressed = async () => {
      // It came late, and no second one is wanted.
      if (await field.isVisible()) return;
      await asUser(page).leaveFields();
      await page.keyboard.press("c");
      await field.waitFor({ timeout: 15_000 });
    };
    await pressed().catch(async () => {
      // A disk that was full has closed the readable copy, and the status bar says so.
      const again = page.getByRole("button", { name: "Load again" });
      if (await again.isVisible()) {
        await again.click();
        await again.waitFor({ state: "hidden" });
        await throughDoors(page);
      }
      await pressed();
    });
    return field;
  }

  /** What is half typed, and was kept half a second later. */
  async function halfType(page: Page, name: string): Promise<void> {
    const field = await nameOfNew(page);
    await field.fill(name);
    await page.waitForTimeout(1_000);
  }

  async function draftIn(page: Page): Promise<string> {
    const field = await nameOfNew(page);
    await page.waitForTimeout(300);
    const name = await field.inputValue();
    await page.keyboard.press("Escape");
    return name;
  }

  async function round(n: number, kind: Fault): Promise<void> {
    const page = present?.page;
    if (!page) throw new Error("not started");
    spoiled = "";
    const user = asUser(page);
    const saved = `Runde ${n} Saved SA`;
    await user.newCompany(saved);
    acknowledged.push(saved);
    const draft = `Runde ${n} half typed`;
    await halfType(page, draft);
    const free = kind === "disk-full" ? fillDisk(profile) : () => undefined;
    if (kind === "killed" || kind === "disk-full") await kill();
    else await end();
    if (kind === "lost-file" || kind === "cut-file")
      spoiled = spoilOneFile(profile, kind, random);
    if (kind === "keyring") changeKeyring(profile);
    if (kind === "clock") {
      const by = random() < 0.5 ? -YEAR_MS : YEAR_MS;
      await writeFile(
        clock,
        `const now = Date.now; Date.now = () => now() + ${by};`,
      );
    }
    if (kind === "newer-version") {
      const undo = asNewerVersion(profile);
      const old = await start();
      await old
        .getByRole("heading", { name: "This notebook is from a newer version" })
        .waitFor({ timeout: PATIENCE_MS });
      said += 1;
      await end();
      undo();
    }
    // With a full disk it starts, too, and says what it cannot do; only then is there room again.
    const again = await start();
    if (await throughDoors(again, free)) said += 1;
    if (kind === "clock") await writeFile(clock, "");
    const found = await draftIn(again);
    if (found !== draft)
      draftsLost.push(`${kind} ${spoiled}: ${draft}, ${found}`);
    await look(again, [saved, ...acknowledged.slice(0, 1)]);
  }

  try {
    const first = await start();
    await throughDoors(first);
    await first.getByRole("button", { name: "Start empty" }).click();
    code = await recoveryCode(first);
    for (let n = 1; n <= rounds; n++) {
      const kind =
        n <= kinds.length
          ? kinds[n - 1]
          : kinds[Math.floor(random() * kinds.length)];
      if (kind === undefined) break;
      faults[kind] = (faults[kind] ?? 0) + 1;
      try {
        await round(n, kind);
        say(
          `round ${n}, ${kind} ${spoiled}: ${missing.size} missing, ${draftsLost.length} drafts lost`,
        );
      } catch (error) {
        failures.push(
          `round ${n}, ${kind} ${spoiled}: ${String(error).slice(0, 300)}`,
        );
        say(failures.at(-1) ?? "");
        if (present) await kill();
        const after = await start();
        await throughDoors(after);
        // Where every round but the first begins.
        await after.getByRole("link", { name: "Contacts" }).click();
      }
    }
    const last = (present as LaunchedApp | null)?.page ?? (await start());
    await look(last, acknowledged);
    return {
      ...{ rounds, faults, said, failures, draftsLost },
      acknowledged: acknowledged.length,
      missing: [...missing],
    };
  } finally {
    await end().catch(() => kill());
    disk?.unmount();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Through the settings, as a person has it made. */
async function recoveryCode(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { bridge } = globalThis as unknown as {
      bridge: Bridge;
    };
    const { code } = await bridge.invoke("vault/new-recovery", undefined);
    await bridge.invoke("vault/keep-recovery", { typed: code.slice(-4) });
    return code;
  });
}
