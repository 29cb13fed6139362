import { execFileSync } from "node:child_process";
import { createHash, createPublicKey } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { builderConfig } from "../../../build/dist/builder-config.ts";
import { checksums } from "../../../build/dist/checksums.ts";
import { billOfMaterials } from "../../../build/dist/sbom.ts";
import {
  notesByLanguage,
  releaseNotes,
} from "../../../build/dist/release-notes.ts";
import {
  newSigningKey,
  publicKeyOf,
  readSigningKey,
} from "../../../build/dist/signing.ts";
import { writeFeeds } from "../../../build/dist/update-feed.ts";
import { UpdateFeed } from "../../../shared/ipc/updates.ts";
import { openFeed } from "../../../electron/updates/feed.ts";
import { temporaryFolder } from "../electron/temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const order = {
  ...{ version: "1.2.3", output: "/out", electron: "/electron" },
  electronVersion: "45.4.1",
};
const config = builderConfig(order);

test("the bill of materials names what ships, with licence and checksum, and nothing that only helps to build it", () => {
  const { components, bomFormat } = billOfMaterials(root, order) as {
    bomFormat: string;
    components: readonly {
      name: string;
      version: string;
      licenses: readonly { expression: string }[];
      hashes?: readonly { alg: string; content: string }[];
    }[];
  };
  expect(bomFormat).toBe("CycloneDX");
  const named = new Map(components.map((one) => [one.name, one]));
  expect(named.get("electron")?.version).toBe("45.4.1");
  for (const name of ["react", "rxdb", "dexie", "zod", "@mui/material"]) {
    const one = named.get(name);
    expect([name, one?.hashes?.[0]?.alg]).toEqual([name, "SHA-512"]);
    expect(one?.hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/);
  }
  for (const { name, licenses } of components)
    expect([name, licenses[0]?.expression]).not.toEqual([name, "NOASSERTION"]);
  for (const name of ["vitest", "electron-builder", "pouchdb-browser"])
    expect(named.has(name)).toBe(false);
});

test("checksums are of what is handed out, as sha256sum reads them", async () => {
  const folder = temporaryFolder();
  const handedOut = ["carnet_1.deb", "carnet-1.tar.gz", "INSTALL.txt"];
  for (const name of [...handedOut, "builder-debug.txt"])
    writeFileSync(path.join(folder, name), name);
  const sums = await checksums(folder);
  writeFileSync(path.join(folder, "SHA256SUMS"), sums);
  const check = () =>
    execFileSync("sha256sum", ["-c", "--strict", "SHA256SUMS"], {
      ...{ cwd: folder, encoding: "utf8", stdio: "pipe" },
    });
  expect(check().trim().split("\n")).toHaveLength(3);
  writeFileSync(path.join(folder, "carnet_1.deb"), "tampered");
  expect(check).toThrow();
});

test("on Windows the installer asks, serves every user, opens .vcf, and leaves the data", () => {
  expect(config.win?.target).toEqual([
    { target: "nsis", arch: ["x64", "arm64"] },
  ]);
  expect(config.nsis).toMatchObject({
    ...{ oneClick: false, perMachine: true, deleteAppDataOnUninstall: false },
  });
});

test("the installer for Windows has a name that its feed may say", () => {
  // Where it is not given, electron-builder's: "${productName} Setup ${version}.${ext}".
  const name = (config.nsis?.artifactName ?? "Carnet Setup ${version}.${ext}")
    .replace("${productName}", "Carnet")
    .replace("${version}", "1.2.3")
    .replace("${ext}", "exe");
  expect(UpdateFeed.shape.files.element.shape.url.parse(name)).toBe(
    "Carnet-Setup-1.2.3.exe",
  );
});

test("backups and cards open with the app on every system", () => {
  const extensions = (of: unknown) =>
    [of].flat().map((one) => (one as { ext: string }).ext);
  expect(extensions(config.fileAssociations)).toEqual(["carnetbackup"]);
  expect(extensions(config.win?.fileAssociations)).toEqual(["vcf"]);
  expect(extensions(config.mac?.fileAssociations)).toEqual(["vcf"]);
  expect(config.linux?.mimeTypes).toEqual(["text/vcard"]);
});

test("without a key for updates a package names no server; with one it does, and which package it is", () => {
  expect(config.publish).toBeNull();
  expect(config.extraMetadata).not.toHaveProperty("carnetUpdates");
  const updates = { publicKey: "AAAA", address: "https://files.example/" };
  const { publish, extraMetadata } = builderConfig({ ...order, updates });
  expect(publish).toMatchObject({ provider: "generic", url: updates.address });
  expect(extraMetadata).toMatchObject({ carnetUpdates: updates });
});

