import { expect, test, vi } from "vitest";
import {
  startSync,
  type PendingWork,
} from "../../../../renderer/sync/start-sync.ts";
import type { Bridge } from "../../../../shared/ipc/contract.ts";
import type { Connection } from "../../../../shared/ipc/server.ts";
import { NO_LOG } from "../../../../shared/sync/status.ts";
import { memoryReplica } from "../../../helpers/memory-replica.ts";

const pending: PendingWork = {
  groupsAfter: async () => [],
  ownWork: async () => ({ acknowledged: new Set(), unsent: new Set() }),
  sendWhole: async () => 0,
  acknowledge: async () => {},
  lastD: () => 0,
  acked: () => 0,
  waitingRecords: () => 0,
  mostWaiting: () => 0,
  refusedCount: () => 0,
  heldRecords: () => 0,
  noteSent: () => {},
  subscribe: () => () => {},
};

/** The engine of a notebook without a server, to which somebody is connected in the open window. */
async function connected(
  invoke: (request: string) => Promise<unknown>,
  wiring: Partial<Parameters<typeof startSync>[0]>,
) {
  const heard = new Map<string, (payload: never) => void>();
  const bridge = {
    invoke,
    on(event: string, listener: (payload: never) => void) {
      heard.set(event, listener);
      return () => heard.delete(event);
    },
  } as unknown as Bridge;
  const service = await startSync({
    ...{ bridge, pending, onRenumbered: () => {} },
    replica: memoryReplica(() => []).port,
    connection: null,
    settings: {
      ...{ language: "en", theme: "system", syncEveryMinutes: 0 },
      ...{
        workOffline: false,
        workDate: null,
        connectLater: false,
        lockAfterMinutes: 0,
      },
    },
    log: NO_LOG,
    leaseSize: async () => 0,
    ...wiring,
  });
  const changed = { deviceId: "d", tenantId: "t" } as NonNullable<Connection>;
  heard.get("server/connection")?.(changed as never);
  return service;
}

test("a new identity whose journal cannot be read starts the window again instead of never syncing", async () => {
  const onRenumbered = vi.fn();
  const service = await connected(
    async (request) => {
      if (request === "journal/read") throw new Error("The disk is gone.");
      return undefined;
    },
    { onRenumbered },
  );
  await vi.waitFor(() => expect(onRenumbered).toHaveBeenCalledOnce());
  service.stop();
});

test("who connects in the open window has done with what a backup had said of the ERP before a server is asked", async () => {
  const done: string[] = [];
  const service = await connected(
    async (request) => {
      done.push(request);
      return request === "journal/read" ? { lastD: 0, acked: 0 } : {};
    },
    {
      onNewIdentity: async () => {
        await Promise.resolve();
        done.push("removed");
      },
    },
  );
  await vi.waitFor(() => expect(done).toContain("server/post"));
  const asked = ["removed", "journal/read", "server/post"];
  expect(done.filter((one) => asked.includes(one)).slice(0, 3)).toEqual(asked);
  service.stop();
});
