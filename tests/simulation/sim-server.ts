import { createApp } from "../../server/app.ts";
import type { TusRequest } from "../../electron/server/tus-request.ts";
import { createUploads } from "../../server/files/uploads.ts";
import { createMetrics } from "../../server/metrics/metrics.ts";
import { DEFAULTS } from "../../server/open-server.ts";
import { NO_SNAPSHOTS } from "../../server/snapshot/snapshots.ts";
import { DatabaseUnavailableError } from "../../server/storage/sql.ts";
import type { ServerAnswer } from "../../shared/ipc/server.ts";
import type {
  Envelope,
  Group,
  GroupResult,
} from "../../shared/sync/protocol.ts";
import { checkCalledWhole } from "./oracles/files.ts";
import { createMemoryFileStorage } from "./memory/memory-file-storage.ts";
import { createMemoryIdentityStorage } from "./memory/memory-identity-storage.ts";
import { createMemorySyncStorage } from "./memory/memory-sync-storage.ts";
import { sqlError, tablesOf } from "./memory/memory-database.ts";
import { LARGEST_FILE, type World } from "./world.ts";

export interface Request {
  readonly path: string;
  readonly access: string;
  /** JSON. */
  readonly body: string;
  /** The identity that the device had when it asked: a push may leave, to be refused, when it has another one. */
  readonly asker?: string;
  /** Instead of `body`: a question about a file, whose answer is its headers. */
  readonly upload?: TusRequest;
}

/** One process of the server: the real routes, callable without a socket, on the database that all processes share. */
export interface SimServer {
  readonly name: string;
  /** Resolves to null when the process died before it could answer. */
  handle(request: Request): Promise<ServerAnswer | null>;
  /** Everything that it was doing is broken off; what was committed stays. */
  crash(): void;
}

const encoder = new TextEncoder();

/** What an access token of the simulation says; tokens have tests of their own. */
export function accessOf(userId: string, deviceId: string): string {
  return `${userId}.${deviceId}`;
}

