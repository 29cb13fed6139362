import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { afterExtract } from "../../../build/dist/after-extract.ts";
import { builderConfig } from "../../../build/dist/builder-config.ts";
import { assertFuses } from "../../../build/dist/fuses.ts";
import { assertSealed } from "../../../build/dist/sealed-build.ts";
import { temporaryFolder } from "../electron/temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const config = builderConfig({
  version: "1.2.3",
  output: "/out",
  electron: "/electron",
  electronVersion: "45.4.1",
});

function dist(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  command = "dist",
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, "build/run.mjs"), command, ...args],
    { cwd: root, encoding: "utf8", env: { ...process.env, ...env } },
  );
  return { status, stdout, stderr };
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

test("a release is refused without the official Electron", () => {
  const { status, stdout, stderr } = dist(["--release"], {
    CARNET_ELECTRON_SOURCE: "fallback",
  });
  expect(stderr).toContain("a release is made with the official Electron");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
});

test("a release is refused without the key that installed copies know", () => {
  const env = { CARNET_UPDATE_KEY: "", CARNET_UPDATE_URL: "https://a.example" };
  const { status, stdout, stderr } = dist([], env, "release");
  expect(stderr).toContain("A release needs CARNET_UPDATE_KEY");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
});

test("a build that keeps data in clear is never packaged, ordered as one or found in dist/", () => {
  const { status, stderr } = dist([], { CARNET_BUILD_UNSEALED: "1" });
  expect(stderr).toContain("never packaged");
  expect(status).toBe(1);

  const main = (text: string) => folderWith({ "electron/main.cjs": text });
  expect(() => assertSealed(main("info: { sealed: true, dev }"))).not.toThrow();
  expect(() => assertSealed(main("info: { sealed: false, dev }"))).toThrow();
  expect(() => assertSealed(main("info: { dev }"))).toThrow();
});

test("an unknown flag is a mistake, not a package", () => {
  expect(dist(["--relaese"], {}).status).toBe(2);
});

test("the fuses of a package leave no way round the app", () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test("fuses are read back: an executable without the wanted ones is no package", async () => {
  const wire = (states: string) =>
    `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01${String.fromCharCode(states.length)}${states}`;
  const folder = folderWith({
    good: wire("01001100"),
    runsAsNode: wire("11001100"),
  });
  await assertFuses(path.join(folder, "good"));
  await expect(assertFuses(path.join(folder, "runsAsNode"))).rejects.toThrow(
    "the fuse runAsNode is not off",
  );
});

test("names stay what profiles, links and other systems know the app by", () => {
  expect(config).toMatchObject({
    appId: "ch.carnet.app",
    productName: "Carnet",
    linux: { executableName: "carnet" },
    protocols: [{ schemes: ["carnet"] }],
  });
});

test("a copy of Electron loses its default app, and is refused without its licences", async () => {
  const notices = { "LICENSE.electron.txt": "", "LICENSES.chromium.html": "" };
  const appOutDir = folderWith({
    ...notices,
    carnet: "",
    version: "33",
    "resources/default_app.asar/main.js": "",
  });
  await afterExtract({ appOutDir });
  expect(existsSync(path.join(appOutDir, "resources"))).toBe(true);
  expect(readdirSync(path.join(appOutDir, "resources"))).toEqual([]);

  await expect(
    afterExtract({ appOutDir: folderWith({ "LICENSE.electron.txt": "" }) }),
  ).rejects.toThrow("LICENSES.chromium.html");
});
