import { randomBytes } from "node:crypto";
import type { Device } from "../../electron/server/device-file.ts";
import type { Fetch } from "../../electron/server/http.ts";
import { openServerLink } from "../../electron/server/server-link.ts";
import { startSync } from "../../renderer/sync/start-sync.ts";
import { nextHlc } from "../../shared/core/hlc.ts";
import { uuidV7 } from "../../shared/core/ids.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type {
  Envelope,
  Group,
  GroupResult,
} from "../../shared/sync/protocol.ts";
import { packAnswer } from "../../shared/ipc/packed-answer.ts";
import { NO_LOG } from "../../shared/sync/status.ts";
import { toOps } from "../../shared/sync/to-ops.ts";
import { memoryReplica } from "./memory-replica.ts";

type Row = Record<string, unknown>;

/**
 * A device that syncs by itself: the app's engine, wiring, transport, token renewal and hint stream, with the app's own
 * time-outs and back-off. Only the window, the disk and Electron's `fetch` are missing: replica and journal are in
 * memory, and nothing of them is ever forgotten.
 */
export interface LiveDevice {
  readonly name: string;
  readonly deviceId: string;
  readonly tenantId: string;
  /** One intention. Answers its number. */
  save(changes: readonly Change[]): number;
  read(c: CollectionName, id: string): Row | null;
  /** Everything that was ever saved, oldest first. */
  saved(): readonly Group[];
  /** The server has said that it has processed everything up to here. */
  acked(): number;
  waiting(): number;
  refused(): readonly GroupResult[];
  /** Documents as the server's answers left them, deleted ones too. */
  envelopes(): readonly Envelope[];
  problem(): string | null;
  /** As when a person presses the button or the network comes back. */
  syncNow(): void;
  stop(): void;
}

/** Node's `fetch` in the place of Electron's. */
export const nodeFetch: Fetch = (url, init) => fetch(url, init);

export async function liveDevice(options: {
  readonly url: string;
  readonly code: string;
  readonly name: string;
  readonly fetch?: Fetch;
  /** Period of the unasked pull; 5 minutes as in the app. */
  readonly everyMinutes?: number;
}): Promise<LiveDevice> {
  const { name } = options;
  const random = { bytes: (n: number) => new Uint8Array(randomBytes(n)) };
  const saved: Group[] = [];
  const refused: GroupResult[] = [];
  let pending: Group[] = [];
  let acked = 0;
  let hlc = "0.0";
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const heard = new Map<string, (payload: never) => void>();
  const tell = (event: string, payload: unknown) =>
    heard.get(event)?.(payload as never);

  const link = await openServerLink({
    fetch: options.fetch ?? nodeFetch,
    file: memoryFile(),
    random: Math.random,
    offline: false,
    journal: { tenantId: () => null, startDevice: async () => {} },
    onConnection: (connection) => tell("server/connection", connection),
    onHint: (hint) => tell("server/hint", hint),
    onStream: (up) => tell("server/stream", { up }),
    onErase: () => undefined,
  });
  const { url, code } = options;
  const connected = await link.connect({ url, code, deviceName: name });
  const connection = link.connection();
  if (!connection) throw new Error(`${name}: ${JSON.stringify(connected)}`);

  const replica = memoryReplica(() => pending);
  const bridge = {
    async invoke(request: string, input: never) {
      if (request === "server/post") return packAnswer(await link.post(input));
      if (request === "server/snapshot-part")
        return packAnswer(await link.snapshotPart(input));
      if (request === "clock/offset" || request === "sync/write-log")
        return undefined;
      throw new Error(`${name} has no ${request}.`);
    },
    on(event: string, listener: (payload: never) => void) {
      heard.set(event, listener);
      return () => heard.delete(event);
    },
  } as unknown as Bridge;
  const service = await startSync({
    bridge,
    replica: replica.port,
    pending: {
      groupsAfter: async (after, limit) =>
        saved.filter((group) => group.d > after).slice(0, limit),
      ownWork: async () => ({
        acknowledged: keysOf(saved.filter(({ d }) => d <= acked)),
        unsent: keysOf(pending),
      }),
      sendWhole: async () => saved.length,
      async acknowledge(upto, results) {
        refused.push(...results);
        acked = Math.max(acked, upto);
        pending = pending.filter((group) => group.d > upto);
      },
      lastD: () => saved.length,
      acked: () => acked,
      waitingRecords: () => pending.length,
      mostWaiting: () => pending.length,
      refusedCount: () => refused.length,
      heldRecords: () => 0,
      noteSent: () => {},
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    connection,
    settings: {
      language: "en",
      theme: "system",
      syncEveryMinutes: options.everyMinutes ?? 5,
      workOffline: false,
      workDate: null,
      connectLater: false,
      lockAfterMinutes: 0,
    },
    log: NO_LOG,
    leaseSize: async () => 0,
    onRenumbered() {
      throw new Error(`${name} was given new numbers.`);
    },
  });
  return {
    name,
    deviceId: connection.deviceId,
    tenantId: connection.tenantId,
    save(changes) {
      const now = Date.now();
      hlc = nextHlc(hlc, now);
      const ops = changes.flatMap((change) =>
        toOps(change, replica.rev(change.c, change.id)),
      );
      const d = saved.length + 1;
      const group = { d, m: uuidV7(now, random), hlc, ops };
      saved.push(group);
      pending.push(group);
      changed();
      return d;
    },
    read: (c, id) => replica.shown(c, id),
    saved: () => saved,
    acked: () => acked,
    waiting: () => pending.length,
    refused: () => refused,
    envelopes: () => replica.envelopes(),
    problem: () => service.status().problem?.code ?? null,
    syncNow: () => service.syncNow(),
    stop() {
      service.stop();
      link.close();
    },
  };
}

function memoryFile() {
  let kept: Device | null = null;
  return {
    read: async () => kept,
    async write(device: Device) {
      kept = device;
    },
    async remove() {
      kept = null;
    },
  };
}

function keysOf(groups: readonly Group[]): ReadonlySet<string> {
  return new Set(
    groups.flatMap(({ ops }) => ops.map(({ c, id }) => `${c}/${id}`)),
  );
}
