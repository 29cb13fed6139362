import type { Bridge } from "../../shared/ipc/contract.ts";
import type { Connection } from "../../shared/ipc/server.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import type { Outbox, Replica } from "../../shared/sync/ports.ts";
import type { SyncLog } from "../../shared/sync/status.ts";
import { createIpcTransport } from "./ipc-transport.ts";
import { createSyncService } from "../../shared/sync/driver.ts";
import type { SyncService } from "../../shared/sync/sync-service.ts";

/** The device's unsent and refused intentions, as the engine and the status bar need them. */
export interface PendingWork extends Outbox {
  lastD(): number;
  acked(): number;
  /** Distinct records with unsent work. */
  waitingRecords(): number;
  /** Most of them since there were none. */
  mostWaiting(): number;
  refusedCount(): number;
  heldRecords(): number;
  noteSent(upto: number): void;
  subscribe(listener: () => void): () => void;
}

export interface SyncWiring {
  readonly bridge: Bridge;
  readonly replica: Replica;
  readonly pending: PendingWork;
  readonly connection: Connection;
  readonly settings: LocalSettings;
  /** As it was kept at the last start. */
  readonly log: SyncLog;
  /** From the company's marketing set-up; 0 = no leases. */
  readonly leaseSize: () => Promise<number>;
  /** Before anything is asked as somebody else: what is here and only a server may say goes. */
  readonly onNewIdentity?: () => Promise<void>;
  /**
   * The journal has given the unsent work other numbers, or does not say whether: everything has to be read again (reload
   * the window).
   */
  readonly onRenumbered: () => void;
  /** See `createIpcTransport`. */
  readonly breathe?: () => Promise<void>;
  /** Time and chance; those of this machine unless a simulation brings its own. */
  readonly machine?: Machine;
}

interface Machine {
  readonly now: () => number;
  readonly random: () => number;
  readonly wakeAt: (at: number, fn: () => void) => () => void;
}

/** The engine in the app: network and journal over IPC, and everything that should make it look for news. */
export async function startSync(wiring: SyncWiring): Promise<SyncService> {
  const { bridge, replica, pending } = wiring;
  let connection = wiring.connection;
  const { now, random, wakeAt } = wiring.machine ?? THIS_MACHINE;
  let clockOffsetMs = 0;
  const service = await createSyncService(
    {
      transport: createIpcTransport({
        bridge,
        now,
        breathe: wiring.breathe,
        device: () => connection?.deviceId ?? null,
        onClockOffset(offsetMs) {
          clockOffsetMs = offsetMs;
          void bridge.invoke("clock/offset", { offsetMs });
        },
      }),
      outbox: pending,
      replica,
      numbers: {
        left: async (series) =>
          (await bridge.invoke("numbers/left", { series })).left,
        addLease: async (lease, renewed) => {
          await bridge.invoke("numbers/add-lease", { lease, renewed });
        },
      },
      clock: { now },
      timers: { wakeAt },
      random,
      leaseSize: wiring.leaseSize,
      facts: () => ({
        waiting: pending.waitingRecords(),
        waited: pending.mostWaiting(),
        refused: pending.refusedCount(),
        held: pending.heldRecords(),
        server: connection?.url ?? null,
        clockOffsetMs,
      }),
      // A disk that refuses costs nothing but the memory of it.
      remember: (log) =>
        void bridge
          .invoke("sync/write-log", { ...log, runs: [...log.runs] })
          .catch(() => undefined),
    },
    { lastD: pending.lastD(), acked: pending.acked(), log: wiring.log },
  );
  /** A new identity at the server numbers the unsent work from 1 again: then this window's copy is out of date. */
  async function greet(changed: NonNullable<Connection>): Promise<void> {
    // From here on nothing more is asked as whom it was: it would go out beside what it asks as whom it is.
    service.tell({ kind: "disconnected" });
    await wiring.onNewIdentity?.().catch(() => undefined);
    const journal = await bridge
      .invoke("journal/read", undefined)
      .catch(() => null);
    // Not to be read: the start says what is wrong with it. Nothing would be sent any more without a word.
    if (!journal) return wiring.onRenumbered();
    // A save on its way may have put the journal ahead; only renumbering takes it back.
    const same =
      journal.lastD >= pending.lastD() && journal.acked === pending.acked();
    if (!same) return wiring.onRenumbered();
    const { lastD, acked } = journal;
    if (connection) service.tell({ kind: "renumbered", lastD, acked });
    connection = changed;
    service.tell({ kind: "connected" });
  }

  service.tell(configuredFrom(wiring.settings));
  if (connection) service.tell({ kind: "connected" });
  const unlisten = [
    pending.subscribe(() =>
      service.tell({ kind: "saved", d: pending.lastD() }),
    ),
    bridge.on("journal/sent", ({ upto }) => pending.noteSent(upto)),
    bridge.on("server/hint", ({ head }) =>
      service.tell({ kind: "hinted", head }),
    ),
    bridge.on("server/stream", ({ up }) => {
      if (up) service.syncNow();
    }),
    bridge.on("power/resumed", () => service.syncNow()),
    bridge.on("server/connection", (changed) => {
      // Also told once to whoever begins to listen: then nothing has changed.
      if (changed?.deviceId === connection?.deviceId) return;
      if (changed) return void greet(changed);
      connection = null;
      service.tell({ kind: "disconnected" });
    }),
  ];
  return {
    ...service,
    stop() {
      for (const stop of unlisten) stop();
      service.stop();
    },
  };
}

/** The engine's view of the person's settings; send it again whenever they change. */
export function configuredFrom(settings: LocalSettings) {
  const everyMs =
    settings.syncEveryMinutes === 0 ? null : settings.syncEveryMinutes * 60_000;
  return {
    kind: "configured" as const,
    everyMs,
    paused: settings.workOffline,
  };
}

const THIS_MACHINE: Machine = {
  now: () => Date.now(),
  random: Math.random,
  wakeAt(at, fn) {
    const timer = setTimeout(fn, Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  },
};
