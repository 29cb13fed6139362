import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, type Page } from "playwright-core";
import { build } from "vite";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** An Electron window on the built bench page. */
export interface BenchWindow {
  /** The page anew, with no database. */
  fresh(): Promise<Page>;
  close(): Promise<void>;
}

export async function openBenchWindow(): Promise<BenchWindow> {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-bench-"));
  const outDir = path.join(folder, "page");
  await build({
    configFile: path.join(import.meta.dirname, "vite.config.ts"),
    logLevel: "warn",
    build: { outDir },
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://bench");
    const file = path.join(outDir, pathname === "/" ? "index.html" : pathname);
    readFile(file).then(
      (bytes) => {
        const type = TYPES[path.extname(file)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type }).end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as AddressInfo;
  const app = await _electron.launch({
    executablePath: process.env["CARNET_ELECTRON"] ?? "",
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      `--user-data-dir=${path.join(folder, "profile")}`,
      path.join(import.meta.dirname, "main.cjs"),
      `http://127.0.0.1:${port}/`,
    ],
  });
  const page = await app.firstWindow();
  page.on("pageerror", (error) => process.stderr.write(`${error.stack}\n`));
  return {
    async fresh() {
      await page.reload();
      await page.evaluate(async () => {
        for (const { name } of await indexedDB.databases())
          await new Promise((done) => {
            const gone = indexedDB.deleteDatabase(name ?? "");
            gone.onsuccess = gone.onerror = gone.onblocked = done;
          });
      });
      await page.reload();
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
