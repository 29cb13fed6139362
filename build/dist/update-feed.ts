import { createHash, type KeyObject } from "node:crypto";
import {
  createReadStream,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { UpdateFeed } from "../../shared/ipc/updates.ts";
import { signFile } from "./signing.ts";

/** Which packages which system replaces itself by; an archive for Linux is replaced by hand. */
const FEEDS = [
  { name: "latest-linux.yml", packages: /\.(deb|rpm|AppImage)$/ },
  { name: "latest.yml", packages: /\.exe$/ },
  { name: "latest-mac.yml", packages: /\.(zip|dmg)$/ },
];

/**
 * Writes what installed copies look at, for every system that there is a package of in `folder`, signed; answers the names.
 * Those that electron-builder has written go: they name the packages of its last run only, and nobody has signed them.
 * Throws where one is of another version: installed copies would fetch it again and again.
 */
export async function writeFeeds(deps: {
  readonly folder: string;
  readonly version: string;
  readonly at: Date;
  readonly notes: UpdateFeed["notes"];
  readonly key: KeyObject;
}): Promise<readonly string[]> {
  const { folder, version, notes, key } = deps;
  const written: string[] = [];
  for (const file of readdirSync(folder))
    if (file.endsWith(".yml")) rmSync(path.join(folder, file));
  for (const { name, packages } of FEEDS) {
    const found = readdirSync(folder).filter((file) => packages.test(file));
    if (found.length === 0) continue;
    const files: UpdateFeed["files"] = [];
    for (const url of found.sort()) {
      if (!isOf(url, version)) throw new Error(`${url} is not of ${version}`);
      const file = path.join(folder, url);
      const hash = createHash("sha512");
      await pipeline(createReadStream(file), hash);
      const sha512 = hash.digest("base64");
      files.push({ url, sha512, size: statSync(file).size });
    }
    const releaseDate = deps.at.toISOString();
    const feed = UpdateFeed.parse({ version, releaseDate, files, notes });
    // JSON is YAML; one syntax is enough to check.
    const file = path.join(folder, name);
    writeFileSync(file, `${JSON.stringify(feed, null, 2)}\n`);
    signFile(file, key);
    written.push(name);
  }
  return written;
}

/** `C-1.2.3-mac.zip`, `c_1.2.3_amd64.deb`; 1.2.3-dev is another version than 1.2.3. */
function isOf(file: string, version: string): boolean {
  const [before = "", after] = file.split(version);
  return /[-_]$/.test(before) && !/^(\d|-dev)/.test(after ?? "");
}
