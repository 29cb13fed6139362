import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { inject } from "vitest";
import {
  addTenant,
  invite,
  inviteFirstAdmin,
} from "../../server/auth/invitations.ts";
import type { ServerDeps } from "../../server/deps.ts";
import { listen } from "../../server/listen.ts";
import {
  DEFAULTS,
  openServer,
  type ServerOptions,
} from "../../server/open-server.ts";
import { openPglite } from "../../server/storage/pglite-sql.ts";
import { openPostgres } from "../../server/storage/pg-sql.ts";
import type { Sql } from "../../server/storage/sql.ts";
import type { Tenant } from "../../server/storage/identity-storage.ts";
import type {
  EnrollAnswer,
  PullAnswer,
  PushAnswer,
  Role,
} from "../../shared/sync/protocol.ts";
import { HIGH_LIMITS } from "./high-limits.ts";
import { createDatabase } from "./postgres.ts";

/** Engines that the server's tests run on: each runs once for each. */
export const ENGINES = ["pglite", "postgres"] as const;
export type Engine = (typeof ENGINES)[number];

const opened = new Map<Engine, Promise<Sql>>();

/** One database for all tests of a file, each test with a tenant of its own. */
export function openEngine(engine: Engine): Promise<Sql> {
  const known = opened.get(engine) ?? openFresh(engine);
  opened.set(engine, known);
  return known;
}

async function openFresh(engine: Engine): Promise<Sql> {
  return engine === "pglite"
    ? openPglite(undefined, await openAsBlob(inject("pgliteImage")))
    : openPostgres(await freshPostgresUrl());
}

/** An empty database in the PostgreSQL of this run. */
export function freshPostgresUrl(how?: string): Promise<string> {
  return createDatabase(inject("postgresUrl"), how);
}

export interface TestServer {
  readonly url: string;
  readonly sql: Sql;
  readonly deps: ServerDeps;
  /** The fresh tenant of this test. */
  readonly tenant: Tenant;
  /** Moves the server's clock. */
  readonly clock: { nowMs: number };
  adminCode(): Promise<string>;
  device(name: string, role?: Role, salesperson?: string): Promise<TestDevice>;
  /** A device of another company on the same server. */
  stranger(): Promise<TestDevice>;
}

/** Real HTTP on loopback against the real app; closed when `work` ends. */
export async function withServer(
  engine: Engine | Sql,
  work: (server: TestServer) => Promise<void>,
  options: Partial<ServerOptions> = {},
): Promise<void> {
  const sql = typeof engine === "string" ? await openEngine(engine) : engine;
  const clock = { nowMs: Date.parse("2026-03-13T16:00:00Z") };
  const deps = await openServer(sql, {
    ...DEFAULTS,
    // The clock of a test stands still, and so would the rates.
    limits: HIGH_LIMITS,
    hintMs: 20,
    log: () => {},
    version: "test",
    clock: { now: () => clock.nowMs },
    ...options,
  });
  // The tests of a file share the address and the hour; one's wrong codes are not another's.
  await sql.query(`DELETE FROM code_failure`);
  const tenant = await addTenant(deps, "Test");
  const http = await listen(deps, { port: 0, host: "127.0.0.1" });
  const enrol = async (t: Tenant, name: string, role: Role, code?: string) => {
    const enrollment = await invite(deps, t, {
      email: `${name.toLowerCase()}@carnet.example`,
      name,
      role,
      ...(code === undefined ? {} : { salesperson: code }),
    });
    const answer = await post<EnrollAnswer>(http.url, "/v1/enroll", {
      code: enrollment,
      deviceName: `${name}'s laptop`,
    });
    if (answer.status !== 200)
      throw new Error(`Enrolment failed: ${JSON.stringify(answer.body)}`);
    return createTestDevice(http.url, answer.body, clock);
  };
  try {
    await work({
      url: http.url,
      sql,
      deps,
      tenant,
      clock,
      adminCode: () => inviteFirstAdmin(deps, tenant),
      device: (name, role = "salesperson", code) =>
        enrol(tenant, name, role, code),
      stranger: async () =>
        enrol(await addTenant(deps, "Other"), "Stranger", "salesperson"),
    });
  } finally {
    await http.close(200);
  }
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export async function post<T>(
  url: string,
  path: string,
  body: unknown,
  access?: string,
): Promise<Answer<T>> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(access === undefined ? {} : { authorization: `Bearer ${access}` }),
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === "" ? null : JSON.parse(text)) as T,
    headers: response.headers,
  };
}

