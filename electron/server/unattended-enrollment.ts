import { setTimeout as wait } from "node:timers/promises";
import { backoffMs } from "../../shared/sync/backoff.ts";
import type { Enrollment } from "../os/command-line.ts";
import type { ServerLink } from "./server-link.ts";

/**
 * Connects with an address and a code given from outside, in the background: the app opens at once, with or without a
 * network. Tries again until the server answers; a refused code is said once and given up.
 */
export async function enrollUnattended(deps: {
  readonly link: ServerLink;
  readonly enrollment: Enrollment;
  readonly deviceName: string;
  readonly random: () => number;
  readonly warn: (line: string) => void;
}): Promise<void> {
  const { link, enrollment, deviceName } = deps;
  for (let failures = 0; link.connection() === null; failures += 1) {
    const result = await link.connect({ ...enrollment, deviceName });
    if (result.status === "connected") return;
    if (!["unreachable", "not-carnet"].includes(result.reason)) {
      deps.warn(`enrolment: ${result.reason} (${result.detail})`);
      return;
    }
    await wait(backoffMs(failures, deps.random()), undefined, { ref: false });
  }
}
