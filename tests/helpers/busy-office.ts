import { setTimeout as pause } from "node:timers/promises";
import type { Fetch } from "../../electron/server/http.ts";
import type { Administrator } from "./ask-server.ts";
import { busyPerson, sharedCompanies, type BusyPerson } from "./busy-person.ts";
import { liveDevice, type LiveDevice } from "./live-device.ts";
import { until } from "./until.ts";

/** Devices of as many people, connected, and the companies that all of them work on. */
export async function hire(
  url: string,
  admin: Administrator,
  count: number,
  fetch?: Fetch,
): Promise<BusyPerson[]> {
  const shared = sharedCompanies(10);
  const ids = shared.map(({ id }) => id);
  const people: BusyPerson[] = [];
  for (let n = 0; n < count; n++) {
    const name = `P${n}`;
    const code = await admin.invite(name);
    const device = await liveDevice({
      ...{ url, code, name },
      ...(fetch ? { fetch } : {}),
    });
    people.push(busyPerson(device, ids, name));
  }
  people[0]?.device.save(
    shared.map((after) => ({
      c: "contacts",
      id: after.id,
      before: null,
      after,
    })),
  );
  const known = () =>
    people.every(
      ({ device }) => device.read("contacts", ids[0] ?? "") !== null,
    );
  await until(async () => known(), Boolean);
  return people;
}

export interface Rhythm {
  /** Longest pause between two intentions. */
  readonly pauseMs: number;
  /** Who has so many unsent ones takes a break. */
  readonly waiting: number;
}

/** Works until told otherwise. */
export async function keepBusy(
  person: BusyPerson,
  working: () => boolean,
  rhythm: Rhythm = { pauseMs: 50, waiting: 20 },
): Promise<void> {
  while (working()) {
    if (person.device.waiting() < rhythm.waiting) person.work();
    await pause(Math.random() * rhythm.pauseMs);
  }
}

/** Devices that still had something to send when time was up. */
export async function stuckAfter(
  devices: readonly LiveDevice[],
  timeoutMs: number,
): Promise<readonly string[]> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const stuck = devices.filter((device) => device.waiting() > 0);
    if (stuck.length === 0 || performance.now() > end)
      return stuck.map(
        (device) =>
          `${device.name}: ${device.waiting()} unsent, ${device.problem()}`,
      );
    await pause(50);
  }
}
