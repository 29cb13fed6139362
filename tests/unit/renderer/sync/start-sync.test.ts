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

test("a new identity whose journal cannot be read starts the window again instead of never syncing", async () => {
  const heard = new Map<string, (payload: never) => void>();
  const bridge = {
    async invoke(request: string) {
      if (request === "journal/read") throw new Error("The disk is gone.");
      return undefined;
    },
    on(event: string, listener: (payload: never) => void) {
      heard.set(event, listener);
      return () => heard.delete(event);
    },
  } as unknown as Bridge;
  const onRenumbered = vi.fn();
  const service = await startSync({
    ...{ bridge, pending, onRenumbered },
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
  });
  const changed = { deviceId: "d", tenantId: "t" } as NonNullable<Connection>;
  heard.get("server/connection")?.(changed as never);
  await vi.waitFor(() => expect(onRenumbered).toHaveBeenCalledOnce());
  service.stop();
});
