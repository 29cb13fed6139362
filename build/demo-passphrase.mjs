import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { say } from "./say.mjs";

/** Made once, in a file for its owner only. The app uses it only where the machine has no keystore. */
export function passphrase(file) {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
    say(
      `passphrase for a machine without a keystore: made at random in ${file}`,
    );
  }
  return readFileSync(file, "utf8");
}
