import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { callerOf, enroll } from "../../server/auth/devices.ts";
import { addTenant, invite } from "../../server/auth/invitations.ts";
import type { ServerDeps } from "../../server/deps.ts";
import { DEFAULTS, openServer } from "../../server/open-server.ts";
import { pullPage } from "../../server/pull/pull-page.ts";
import { acceptPush } from "../../server/push/accept-push.ts";
import type { Caller } from "../../server/push/caller.ts";
import type { Tenant } from "../../server/storage/identity-storage.ts";
import { openPostgres, POSTGRES_LIMITS } from "../../server/storage/pg-sql.ts";
import { isBusyError, type Sql } from "../../server/storage/sql.ts";
import type { Op } from "../../shared/sync/protocol.ts";

export interface FeedTrapReport {
  /** Places in the feed that were given. */
  readonly rows: number;
  /** Documents of which a reader has missed the last change, summed over the readers. */
  readonly lost: number;
  /** Pages on which a document came with an older place than before. */
  readonly backwards: number;
  /** Pushes and pages that were answered "busy" and asked for again. */
  readonly busy: number;
}

export interface Trap {
  readonly writers: number;
  readonly seconds: number;
  /** Ends earlier, once so many places in the feed have been given. */
  readonly rows?: number;
  readonly say?: (words: string) => void;
}

const PROGRESS_MS = 10_000;

/** Between the last statement and the commit: one writer in five holds for a moment. */
export async function randomHold(): Promise<void> {
  if (Math.random() < 0.2) await pause(16 * Math.random());
}

/**
 * Writers that commit in another order than they began, and readers that follow the feed meanwhile: they push and
 * pull as the routes do, over two servers of one database, so that nothing within one process could hide a fault.
 */
export async function trapOurFeed(
  databaseUrl: string,
  { writers, seconds, rows: enough = Infinity, say = () => {} }: Trap,
): Promise<FeedTrapReport> {
  // A machine that is busy with other things may need long to open them all.
  const limits = {
    ...POSTGRES_LIMITS,
    ...{ connections: writers, connectMs: 120_000 },
  };
  const sqls = await Promise.all(
    [1, 2].map(() => openPostgres(databaseUrl, () => {}, limits)),
  );
  const servers = await Promise.all(sqls.map(holdingServer));
  const [first] = servers;
  if (!first) throw new Error("There are two servers");
  const tenant = await addTenant(first, "Trap");
  const device = (name: string, n: number) =>
    openDevice(servers[n % servers.length] ?? first, tenant, name + n);

  const office = await device("Office", 0);
  const shared = Array.from({ length: 10 }, () => randomUUID());
  await office.push(shared.map(company));

  const state = { writing: true, done: false };
  const write = async (n: number) => {
    const laptop = await device("Writer", n);
    for (let on = true; state.writing; on = !on)
      await laptop.push([
        company(randomUUID()),
        member(shared[n % shared.length] ?? "", `G${n}`, on ? "add" : "rem"),
      ]);
    return laptop.busy();
  };
  const follow = async (n: number) => {
    const laptop = await device("Reader", n);
    return laptop.follow(10 + 100 * n, () => state.done);
  };
  const writing = Promise.all(
    Array.from({ length: writers }, (_, n) => write(n)),
  );
  const following = Promise.all([0, 1, 2, 3].map(follow));
  const end = performance.now() + seconds * 1_000;
  for (let reached = 0; reached < enough && performance.now() < end;) {
    await pause(Math.max(0, Math.min(PROGRESS_MS, end - performance.now())));
    reached = (await first.storage.head(tenant.tenantId)).seq;
    say(`${reached} rows`);
  }
  state.writing = false;
  const busy = await writing;
  state.done = true;
  const readers = await following;
  const truth = await first.sql.query<{ id: string; seq: number }>(
    `SELECT id, seq FROM doc WHERE tenant_id = $1 AND bucket = 'all'`,
    [tenant.tenantId],
  );
  const { seq: rows } = await first.storage.head(tenant.tenantId);
  await Promise.all(sqls.map((sql) => sql.close()));
  return {
    rows,
    lost: readers
      .map(({ seen }) => truth.filter(({ id, seq }) => seen.get(id) !== seq))
      .reduce((sum, missed) => sum + missed.length, 0),
    backwards: readers.reduce((sum, reader) => sum + reader.backwards, 0),
    busy: [...busy, ...readers.map((reader) => reader.busy)].reduce(
      (sum, count) => sum + count,
      0,
    ),
  };
}

type HoldingServer = ServerDeps & { readonly sql: Sql };

async function holdingServer(sql: Sql): Promise<HoldingServer> {
  const deps = await openServer(sql, {
    ...DEFAULTS,
    clock: { now: () => Date.now() },
    log: () => {},
    version: "test",
  });
  const { storage } = deps;
  return {
    ...deps,
    sql,
    storage: {
      ...storage,
      write: (tenantId, reserve, work) =>
        storage.write(tenantId, reserve, async (tenant) => {
          const result = await work(tenant);
          await randomHold();
          return result;
        }),
    },
  };
}

async function openDevice(deps: HoldingServer, tenant: Tenant, name: string) {
  const code = await invite(deps, tenant, {
    email: `${name}@carnet.example`,
    name,
    role: "salesperson",
  });
  const enrolled = await enroll(deps, { code, deviceName: name });
  const caller = await callerOf(deps, enrolled?.access ?? null);
  let d = 0;
  let busy = 0;
  return {
    busy: () => busy,
    /** Until it is taken, as a laptop would; a refusal is a fault of this test. */
    async push(ops: readonly Op[]): Promise<void> {
      const hlc = `${Date.now()}.0`;
      const groups = [{ d: ++d, m: randomUUID(), hlc, ops: [...ops] }];
      for (;;) {
        try {
          const { answer } = await acceptPush(deps, caller, groups);
          const bad = answer.results.find(({ s }) => s === "rejected");
          if (bad) throw new Error(JSON.stringify(bad));
          return;
        } catch (error) {
          if (!isBusyError(error)) throw error;
          busy += 1;
        }
      }
    },
    follow: (limit: number, done: () => boolean) =>
      follow(deps, caller, limit, done),
  };
}

async function follow(
  deps: ServerDeps,
  caller: Caller,
  limit: number,
  done: () => boolean,
) {
  const seen = new Map<string, number>();
  let backwards = 0;
  let busy = 0;
  let cursors: Record<string, number> = { contacts: 0 };
  for (;;) {
    // Asked before the page: it then holds all that was written.
    const last = done();
    const request = { epoch: null, cursors, limit };
    const page = await pullPage(deps.storage, caller, request).catch(
      (error: unknown) => {
        if (!isBusyError(error)) throw error;
        return null;
      },
    );
    if (!page) {
      busy += 1;
      continue;
    }
    for (const doc of page.docs) {
      if (doc.seq <= (seen.get(doc.id) ?? 0)) backwards += 1;
      seen.set(doc.id, doc.seq);
    }
    cursors = page.cursors;
    if (last && !page.more) return { seen, backwards, busy };
    await pause(2 * Math.random());
  }
}

function company(id: string): Op {
  return { c: "contacts", id, k: "ins", v: { id, type: "company", name: "A" } };
}

function member(id: string, group: string, k: "add" | "rem"): Op {
  return { c: "contacts", id, k, f: "mailingGroups", e: [group] };
}
