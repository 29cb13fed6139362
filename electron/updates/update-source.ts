import { createPublicKey, type KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** What `npm run dist` writes into the package's own package.json (build/dist/builder-config.ts). */
const Packaged = z.object({
  carnetUpdates: z
    .object({
      /** Absent where only a setting says where from. */
      address: z.string().optional(),
      /** Ed25519, SubjectPublicKeyInfo, base64. */
      publicKey: z.string(),
    })
    .optional(),
});

/** Where a package looks for its next version, and whose signature it believes. */
export interface UpdateSource {
  readonly address: string | null;
  readonly publicKey: KeyObject;
}

/** Null where this copy cannot replace itself: no key in it, or an archive that somebody unpacked. */
export function readUpdateSource(deps: {
  readonly appPath: string;
  readonly resourcesPath: string;
  readonly platform: NodeJS.Platform;
}): UpdateSource | null {
  const { carnetUpdates } = Packaged.parse(
    JSON.parse(readFileSync(path.join(deps.appPath, "package.json"), "utf8")),
  );
  if (carnetUpdates === undefined) return null;
  // Which package this is; electron-builder writes it into a .deb and an .rpm.
  const kind = path.join(deps.resourcesPath, "package-type");
  if (deps.platform === "linux" && !existsSync(kind)) return null;
  return {
    address: carnetUpdates.address ?? null,
    publicKey: createPublicKey({
      key: Buffer.from(carnetUpdates.publicKey, "base64"),
      ...{ format: "der", type: "spki" },
    }),
  };
}

/** As electron-updater names them. */
export function feedName(platform: NodeJS.Platform, arch: string): string {
  if (platform === "win32") return "latest.yml";
  if (platform === "darwin") return "latest-mac.yml";
  return arch === "x64" ? "latest-linux.yml" : `latest-linux-${arch}.yml`;
}
