import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { builderConfig } from "../../../build/dist/builder-config.ts";
import { checksums } from "../../../build/dist/checksums.ts";
import { billOfMaterials } from "../../../build/dist/sbom.ts";
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
  for (const name of ["carnet_1.deb", "carnet-1.tar.gz", "builder-debug.txt"])
    writeFileSync(path.join(folder, name), name);
  const sums = await checksums(folder);
  writeFileSync(path.join(folder, "SHA256SUMS"), sums);
  const check = () =>
    execFileSync("sha256sum", ["-c", "--strict", "SHA256SUMS"], {
      ...{ cwd: folder, encoding: "utf8", stdio: "pipe" },
    });
  expect(check().trim().split("\n")).toHaveLength(2);
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