export interface TestDevice extends EnrollAnswer {
  readonly url: string;
  /** Pushes groups as they are. */
  raw(groups: readonly unknown[]): Promise<Answer<PushAnswer>>;
  /** Pushes each list of operations as the next group, at the server's time. */
  push(...groups: readonly unknown[][]): Promise<PushAnswer>;
  /** The same with an edit time: `HH:MM` on the fixture's day, or an ISO instant. */
  pushAt(time: string, ...groups: readonly unknown[][]): Promise<PushAnswer>;
  pull(cursors?: Record<string, number>, limit?: number): Promise<PullAnswer>;
  /** Every document of a collection that this device would see, by id. */
  all(collection: string): Promise<Map<string, Record<string, unknown>>>;
  post<T>(path: string, body: unknown): Promise<Answer<T>>;
}

export function createTestDevice(
  url: string,
  enrolled: EnrollAnswer,
  clock: { readonly nowMs: number } = { nowMs: Date.now() },
): TestDevice {
  let d = 0;
  let count = 0;
  const call = <T>(path: string, body: unknown) =>
    post<T>(url, path, body, enrolled.access);
  const raw = (groups: readonly unknown[]) =>
    call<PushAnswer>("/v1/sync/push", {
      proto: 1,
      schema: 1,
      device: enrolled.deviceId,
      groups,
    });
  const send = async (ms: number, groups: readonly unknown[][]) => {
    const numbered = groups.map((ops) => ({
      d: ++d,
      m: randomUUID(),
      hlc: `${ms}.${count++}`,
      ops,
    }));
    const { status, body } = await raw(numbered);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  const pull = async (cursors: Record<string, number> = {}, limit = 1000) => {
    const { status, body } = await call<PullAnswer>("/v1/sync/pull", {
      proto: 1,
      schema: 1,
      epoch: null,
      cursors,
      limit,
    });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  return {
    ...enrolled,
    url,
    raw,
    push: (...groups) => send(clock.nowMs, groups),
    pushAt: (time, ...groups) =>
      send(
        Date.parse(time.length === 5 ? `2026-03-13T${time}:00Z` : time),
        groups,
      ),
    pull,
    async all(collection) {
      const found = new Map<string, Record<string, unknown>>();
      let cursors: Record<string, number> = { [collection]: 0 };
      for (;;) {
        const page = await pull(cursors);
        for (const doc of page.docs) {
          if (doc.v) found.set(doc.id, doc.v);
          else found.delete(doc.id);
        }
        if (!page.more) return found;
        cursors = page.cursors;
      }
    },
    post: call,
  };
}

/** Operations as short as a test can read them. */
export const op = {
  ins: (c: string, v: Record<string, unknown>) => ({
    c,
    id: v["id"],
    k: "ins",
    v,
  }),
  set: (
    c: string,
    id: string,
    f: Record<string, readonly [unknown, unknown]>,
    o?: string,
  ) => ({ c, id, k: "set", f, ...(o === undefined ? {} : { o }) }),
  del: (c: string, id: string, rev: number) => ({ c, id, k: "del", rev }),
  company: (id: string, name: string, more: Record<string, unknown> = {}) =>
    op.ins("contacts", { id, type: "company", name, ...more }),
  person: (id: string, name: string, more: Record<string, unknown> = {}) =>
    op.ins("contacts", { id, type: "person", name, ...more }),
};
