import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** One version, packed as a release is, but not made small. */
export interface TrialPackages {
  readonly version: string;
  readonly folder: string;
  readonly deb: string;
  readonly rpm: string;
}

/** Packs `dist/` with the Electron of this machine, signed with `signingKey`, looking for its next version at `address`. */
export function makeTrialPackages(order: {
  readonly folder: string;
  readonly version: string;
  readonly signingKey: string;
  readonly address: string;
}): TrialPackages {
  const { folder, version } = order;
  const electron = path.dirname(process.env["CARNET_ELECTRON"] ?? "");
  const read = (name: string) =>
    readFileSync(path.join(electron, name), "utf8").trim().replace(/^v/, "");
  mkdirSync(folder, { recursive: true });
  const json = JSON.stringify({
    ...{ version, electron, electronVersion: read("version") },
    ...{ output: folder, signingKey: order.signingKey },
    address: order.address,
  });
  for (const step of ["unpacked", "deb", "rpm", "papers"])
    execFileSync(
      process.execPath,
      [path.join(root, "build/dist/make-package.ts"), step, json],
      {
        ...{ cwd: root, stdio: "pipe" },
        env: {
          ...process.env,
          CUSTOM_FPM_PATH: path.join(root, "build/dist/deb-package.mjs"),
          CARNET_PACKAGES_UNPACKED: "1",
        },
      },
    );
  const of = (end: string) =>
    path.join(
      folder,
      readdirSync(folder).find((name) => name.endsWith(end)) ?? `no ${end}`,
    );
  return { version, folder, deb: of(".deb"), rpm: of(".rpm") };
}
