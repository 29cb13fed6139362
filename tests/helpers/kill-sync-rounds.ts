import { setTimeout as pause } from "node:timers/promises";
import type { EnrollAnswer, PullAnswer } from "../../shared/sync/protocol.ts";
import { askServer } from "./ask-server.ts";
import { busyPerson, sharedCompanies } from "./busy-person.ts";
import type { Carnet } from "./carnet-app.ts";
import { typeCompanies, type KillReport } from "./kill-rounds.ts";
import { liveDevice } from "./live-device.ts";
import { loopbackProxy } from "./loopback-proxy.ts";
import { openOffice } from "./office.ts";
import { until } from "./until.ts";

export interface KillSyncReport extends KillReport {
  /** Rounds that ended while a push, or a pull, had been sent and not been answered for more than a moment. */
  readonly midPush: number;
  readonly midPull: number;
  /** Companies that are on the server more than once. */
  readonly doubled: readonly string[];
  /** Contacts on the server and in the window's list, at the end. */
  readonly onServer: number;
  readonly inWindow: number;
}

/** What came last through the line, so that a kill can wait for it. */
interface Line {
  heard: (path: string) => void;
}

/**
 * Rounds of: the app is online, a colleague changes cards without a pause, a person enters companies; SIGKILL to the
 * whole process group within 60 ms of a push or a pull that the app has sent. At the end everything that the window
 * had called saved is on the server, once, and the window lists as many contacts as the server has.
 */
export async function killSyncRounds(
  rounds: number,
  say: (words: string) => void = () => {},
): Promise<KillSyncReport> {
  const office = await openOffice();
  const line: Line = { heard: () => {} };
  const proxy = await loopbackProxy(office.url(), (path) => {
    line.heard(path);
    return false;
  });
  const colleague = await busyColleague(office.url(), await office.invite("B"));
  const acknowledged: string[] = [];
  const killed = { midPush: 0, midPull: 0 };
  const through = { through: proxy.url };
  try {
    for (let round = 1; round <= rounds; round++) {
      const carnet = await office.laptop("A", {
        ...through,
        connect: round === 1,
      });
      await carnet.page
        .getByRole("button", { name: "New", exact: true })
        .waitFor();
      const before = acknowledged.length;
      const typing = typeCompanies(carnet, round, acknowledged);
      await until(
        async () => acknowledged.length,
        (count) => count > before,
        60_000,
      );
      await pause(Math.random() * 2_000);
      const path = await next(line, round % 3 === 0 ? "/pull" : "/push");
      await pause(Math.random() * 60);
      await carnet.kill();
      await typing;
      if (path.endsWith("/push")) killed.midPush += 1;
      if (path.endsWith("/pull")) killed.midPull += 1;
      if (round % 5 === 0)
        say(`round ${round} of ${rounds}, ${acknowledged.length} saved`);
    }
    await colleague.stop();
    const carnet = await office.laptop("A", through);
    await carnet.untilStatus(/Up to date/, 120_000);
    const names = await namesOn(office.url(), await office.invite("Reader"));
    const inWindow = await listed(carnet, names.length);
    const missing = acknowledged.filter((name) => !names.includes(name));
    return {
      rounds,
      ...killed,
      acknowledged: acknowledged.length,
      missing: [...missing, ...colleague.person.misses()],
      doubled: names.filter((name, n) => names.indexOf(name) !== n),
      onServer: names.length,
      inWindow,
    };
  } finally {
    await colleague.stop();
    await office.close();
    await proxy.close();
  }
}

async function busyColleague(url: string, code: string) {
  const device = await liveDevice({ url, code, name: "B" });
  const shared = sharedCompanies(5);
  const ids = shared.map(({ id }) => id);
  device.save(
    shared.map((after) => ({
      c: "contacts",
      id: after.id,
      before: null,
      after,
    })),
  );
  const person = busyPerson(device, ids, "B");
  let working = true;
  const work = (async () => {
    while (working) {
      if (device.waiting() < 20) person.work();
      await pause(50 + Math.random() * 200);
    }
    await until(
      async () => device.waiting(),
      (waiting) => waiting === 0,
      60_000,
    );
  })();
  return {
    person,
    async stop() {
      working = false;
      await work;
      device.stop();
    },
  };
}

/** Its path as soon as the app sends one; empty when it sends none for a while. */
async function next(line: Line, kind: "/push" | "/pull"): Promise<string> {
  const heard = new Promise<string>((resolve) => {
    line.heard = (path) => {
      if (path.endsWith(kind)) resolve(path);
    };
  });
  return Promise.race([heard, pause(20_000, "", { ref: false })]);
}

async function namesOn(url: string, code: string): Promise<readonly string[]> {
  const { access } = await askServer<EnrollAnswer>(url, "/v1/enroll", {
    code,
    deviceName: "Reader",
  });
  const names: string[] = [];
  let cursors: Record<string, number> = { contacts: 0 };
  for (;;) {
    const page: PullAnswer = await askServer<PullAnswer>(
      url,
      "/v1/sync/pull",
      { proto: 1, schema: 1, epoch: null, cursors, limit: 1000 },
      access,
    );
    names.push(
      ...page.docs.flatMap(({ v }) => (v ? [v["name"] as string] : [])),
    );
    if (!page.more) return names;
    cursors = page.cursors;
  }
}

/** How many contacts the list says that it has; looked at until it is what is expected, or for a minute. */
async function listed(carnet: Carnet, expected: number): Promise<number> {
  await carnet.page.evaluate(() => {
    location.hash = "/contacts";
  });
  const total = async () =>
    Number(
      await carnet.page.getByRole("grid").first().getAttribute("aria-rowcount"),
    );
  const end = performance.now() + 60_000;
  while ((await total()) !== expected && performance.now() < end)
    await pause(500);
  return total();
}
