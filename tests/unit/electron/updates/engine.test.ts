import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DebUpdater, Provider } from "electron-updater";
import { expect, test } from "vitest";
import { createEngine } from "../../../../electron/updates/engine.ts";
import { Tampered } from "../../../../electron/updates/feed.ts";
import type { UpdateFeed } from "../../../../shared/ipc/updates.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** electron-updater's own for a .deb, on a folder of ours; `send` is the line. */
function engineOn(send: (name: string) => string) {
  const folder = temporaryFolder();
  const updater = new DebUpdater(null, {
    ...{ version: "0.1.0", name: "carnet", isPackaged: true },
    appUpdateConfigPath: path.join(folder, "app-update.yml"),
    ...{ userDataPath: folder, baseCachePath: folder },
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  });
  writeFileSync(
    path.join(folder, "app-update.yml"),
    "provider: custom\nupdaterCacheDirName: carnet\n",
  );
  Object.assign(updater, {
    httpExecutor: {
      download: async (url: URL, file: string) =>
        writeFileSync(file, send(path.basename(url.pathname))),
    },
  });
  const engine = createEngine({
    ...{ updater, Provider, note: () => undefined },
    install: async () => true,
  });
  return { engine, pending: path.join(folder, "carnet/pending") };
}

function feedOf(version: string): UpdateFeed {
  const url = `carnet_${version}_amd64.deb`;
  const sha512 = createHash("sha512").update(url).digest("base64");
  return {
    ...{ version, releaseDate: "2026-11-29T08:00:00.000Z" },
    ...{ files: [{ url, sha512, size: url.length }], notes: { en: "" } },
  };
}

const SERVER = "https://files.example/";

test("a fetch that comes to nothing leaves what was fetched before it, without asking for it again", async () => {
  const asked: string[] = [];
  let comes: (name: string) => string = (name) => name;
  const { engine, pending } = engineOn((name) => {
    asked.push(name);
    return comes(name);
  });
  const fetch = async (version: string) => {
    expect(await engine.isNewer(feedOf(version), SERVER)).toBe(true);
    return engine.fetch(() => undefined);
  };
  await fetch("0.2.0");
  for (comes of [
    () => {
      throw new Error("net::ERR_CONNECTION_RESET");
    },
    () => "something else",
  ]) {
    await expect(fetch("0.3.0")).rejects.toThrow();
    await engine.putBack();
    await engine.check();
  }
  const old = path.join(pending, "carnet_0.2.0_amd64.deb");
  expect(readFileSync(old, "utf8")).toBe("carnet_0.2.0_amd64.deb");
  comes = (name) => name;
  await fetch("0.3.0");
  await engine.check();
  expect(existsSync(old)).toBe(false);
  expect(existsSync(`${pending}-before`)).toBe(false);
  expect(asked.filter((name) => name.includes("0.2.0"))).toHaveLength(1);
});

test("what was changed on the disk meanwhile is fetched anew and not put back", async () => {
  const { engine, pending } = engineOn((name) => {
    if (name.includes("0.3.0")) throw new Error("net::ERR_FAILED");
    return name;
  });
  await engine.isNewer(feedOf("0.2.0"), SERVER);
  await engine.fetch(() => undefined);
  const file = path.join(pending, "carnet_0.2.0_amd64.deb");
  writeFileSync(file, "something else");
  await expect(engine.check()).rejects.toThrow(Tampered);
  await engine.isNewer(feedOf("0.3.0"), SERVER);
  await expect(engine.fetch(() => undefined)).rejects.toThrow();
  await engine.putBack();
  await engine.check();
  expect(readFileSync(file, "utf8")).toBe("carnet_0.2.0_amd64.deb");
});

test("what has replaced another one is left where it is when the next fetch ends before it began", async () => {
  const { engine, pending } = engineOn((name) => name);
  for (const version of ["0.2.0", "0.3.0"]) {
    await engine.isNewer(feedOf(version), SERVER);
    await engine.fetch(() => undefined);
  }
  await engine.isNewer(feedOf("0.4.0"), SERVER);
  // Somebody holds the folder: it cannot be set aside.
  renameSync(pending, `${pending}-held`);
  await expect(engine.fetch(() => undefined)).rejects.toThrow("ENOENT");
  renameSync(`${pending}-held`, pending);
  await engine.putBack();
  await engine.check();
  const file = path.join(pending, "carnet_0.3.0_amd64.deb");
  expect(readFileSync(file, "utf8")).toBe("carnet_0.3.0_amd64.deb");
});
