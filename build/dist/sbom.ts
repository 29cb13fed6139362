import { readFileSync } from "node:fs";
import path from "node:path";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
}

/**
 * What a package of Carnet is made of, as CycloneDX 1.6: Electron, and every package that the lock file holds for more than
 * development, with its licence and the checksum it was fetched by.
 */
export function billOfMaterials(
  root: string,
  order: { readonly version: string; readonly electronVersion: string },
): object {
  const lock = JSON.parse(
    readFileSync(path.join(root, "package-lock.json"), "utf8"),
  ) as { readonly packages: Readonly<Record<string, Locked>> };
  const components = Object.entries(lock.packages).flatMap(
    ([where, { version, license, integrity, dev, optional }]) => {
      const name = where.split("node_modules/").at(-1) ?? "";
      if (name === "" || dev || optional || version === undefined) return [];
      const [, algorithm, digest] =
        /^(sha\d+)-(.+)$/.exec(integrity ?? "") ?? [];
      return [
        {
          type: "library",
          name,
          version,
          purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
          licenses: [{ expression: license ?? "NOASSERTION" }],
          ...(algorithm && digest
            ? {
                hashes: [
                  {
                    alg: algorithm.toUpperCase().replace("SHA", "SHA-"),
                    content: Buffer.from(digest, "base64").toString("hex"),
                  },
                ],
              }
            : {}),
        },
      ];
    },
  );
  const { electronVersion, version } = order;
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        name: "carnet",
        version,
        licenses: [{ expression: "MIT" }],
      },
    },
    components: [
      {
        type: "framework",
        name: "electron",
        version: electronVersion,
        purl: `pkg:npm/electron@${electronVersion}`,
        licenses: [{ expression: "MIT" }],
      },
      ...components,
    ],
  };
}
