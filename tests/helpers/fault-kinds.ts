import { execFileSync } from "node:child_process";
import {
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/** What happens to a profile between two starts; each gives what helps the next start, and says what it did. */
export const FAULTS = [
  "lost-file",
  "cut-file",
  "killed",
  "keyring",
  "newer-version",
  "clock",
  "disk-full",
] as const;
export type Fault = (typeof FAULTS)[number];

/** Chromium's marks of the running program: not anybody's data, and not there when it does not run. */
const RUNNING = /Singleton|lockfile|^running$|LOCK$/;

/** Deletes or cuts one file of the profile, any of them. */
export function spoilOneFile(
  profile: string,
  how: "lost-file" | "cut-file",
  random: () => number,
): string {
  const files = readdirSync(profile, { recursive: true, encoding: "utf8" })
    .filter((name) => {
      const found = statSync(path.join(profile, name), {
        throwIfNoEntry: false,
      });
      return found?.isFile() && !RUNNING.test(path.basename(name));
    })
    .sort();
  // Half of them ours: of Chromium's there are many, and most are caches.
  const ours = files.filter((name) => /^(carnet|IndexedDB)\//.test(name));
  const among = random() < 0.5 ? ours : files;
  const name = among[Math.floor(random() * among.length)] ?? "";
  const file = path.join(profile, name);
  if (how === "lost-file") rmSync(file);
  else truncateSync(file, Math.floor(statSync(file).size * random()));
  return name;
}

/** As after a change of the keyring: what had wrapped the key is no longer to be had. */
export function changeKeyring(profile: string): void {
  for (const name of ["vault.json", "vault.copy.json"]) {
    const file = path.join(profile, "carnet", name);
    const vault = JSON.parse(readFileSync(file, "utf8")) as object;
    const wrapped = Buffer.from("of another keyring").toString("base64");
    writeFileSync(
      file,
      JSON.stringify({ ...vault, protectedBy: "keystore", wrapped }),
    );
  }
}

/** Gives what undoes it: the newer version again. */
export function asNewerVersion(profile: string): () => void {
  const file = path.join(profile, "carnet", "format.json");
  const before = readFileSync(file);
  writeFileSync(file, '{"store":99}');
  return () => writeFileSync(file, before);
}

/** A small disk of its own; null where that cannot be had. */
export function smallDisk(folder: string): { unmount(): void } | null {
  try {
    const size = ["-o", "size=400m", "tmpfs"];
    execFileSync("mount", ["-t", "tmpfs", ...size, folder], {
      stdio: "ignore",
    });
    return { unmount: () => execFileSync("umount", ["-l", folder]) };
  } catch {
    return null;
  }
}

/** Leaves not a byte; gives what frees it again. */
export function fillDisk(profile: string): () => void {
  const file = path.join(profile, "filler");
  try {
    execFileSync("dd", ["if=/dev/zero", `of=${file}`, "bs=64k"], {
      stdio: "ignore",
    });
  } catch {
    // "No space left on device": that is what was wanted.
  }
  return () => rmSync(file, { force: true });
}
