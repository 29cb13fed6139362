import { randomBytes } from "node:crypto";
import { fetchSnapshotPart } from "../../electron/server/snapshot.ts";
import { nextHlc } from "../../shared/core/hlc.ts";
import { uuidV7 } from "../../shared/core/ids.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Transport } from "../../shared/sync/ports.ts";
import {
  DigestAnswer,
  EnrollAnswer,
  LeaseAnswer,
  PROTO,
  PullAnswer,
  PushAnswer,
  RangeAnswer,
  SCHEMA,
  type Group,
  type GroupResult,
  type LeaseAnswer as Lease,
} from "../../shared/sync/protocol.ts";
import { SnapshotOffer } from "../../shared/sync/snapshot.ts";
import type { Reply } from "../../shared/sync/reply.ts";
import { NO_LOG } from "../../shared/sync/status.ts";
import { toOps } from "../../shared/sync/to-ops.ts";
import { createSyncService } from "../../shared/sync/driver.ts";
import type { SyncService } from "../../shared/sync/sync-service.ts";
import { memoryReplica } from "./memory-replica.ts";

type Row = Record<string, unknown>;

/**
 * A whole device without a window: the real engine over real HTTP, with a replica and a journal in memory.
 * `clock` is its own wall clock, so that a test decides who edited later.
 */
export interface HeadlessDevice {
  save(changes: readonly Change[]): void;
  read(c: CollectionName, id: string): Row | null;
  all(c: CollectionName): readonly Row[];
  refused(): readonly GroupResult[];
  readonly service: SyncService;
  readonly leases: readonly Lease[];
  /** Goes online, runs the engine until it has nothing to do, and goes offline; throws with the engine's problem. */
  settle(): Promise<void>;
}

export async function headlessDevice(options: {
  readonly url: string;
  readonly code: string;
  readonly name: string;
  readonly clock?: { now(): number };
  readonly leaseSize?: number;
}): Promise<HeadlessDevice> {
  const clock = options.clock ?? { now: () => Date.now() };
  const random = { bytes: (n: number) => new Uint8Array(randomBytes(n)) };
  const enrolled = EnrollAnswer.parse(
    await (
      await fetch(`${options.url}/v1/enroll`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code: options.code, deviceName: options.name }),
      })
    ).json(),
  );
  const replica = memoryReplica(() => pending);
  let pending: Group[] = [];
  let lastD = 0;
  let hlc = "0.0";
  const refused: GroupResult[] = [];
  const leases: Lease[] = [];
  const service = await createSyncService(
    {
      transport: httpTransport(options.url, enrolled),
      outbox: {
        groupsAfter: async (after, limit) =>
          pending.filter((g) => g.d > after).slice(0, limit),
        ownWork: async () => ({ acknowledged: new Set(), unsent: new Set() }),
        sendWhole: async () => lastD,
        async acknowledge(upto, results) {
          refused.push(...results);
          pending = pending.filter((g) => g.d > upto);
        },
      },
      replica: replica.port,
      numbers: {
        left: async () => 0,
        addLease: async (lease) => void leases.push(lease),
      },
      clock,
      timers: { wakeAt: () => () => {} },
      random: () => 0.5,
      leaseSize: async () => options.leaseSize ?? 0,
      facts: () => ({
        waiting: pending.length,
        refused: refused.length,
        server: options.url,
      }),
      remember: () => {},
    },
    { lastD: 0, acked: 0, log: NO_LOG },
  );
  const offline = (paused: boolean) =>
    service.tell({ kind: "configured", everyMs: null, paused });
  return {
    service,
    leases,
    refused: () => refused,
    read: (c, id) => replica.shown(c, id),
    all: (c) =>
      replica.ids(c).flatMap((id) => {
        const row = replica.shown(c, id);
        return row ? [row] : [];
      }),
    save(changes) {
      const ops = changes.flatMap((change) =>
        toOps(change, replica.rev(change.c, change.id)),
      );
      hlc = nextHlc(hlc, clock.now());
      lastD += 1;
      pending.push({ d: lastD, m: uuidV7(clock.now(), random), hlc, ops });
      service.tell({ kind: "saved", d: lastD });
    },
    async settle() {
      const first = service.status().kind === "not-connected";
      const runs = service.status().runs.length;
      offline(false);
      service.tell({ kind: first ? "connected" : "nudged" });
      for (let i = 0; i < 500; i++) {
        const status = service.status();
        if (status.problem)
          throw new Error(
            `${options.name}: ${status.problem.code} ${status.problem.message}`,
          );
        const rested = status.runs.length > runs && pending.length === 0;
        if (rested) return offline(true);
        await new Promise((done) => setTimeout(done, 10));
      }
      throw new Error(
        `${options.name} did not come to rest: ${service.status().kind}`,
      );
    },
  };
}

/** Real HTTP as an enrolled device, without the main process. */
export function httpTransport(
  url: string,
  enrolled: Pick<EnrollAnswer, "deviceId" | "access">,
): Transport {
  const versions = { proto: PROTO, schema: SCHEMA };
  async function post<T>(
    path: string,
    body: unknown,
    parse: (answer: unknown) => T,
  ): Promise<Reply<T>> {
    try {
      const response = await fetch(url + path, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${enrolled.access}`,
        },
        body: JSON.stringify(body),
      });
      const answer: unknown = await response.json();
      if (response.ok) return { kind: "answer", value: parse(answer) };
      const { code, message } = (
        answer as { error: { code: string; message: string } }
      ).error;
      return { kind: "refused", http: response.status, code, message };
    } catch (error) {
      return { kind: "unreachable", reason: String(error) };
    }
  }
  return {
    device: () => enrolled.deviceId,
    push: (groups, epoch) =>
      post(
        "/v1/sync/push",
        { ...versions, device: enrolled.deviceId, epoch, groups },
        (a) => PushAnswer.parse(a),
      ),
    pull: (request) =>
      post("/v1/sync/pull", { ...versions, ...request }, (a) =>
        PullAnswer.parse(a),
      ),
    digest: (request) =>
      post("/v1/sync/digest", request, (a) => DigestAnswer.parse(a)),
    range: (request) =>
      post("/v1/sync/range", { ...versions, ...request }, (a) =>
        RangeAnswer.parse(a),
      ),
    snapshotOffer: (id) =>
      post("/v1/sync/snapshot", { ...versions, id }, (a) =>
        SnapshotOffer.parse(a),
      ),
    async snapshotPart(id, part) {
      const { access } = enrolled;
      const token = { status: "ok", body: access, receivedAt: 0 } as const;
      const tokens = { access: async () => token, renewed: async () => token };
      const answer = await fetchSnapshotPart(
        { fetch: (...args) => fetch(...args), tokens, url },
        { id, part },
      );
      if (answer.status === "ok") return { kind: "answer", value: answer.body };
      if (answer.status === "unreachable")
        return { kind: "unreachable", reason: answer.reason };
      const { http, code, message } = answer;
      return { kind: "refused", http, code, message };
    },
    renewIdentity: async () => ({ kind: "unreachable", reason: "test" }),
    lease: (series, count) =>
      post("/v1/leases", { series, count }, (a) => LeaseAnswer.parse(a)),
  };
}
