import { createHash } from "node:crypto";
import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";

/** What people download, not what lies unpacked beside it. */
const HANDED_OUT =
  /\.(deb|rpm|tar\.gz|AppImage|exe|dmg|zip|json|yml)$|^(INSTALL|THIRD-PARTY-NOTICES)\.txt$/;

/** As `sha256sum -c` reads it: one line a file of the folder, by name. */
export async function checksums(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!HANDED_OUT.test(name)) continue;
    const hash = createHash("sha256");
    await pipeline(createReadStream(path.join(folder, name)), hash);
    lines.push(`${hash.digest("hex")}  ${name}\n`);
  }
  return lines.join("");
}
