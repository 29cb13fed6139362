import { createStore } from "../../../../renderer/local-store/open-store.ts";
import { startWorkers } from "../../../../renderer/local-store/start-workers.ts";
import { NO_LOG } from "../../../../shared/sync/status.ts";
import { createSyncService } from "../../../../shared/sync/driver.ts";
import type { Transport } from "../../../../shared/sync/ports.ts";
import { PAGE, type Pages } from "../engine.ts";
import { EPOCH } from "../bench-contacts.ts";

/** Ours, whole: machine, driver, rebase, sealing, RxDB's layout, checkpoint, and the projection that follows. */
export async function carnet(pages: Pages): Promise<void> {
  const store = await createStore({
    workers: startWorkers(),
    bridge: { invoke: () => Promise.reject(new Error("nothing is saved")) },
    storeKey: crypto.getRandomValues(new Uint8Array(32)),
    journal: {
      ...{ pending: [], refused: [], held: [], discarded: [], merged: [] },
      ...{ lastD: 0, acked: 0, sent: 0, tornBytes: 0 },
    },
    newId: () => crypto.randomUUID(),
    onUnreadable: () => {},
  } as Parameters<typeof createStore>[0]);
  const never = () => Promise.reject(new Error("not in this measurement"));
  const head = pages.length * PAGE;
  const transport: Transport = {
    device: () => "bench",
    push: never,
    digest: never,
    range: never,
    lease: never,
    renewIdentity: never,
    snapshotPart: never,
    snapshotOffer: async () => ({
      kind: "refused",
      ...{ http: 404, code: "not_found", message: "page by page" },
    }),
    async pull({ cursors }) {
      const next = Math.floor((cursors["contacts"] ?? 0) / PAGE);
      const docs = [...(pages[next] ?? [])];
      return {
        kind: "answer",
        value: {
          epoch: EPOCH,
          head,
          more: next + 1 < pages.length,
          cursors: { ...cursors, contacts: docs.at(-1)?.seq ?? head },
          docs,
        },
      };
    },
  };
  const service = await createSyncService(
    {
      transport,
      outbox: {
        groupsAfter: async () => [],
        ownWork: async () => ({ acknowledged: new Set(), unsent: new Set() }),
        sendWhole: async () => 0,
        acknowledge: never,
      },
      replica: store.replica,
      numbers: { left: async () => 100, addLease: never },
      clock: { now: () => Date.now() },
      timers: { wakeAt: () => () => {} },
      random: Math.random,
      leaseSize: async () => 0,
      facts: () => ({ waiting: 0, refused: 0, server: "bench" }),
      remember: () => {},
    },
    { lastD: 0, acked: 0, log: NO_LOG },
  );
  await new Promise<void>((done, fail) => {
    service.subscribe(() => {
      const status = service.status();
      if (status.problem) fail(new Error(status.problem.message));
      else if (status.lastSuccess !== null) done();
    });
    service.tell({ kind: "connected" });
  });
  service.stop();
  const last = pages.at(-1)?.at(-1)?.id ?? "";
  if (!(await store.store.get("contacts", last)))
    throw new Error("The last document is not there.");
}