export function createSimServer(
  world: World,
  name: string,
  onCommit: (head: number) => void,
): SimServer {
  const { schedule, swarm, random, seams } = world;
  let life = 1;
  let statements = 0;
  const pause = async (statement: string) => {
    if (!world.chaos || !random.chance(swarm.slowDatabase)) return;
    statements += 1;
    const fails = random.chance(swarm.busyDatabase);
    await schedule.park(name, `${statements}`, statement, () => {
      if (fails) throw sqlError("57014");
    });
  };
  const storage = createMemorySyncStorage(world.database, pause);
  const clock = { now: () => world.now };
  const kept = createMemoryFileStorage(world.database, pause);
  const files = seams.files ? seams.files(kept) : kept;
  const app = createApp({
    ...DEFAULTS,
    storage: seams.storage ? seams.storage(storage, world) : storage,
    identities: createMemoryIdentityStorage(world.database),
    tokens: {
      issue: async ({ userId, deviceId }) => accessOf(userId, deviceId),
      read: async (token) => {
        const [userId = "", deviceId = ""] = token.split(".");
        const tenantId = world.tenants.get(userId) ?? world.tenantId;
        return { tenantId, userId, deviceId };
      },
    },
    hints: {
      publish: (tenantId, head, collections) => {
        if (tenantId === world.tenantId && [...collections].length > 0)
          onCommit(head);
      },
      subscribe: () => () => {},
      listeners: () => 0,
      open() {},
      leave() {},
      close: async () => {},
    },
    heart: { join: () => () => {}, stop() {} },
    snapshots: NO_SNAPSHOTS,
    files,
    uploads: createUploads({ files, clock, maxBytes: LARGEST_FILE }),
    refreshSecret: "",
    metrics: createMetrics("simulation", () => 0),
    limits: { admit: async () => () => {} },
    enrolFailures: { blockedFor: async () => null, failed: async () => null },
    clock,
    newId: world.newId,
    log: (event, facts) => {
      // A failed statement is part of the game, anything else is a fault of ours.
      if (event === "failed") world.violate("5xx", JSON.stringify(facts));
    },
    version: "simulation",
  });

  async function handle(request: Request): Promise<ServerAnswer | null> {
    const before = life;
    if (request.upload) {
      const answer = await uploaded(request, request.upload);
      return before === life ? answer : null;
    }
    const asked = JSON.parse(request.body) as Record<string, unknown>;
    const body = seams.request
      ? JSON.stringify(seams.request(request.path, asked, world))
      : request.body;
    // All that the handlers ask of a request, without the machinery of a real one's stream.
    const response = await app.fetch({
      method: "POST",
      url: `http://carnet.example${request.path}`,
      headers: new Headers({ authorization: `Bearer ${request.access}` }),
      body: [encoder.encode(body)],
    } as unknown as globalThis.Request);
    const answer = (await response.json()) as Record<string, unknown>;
    if (before !== life) return null;
    return response.ok
      ? succeeded(request, asked, answer)
      : refused(response, answer);
  }

  async function uploaded(
    { access }: Request,
    { method, path, headers, bytes }: TusRequest,
  ): Promise<ServerAnswer> {
    const response = await app.fetch({
      ...{ method, url: `http://carnet.example${path}` },
      headers: new Headers({ ...headers, authorization: `Bearer ${access}` }),
      body: bytes ? [bytes] : [],
    } as unknown as globalThis.Request);
    if (response.ok) {
      checkCalledWhole(world, response.headers, path);
      return { status: "ok", body: response.headers, receivedAt: world.now };
    }
    if (method !== "HEAD")
      return refused(response, (await response.json()) as object);
    // As `askHeaders` reads an answer without words.
    return response.status === 404
      ? { status: "refused", http: 404, code: "not_found", message: "" }
      : { status: "unreachable", reason: "not-carnet" };
  }

  function succeeded(
    request: Request,
    asked: Record<string, unknown>,
    given: Record<string, unknown>,
  ): ServerAnswer {
    const answer = seams.answer
      ? seams.answer(request.path, given, asked, world)
      : given;
    if (request.path === "/v1/sync/push") {
      // sync.md 3.1: what is acknowledged beyond the request is acknowledged without its documents.
      const asks = (asked["groups"] as Group[]).map(({ d }) => d);
      if ((answer["upto"] as number) > Math.max(0, ...asks))
        world.violate(
          "ack",
          `up to ${JSON.stringify(answer["upto"])} of ${asks.join()}`,
        );
      if (tenantOf(request) === world.tenantId)
        world.facts.requests.push(request);
      for (const { d, s } of (given["results"] ?? []) as GroupResult[]) {
        const group = (asked["groups"] as Group[]).find((g) => g.d === d);
        if (group) world.facts.processed.add(group.m);
        if (group && s !== "rejected") world.facts.taken.add(group.m);
      }
    }
    inScope(request, (answer["docs"] ?? []) as Envelope[]);
    return { status: "ok", body: answer, receivedAt: world.now };
  }

  function tenantOf({ access }: Request): string {
    const [userId = ""] = access.split(".");
    return world.tenants.get(userId) ?? world.tenantId;
  }

  /** O6: nobody is ever sent what is another person's own, or another company's. */
  function inScope(request: Request, docs: readonly Envelope[]): void {
    const [userId] = request.access.split(".");
    const tables = tablesOf(world.database, tenantOf(request));
    for (const { c, id, v } of docs) {
      const author = v?.["createdBy"];
      if (typeof author === "string" && !tables.users.has(author))
        world.violate("O6", `${c}/${id} by ${author} was sent to ${userId}`);
      // Read just before it was forgotten.
      if (world.facts.forgotten.has(`${c}/${id}`)) continue;
      const bucket = tables.docs.get(`${c}/${id}`)?.bucket;
      if (bucket === "all" || bucket === `private:${userId}`) continue;
      world.violate("O6", `${c}/${id} of ${bucket} was sent to ${userId}`);
    }
  }

  return {
    name,
    handle,
    crash() {
      life += 1;
      for (const parked of schedule.takeAllOf(name))
        parked.fail(new DatabaseUnavailableError("The process has ended"));
    },
  };
}

function refused(response: Response, answer: object): ServerAnswer {
  const { code, message } = (
    answer as { error: { code: string; message: string } }
  ).error;
  const seconds = response.headers.get("retry-after");
  return {
    ...{ status: "refused", http: response.status, code, message },
    ...(seconds === null ? {} : { retryAfterMs: Number(seconds) * 1000 }),
  };
}
