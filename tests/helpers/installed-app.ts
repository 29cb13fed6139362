import { chromium, type Page } from "playwright-core";
import type { BareDebian } from "./bare-debian.ts";
import { freePort } from "./free-port.ts";
import { until } from "./until.ts";

export const PASSPHRASE = "correct horse battery staple";

/** An installed package that runs on a bare Debian, as one person starts it. */
export interface InstalledApp {
  /** Its window; after it has started anew, the new one's, opened with the passphrase. */
  page(): Promise<Page>;
  /** Resolves when the window that `page` gave is gone. */
  gone(page: Page): Promise<void>;
  close(): Promise<void>;
}

const DISPLAY = ":91";
/** What a program started on its screen finds. */
export const SCREEN = { DISPLAY };

export async function startInstalled(
  debian: BareDebian,
  user: string,
): Promise<InstalledApp> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // Electron refuses root otherwise.
  const flags = user === "root" ? ["--no-sandbox"] : [];
  debian.start(
    `exec carnet ${flags.join(" ")} --lang=en --remote-debugging-port=${port} --remote-debugging-address=127.0.0.1`,
    { user, env: { ...SCREEN, CARNET_PASSPHRASE: PASSPHRASE } },
  );
  const isUp = async () => {
    const answer = await fetch(`${address}/json/list`, {
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null);
    return (await answer?.text().catch(() => "")) ?? "";
  };
  return {
    async page() {
      await until(isUp, (seen) => seen.includes("app://carnet"), 180_000);
      const browser = await chromium.connectOverCDP(address);
      const page = browser.contexts()[0]?.pages()[0];
      if (!page) throw new Error("There is no window.");
      page.setDefaultTimeout(120_000);
      const bar = page.getByRole("contentinfo");
      const passphrase = page.getByLabel("Passphrase").first();
      await bar.or(passphrase).first().waitFor();
      if (await passphrase.isVisible()) {
        await passphrase.fill(PASSPHRASE);
        await page.keyboard.press("Enter");
      }
      await bar.waitFor();
      return page;
    },
    async gone(page) {
      await until(
        async () => page.isClosed() || !page.context().browser()?.isConnected(),
        (is) => is === true,
        180_000,
      );
    },
    close: () => debian.end(`remote-debugging-port=${port}`),
  };
}
