// A new laptop of a large company: the real app from its first start to "up to date", page by page and from a snapshot,
// in turn, against the same PostgreSQL.
import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { callerOf, enroll } from "../../server/auth/devices.ts";
import { invite } from "../../server/auth/invitations.ts";
import type { ServerDeps } from "../../server/deps.ts";
import { DEFAULTS, openServer } from "../../server/open-server.ts";
import { acceptPush } from "../../server/push/accept-push.ts";
import { openPostgres } from "../../server/storage/pg-sql.ts";
import { envelopeOf } from "../bench/page/bench-contacts.ts";
import { openCarnet } from "../helpers/carnet-app.ts";
import { createDatabase, startPostgres } from "../helpers/postgres.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";
import { startServerOn } from "../helpers/server-process.ts";

const { values } = parseArgs({
  options: {
    documents: { type: "string" },
    /** First syncs of each kind. */
    rounds: { type: "string" },
  },
});
const documents = figure(values.documents, 100_000);
const rounds = figure(values.rounds, 3);
const GROUPS = 200;

await runSoak("first-sync", async (say) => {
  const postgres = await startPostgres();
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-first-sync-"));
  try {
    const url = await createDatabase(postgres.url);
    const deps = await fill(url, say);
    const never = path.join(folder, "never.json");
    await writeFile(never, JSON.stringify({ snapshotFrom: 1_000_000_000 }));
    const servers = {
      pages: startServerOn(url, "--port", "0", "--config", never),
      snapshot: startServerOn(url, "--port", "0"),
    };
    const urls = {
      pages: (await servers.pages.next())["listening"] ?? "",
      snapshot: (await servers.snapshot.next())["listening"] ?? "",
    };
    const took: Record<keyof typeof urls, FirstSync[]> = {
      pages: [],
      snapshot: [],
    };
    // Made by whoever comes first; the others only fetch it.
    const made = await firstSync(deps, urls.snapshot, path.join(folder, "0"));
    say(`with the making of it: ${made.seconds} s`);
    for (let round = 1; round <= rounds; round++)
      for (const way of ["pages", "snapshot"] as const) {
        const profile = path.join(folder, `${way}-${round}`);
        const one = await firstSync(deps, urls[way], profile);
        await rm(profile, { recursive: true });
        took[way].push(one);
        say(`round ${round}, ${way}: ${JSON.stringify(one)}`);
      }
    for (const server of Object.values(servers)) await server.end("SIGTERM");
    const ratio = (of: keyof FirstSync) => {
      const ratios = took.pages
        .map((one, n) => one[of] / (took.snapshot[n]?.[of] ?? 1))
        .toSorted((a, b) => a - b);
      const median = ratios[Math.floor(ratios.length / 2)] ?? 0;
      return Math.round(median * 100) / 100;
    };
    return {
      ...{ ok: true, documents, makingSeconds: made.seconds, ...took },
      ...{ ratio: ratio("seconds"), cpuRatio: ratio("cpuSeconds") },
    };
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

async function fill(
  url: string,
  say: (words: string) => void,
): Promise<ServerDeps> {
  const deps = await openServer(await openPostgres(url), {
    ...DEFAULTS,
    clock: { now: () => Date.now() },
    version: "test",
    log: () => {},
  });
  const enrolled = await enroll(deps, {
    code: await newCode(deps),
    deviceName: "Office",
  });
  if (!enrolled) throw new Error("The code does not serve");
  const caller = await callerOf(deps, enrolled.access);
  let d = 0;
  for (let at = 0; at < documents; at += GROUPS) {
    const groups = Array.from({ length: GROUPS }, (_, n) => {
      const { id, v } = envelopeOf(at + n);
      // The server gives the numbers: hand-typed ones ahead of the series make each push look at all of them.
      const {
        no: _no,
        createdAt: _made,
        updatedAt: _changed,
        ...fields
      } = v ?? {};
      const ops = [{ c: "contacts", id, k: "ins", v: fields }];
      return { d: ++d, m: randomUUID(), hlc: `${Date.now()}.${n}`, ops };
    });
    const { answer } = await acceptPush(deps, caller, groups as never, null);
    const bad = answer.results.find(({ s }) => s === "rejected");
    if (bad) throw new Error(JSON.stringify(bad));
    if (at % 20_000 === 0) say(`${at} of ${documents} are there`);
  }
  return deps;
}

async function newCode(deps: ServerDeps): Promise<string> {
  const [tenant] = await deps.identities.tenants();
  if (!tenant) throw new Error("There is no company");
  const name = `P${randomUUID()}`;
  const person = { email: `${name}@carnet.example`, name };
  return invite(deps, tenant, { ...person, role: "salesperson" });
}

/** From the start of the app to "up to date": by the clock, and how long its processes were at work. */
interface FirstSync {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function firstSync(
  deps: ServerDeps,
  url: string,
  profile: string,
): Promise<FirstSync> {
  const code = await newCode(deps);
  const since = performance.now();
  const carnet = await openCarnet({ profile, server: { url, code } });
  await carnet.untilStatus(/Up to date/, 600_000);
  const seconds = Math.round((performance.now() - since) / 100) / 10;
  const cpuSeconds = await cpuOf(carnet.app.process.pid ?? 0);
  await carnet.close();
  return { seconds, cpuSeconds };
}

/** Of all processes of a group, in seconds; Linux counts in hundredths. */
async function cpuOf(group: number): Promise<number> {
  let ticks = 0;
  for (const pid of await readdir("/proc")) {
    if (!/^\d+$/.test(pid)) continue;
    const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The name of a program may hold anything, even a bracket.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (Number(fields[2]) === group)
      ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / 100;
}
