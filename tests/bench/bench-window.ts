import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { electronConfigs, pageConfig } from "./bundles.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

/** Otherwise the heap is told in steps, and seldom. */
const PRECISE = "--enable-precise-memory-info";

/** An Electron window on the built bench page. */
export interface BenchWindow {
  /** The page anew, with no database. */
  fresh(sealed?: boolean): Promise<Page>;
  close(): Promise<void>;
}

/** Plain Chromium on the same page: without the journal no save is measured. */
export async function openChromium(
  executablePath: string,
): Promise<BenchWindow> {
  const { folder, server, address } = await servedPages();
  const context = await chromium.launchPersistentContext(
    path.join(folder, "profile"),
    {
      executablePath,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        PRECISE,
      ],
    },
  );
  const page = await context.newPage();
  page.on("pageerror", (error) => process.stderr.write(`${error.stack}\n`));
  const session = await context.newCDPSession(page);
  await exposeMemory(page);
  return {
    async fresh(sealed = true) {
      await page.goto("about:blank");
      await session.send("Storage.clearDataForOrigin", {
        ...{ origin: address, storageTypes: "all" },
      });
      await page.goto(`${address}/${sealed ? "sealed" : "plain"}/index.html`);
      await page.waitForFunction(() => "bench" in globalThis);
      return page;
    },
    async close() {
      await context.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** For the page: bytes that its scripts use, after a collection, their buffers included. */
async function exposeMemory(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await page.exposeFunction("usedBytes", async () => {
    await session.send("HeapProfiler.collectGarbage");
    return page.evaluate(() => {
      const { memory } = performance as unknown as {
        memory: { usedJSHeapSize: number };
      };
      return memory.usedJSHeapSize;
    });
  });
}

async function servedPages() {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-bench-"));
  const pages = path.join(folder, "pages");
  for (const sealed of [true, false])
    await build(
      pageConfig(path.join(pages, sealed ? "sealed" : "plain"), sealed),
    );
  const server = await serve(pages);
  const { port } = server.address() as AddressInfo;
  return { folder, server, address: `http://127.0.0.1:${port}` };
}

export async function openBenchWindow(): Promise<BenchWindow> {
  const { folder, server, address } = await servedPages();
  const main = path.join(folder, "electron");
  for (const config of electronConfigs(main)) await build(config);
  const app = await _electron.launch({
    executablePath: process.env["CARNET_ELECTRON"] ?? "",
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      PRECISE,
      `--user-data-dir=${path.join(folder, "profile")}`,
      path.join(main, "main.cjs"),
      `${address}/sealed/index.html`,
      path.join(folder, "journal"),
    ],
  });
  const page = await app.firstWindow();
  page.on("pageerror", (error) => process.stderr.write(`${error.stack}\n`));
  await exposeMemory(page);
  return {
    async fresh(sealed = true) {
      // No page of the bench is open while its databases go.
      await page.goto("about:blank");
      await app.evaluate(({ session }) =>
        session.defaultSession.clearStorageData(),
      );
      await page.goto(`${address}/${sealed ? "sealed" : "plain"}/index.html`);
      await page.waitForFunction(() => "bench" in globalThis);
      return page;
    },
    async close() {
      await app.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://bench");
    readFile(path.join(folder, pathname)).then(
      (bytes) => {
        const type = TYPES[path.extname(pathname)];
        response
          .writeHead(200, {
            "content-type": type ?? "application/octet-stream",
            // An isolated page has a clock of microseconds; others have one of tenths of milliseconds.
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-embedder-policy": "require-corp",
          })
          .end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  return server;
}