test("the feed names each package of its system by size and checksum, and an installed copy believes it", async () => {
  const folder = temporaryFolder();
  const keyFile = path.join(folder, "release.pem");
  newSigningKey(keyFile);
  expect(() => newSigningKey(keyFile)).toThrow("EEXIST");
  const key = readSigningKey(keyFile);
  for (const name of ["_1.2.3.deb", "-1.2.3.x86_64.rpm", "-1.2.3.tar.gz"])
    writeFileSync(path.join(folder, `c${name}`), name);
  for (const name of ["C-1.2.3-mac.zip", "c-Setup-1.2.3.exe"])
    writeFileSync(path.join(folder, name), name);
  writeFileSync(path.join(folder, "dev-linux.yml"), "of electron-builder");
  const names = await writeFeeds({
    ...{ folder, version: "1.2.3", key, notes: { en: "- New" } },
    at: new Date(0),
  });
  expect(names).toEqual(["latest-linux.yml", "latest.yml", "latest-mac.yml"]);
  expect(existsSync(path.join(folder, "dev-linux.yml"))).toBe(false);
  const publicKey = createPublicKey({
    key: Buffer.from(publicKeyOf(key), "base64"),
    ...{ format: "der", type: "spki" },
  });
  const read = (name: string) => readFileSync(path.join(folder, name));
  const feed = openFeed(
    read("latest-linux.yml"),
    read("latest-linux.yml.sig").toString(),
    publicKey,
  );
  expect(feed.files.map(({ url, size }) => [url, size])).toEqual([
    ["c-1.2.3.x86_64.rpm", 17],
    ["c_1.2.3.deb", 10],
  ]);
  expect(feed.files[1]?.sha512).toBe(
    createHash("sha512").update("_1.2.3.deb").digest("base64"),
  );
});

test("a package of another version is offered to nobody", async () => {
  const folder = temporaryFolder();
  const keyFile = path.join(temporaryFolder(), "release.pem");
  newSigningKey(keyFile);
  for (const name of ["c-1.2.2.exe", "c-1.2.33.exe", "c-1.2.3-dev.dmg"]) {
    const file = path.join(folder, name);
    writeFileSync(file, name);
    await expect(
      writeFeeds({
        ...{ folder, version: "1.2.3", notes: { en: "- New" } },
        ...{ key: readSigningKey(keyFile), at: new Date(0) },
      }),
    ).rejects.toThrow(`${name} is not of 1.2.3`);
    rmSync(file);
  }
});

test("people read of a version what the change log says of it", () => {
  const log =
    "# Changelog\n\n## 1.1.0 — 2027-01-01\n\n### Added\n\n- New.\n\n## 1.0.0\n\n- Old.\n";
  expect(releaseNotes(log, "1.1.0")).toBe("- New.");
  expect(releaseNotes(log, "1.0.0-dev")).toBe("- Old.");
  expect(releaseNotes(log, "9.9.9")).toBe("- New.");
  const long = `## 1.0.0\n\n${"- Something.\n".repeat(3_000)}`;
  const cut = releaseNotes(long, "1.0.0");
  expect(cut.length).toBeLessThanOrEqual(20_000);
  expect(cut.endsWith("- Something.")).toBe(true);
});

test("a version is told of in each language as the app itself tells of it; one that only mends by the change log", () => {
  const changelog = "## 1.2.1\n\n- Mended.\n\n## 1.2.0\n\n- Long.\n";
  const texts = {
    en: { "news.1_2.1": "Weeks.", "news.1_1.1": "Before." },
    "fr-CH": { "news.1_2.1": "Semaines." },
    "de-CH": { "news.1_2.1": "Wochen." },
    "it-CH": { "news.1_2.1": "Settimane." },
  };
  const notes = (version: string) =>
    notesByLanguage({ changelog, version, texts });
  expect(notes("1.2.0-dev")).toEqual({
    ...{ en: "- Weeks.", "fr-CH": "- Semaines." },
    ...{ "de-CH": "- Wochen.", "it-CH": "- Settimane." },
  });
  expect(notes("1.2.1")).toEqual({ en: "- Mended." });
  expect(notes("1.3.0")).toEqual({ en: "- Mended." });
});

test("on macOS there is a disk image for people and an archive for updates, hardened and notarised", () => {
  const targets = config.mac?.target as { target: string }[] | undefined;
  expect(targets?.map(({ target }) => target)).toEqual(["dmg", "zip"]);
  expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true });
  const { entitlements } = config.mac ?? {};
  expect(existsSync(path.join(root, entitlements ?? ""))).toBe(true);
});

test("every library of the .deb has its place among the requirements of the .rpm", () => {
  expect(config.rpm?.depends).toHaveLength(config.deb?.depends?.length ?? 0);
});
