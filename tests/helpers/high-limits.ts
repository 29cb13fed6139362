import { fileURLToPath } from "node:url";
import { readSettings } from "../../server/settings.ts";

/** `--config` of a server whose limits nobody reaches: for tests and proofs that are about something else. */
export const HIGH_LIMITS_FILE = fileURLToPath(
  new URL("../fixtures/high-limits.json", import.meta.url),
);
export const HIGH_LIMITS = readSettings(HIGH_LIMITS_FILE).limits;
