import { randomUUID } from "node:crypto";
import { createApp } from "../../server/app.ts";
import { enroll } from "../../server/auth/devices.ts";
import { addTenant, invite } from "../../server/auth/invitations.ts";
import type { ServerDeps } from "../../server/deps.ts";
import { listen, type Listening } from "../../server/listen.ts";
import { DEFAULTS, openServer } from "../../server/open-server.ts";
import type { Sql } from "../../server/storage/sql.ts";
import type { Tenant } from "../../server/storage/identity-storage.ts";
import type { EnrollAnswer, PullAnswer } from "../../shared/sync/protocol.ts";
import type { Attacker } from "./fuzz-requests.ts";
import { documentOf, seededDice } from "./fuzz-values.ts";
import { HIGH_LIMITS } from "./high-limits.ts";

/** Stands in everything that the other company has, and in nothing that is ever sent. */
export const CANARY = "Kanarienvogel-7f3a9c";

const ATTACKED = [
  "contacts",
  "interactions",
  "tasks",
  "opportunities",
  "codes",
  "notes",
] as const;

export interface FuzzTarget {
  readonly app: ReturnType<typeof createApp>;
  readonly http: Listening;
  readonly attackers: readonly Attacker[];
  /** A fresh token for one of them; they live ten minutes. */
  renew(attacker: Attacker): Promise<void>;
  /** Everything that the other company can read, as text. */
  otherCompany(): Promise<string>;
  /** Lines of the server's log so far. */
  log(): {
    readonly lines: number;
    readonly failures: readonly string[];
    readonly leaks: number;
  };
}

/** The real server with two companies: one attacks, the other has the canary in every document. */
export async function fuzzTarget(
  sql: Sql,
  devices: number,
  mark: string,
): Promise<FuzzTarget> {
  const log = { lines: 0, failures: [] as string[], leaks: 0 };
  const deps = await openServer(sql, {
    ...DEFAULTS,
    limits: HIGH_LIMITS,
    enrolFailuresPerMinute: 2_000,
    clock: { now: () => Date.now() },
    version: "test",
    log(event, facts) {
      const line = `${event} ${JSON.stringify(facts ?? {})}`;
      log.lines += 1;
      if (event === "failed" && log.failures.length < 20)
        log.failures.push(line);
      if (line.includes(mark) || line.includes(CANARY)) log.leaks += 1;
    },
  });
  const app = createApp(deps);
  const victim = await addTenant(deps, CANARY);
  const owner = await device(deps, victim, CANARY, "admin");
  const theirs = await plant(app, owner);
  const attacking = await addTenant(deps, "Attackers");
  const mine = Array.from({ length: 200 }, () => randomUUID());
  const ids = [
    ...mine,
    ...theirs,
    ...[owner.deviceId, owner.userId, owner.tenantId],
  ];
  const attackers: Attacker[] = [];
  for (let n = 0; n < devices; n++) {
    const role = (["salesperson", "manager", "admin"] as const)[n % 3];
    const enrolled = await device(deps, attacking, `A${n}`, role ?? "admin");
    const { deviceId, access, refresh } = enrolled;
    attackers.push({ deviceId, access, refresh, d: 1, ids });
  }
  return {
    app,
    http: await listen(deps, { port: 0, host: "127.0.0.1" }),
    attackers,
    async renew(attacker) {
      const { deviceId } = attacker;
      const known = await deps.identities.device(attacking.tenantId, deviceId);
      if (!known) throw new Error("An attacker has lost its device");
      const { tenantId } = attacking;
      const { userId } = known.user;
      attacker.access = await deps.tokens.issue({ tenantId, userId, deviceId });
    },
    async otherCompany() {
      const { tenantId, userId, deviceId } = owner;
      const access = await deps.tokens.issue({ tenantId, userId, deviceId });
      return JSON.stringify(await pullAll(app, access));
    },
    log: () => log,
  };
}

async function device(
  deps: ServerDeps,
  tenant: Tenant,
  name: string,
  role: "salesperson" | "manager" | "admin",
): Promise<EnrollAnswer> {
  const email = `${name}@carnet.example`;
  const code = await invite(deps, tenant, { email, name, role });
  const enrolled = await enroll(deps, { code, deviceName: name });
  if (!enrolled) throw new Error("The code does not serve");
  return enrolled;
}

/** Documents in every collection that a person writes, and the two that the ERP brings. */
async function plant(
  app: FuzzTarget["app"],
  owner: EnrollAnswer,
): Promise<readonly string[]> {
  const dice = seededDice(1);
  const contacts = Array.from({ length: 10 }, () => randomUUID());
  const groups = ATTACKED.flatMap((c) =>
    (c === "contacts" ? contacts : contacts.map(() => randomUUID())).map(
      (id) => ({
        c,
        id,
        k: "ins",
        v: withCanary(documentOf(dice, c, id, contacts)),
      }),
    ),
  ).map((op, n) => ({
    d: n + 1,
    m: randomUUID(),
    hlc: `${Date.now()}.0`,
    ops: [op],
  }));
  await post(app, "/v1/sync/push", owner.access, {
    ...{ proto: 1, schema: 1, device: owner.deviceId, groups },
  });
  const account = { kind: "customer", no: "C1", name: CANARY };
  await post(app, "/v1/admin/accounts", owner.access, account);
  const { docs } = await pullAll(app, owner.access);
  const kinds = new Set(docs.map((doc) => doc.c));
  if (kinds.size < 4) throw new Error(`Planted only in ${[...kinds].join()}`);
  return docs.map((doc) => doc.id);
}

/** In every text that takes it; a member that is no free text is left alone. */
function withCanary(v: Record<string, unknown>): Record<string, unknown> {
  const free = ["name", "description", "result", "comment", "text"];
  return Object.fromEntries(
    Object.entries(v).map(([key, value]) => [
      key,
      free.includes(key) ? CANARY : value,
    ]),
  );
}

async function post(
  app: FuzzTarget["app"],
  path: string,
  access: string,
  body: unknown,
): Promise<unknown> {
  const answer = await app.request(path, {
    method: "POST",
    headers: { authorization: `Bearer ${access}` },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return answer.json();
}

async function pullAll(app: FuzzTarget["app"], access: string) {
  const body = { proto: 1, schema: 1, epoch: null, cursors: {}, limit: 1000 };
  return (await post(app, "/v1/sync/pull", access, body)) as PullAnswer;
}
