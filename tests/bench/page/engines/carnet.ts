import {
  createStore,
  type OpenedStore,
} from "../../../../renderer/local-store/open-store.ts";
import { startWorkers } from "../../../../renderer/local-store/start-workers.ts";
import type { SearchGroup } from "../../../../renderer/local-store/store.ts";
import type { Bridge } from "../../../../shared/ipc/contract.ts";
import { NO_LOG } from "../../../../shared/sync/status.ts";
import { createSyncService } from "../../../../shared/sync/driver.ts";
import type { Transport } from "../../../../shared/sync/ports.ts";
import {
  edited,
  PAGE,
  ROWS,
  salespersonOf,
  type Engine,
  type Filled,
  type Pages,
} from "../engine.ts";
import { EPOCH } from "../bench-contacts.ts";

/** Ours, whole: machine, driver, rebase, sealing, RxDB's layout, checkpoint, and the projection that follows. */
export const carnetByPages: Engine = {
  fill: (pages) => fill(pages, byPages(pages)),
};
/** The first sync of a large company: part by part, then the feed. */
export const carnetBySnapshot: Engine = {
  fill: (pages) => fill(pages, bySnapshot(pages)),
};

const never = () => Promise.reject(new Error("not in this measurement"));
const refused = async () => ({
  kind: "refused" as const,
  ...{ http: 404, code: "not_found", message: "page by page" },
});

function byPages(pages: Pages): Transport {
  const head = pages.length * PAGE;
  return {
    device: () => "bench",
    push: never,
    digest: never,
    range: never,
    lease: never,
    renewIdentity: never,
    snapshotPart: never,
    snapshotOffer: refused,
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
}

function bySnapshot(pages: Pages): Transport {
  const head = pages.length * PAGE;
  const parts = pages.map((page, from) => ({
    ...{ from, to: from + 1, docs: page.length, sha256: "" },
  }));
  const snapshot = { id: EPOCH, seq: head, docs: head, bytes: head, parts };
  return {
    ...byPages(pages),
    snapshotOffer: async () => ({
      kind: "answer",
      value: {
        ...{ epoch: EPOCH, head, collections: ["contacts"], docs: [] },
        snapshot: { ...snapshot, sha256: "" },
      },
    }),
    snapshotPart: async (_id, { from }) => ({
      kind: "answer",
      value: { docs: pages[from] ?? [] },
    }),
  };
}

async function fill(pages: Pages, transport: Transport): Promise<Filled> {
  const store = await open();
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
  return questions(store, pages);
}

function open(): Promise<OpenedStore> {
  // The window of the bench has the app's own preload, and a main process with the app's own journal behind it.
  const { bridge } = globalThis as unknown as { bridge?: Bridge };
  return createStore({
    workers: startWorkers(),
    bridge: bridge ?? { invoke: never },
    storeKey: crypto.getRandomValues(new Uint8Array(32)),
    journal: {
      ...{ pending: [], refused: [], held: [], discarded: [], merged: [] },
      ...{ lastD: 0, acked: 0, sent: 0, tornBytes: 0 },
    },
    newId: () => crypto.randomUUID(),
    onUnreadable: () => {},
  });
}

/** In plain Chromium there is no journal, and nothing is saved. */
const hasJournal = "bridge" in globalThis;

/** Companies and people stand side by side in the box: the best of one, then the best of the other. */
export function inTurn(groups: readonly SearchGroup[]): readonly string[] {
  const lists = groups
    .filter(({ kind }) => kind === "companies" || kind === "persons")
    .map(({ hits }) => hits.map(({ id }) => id));
  const most = Math.max(0, ...lists.map((one) => one.length));
  return Array.from({ length: most }, (_, i) =>
    lists.flatMap((one) => one[i] ?? []),
  ).flat();
}

function questions(local: OpenedStore, pages: Pages): Filled {
  const { list, save, search, store } = local;
  const all = { text: "", kind: "all", locale: "fr-CH" } as const;
  return {
    sort: async () => (await list.query(all, 0, ROWS)).rows.length,
    async filter(turn) {
      const values = [salespersonOf(turn)];
      const filter = { all: [{ column: "salesperson", op: "is", values }] };
      const query = { ...all, filter } as Parameters<typeof list.query>[0];
      return (await list.query(query, 0, ROWS)).rows.length;
    },
    jump: async (_turn, row) =>
      (await list.query(all, row, row + ROWS)).rows.length,
    find: (text, limit) =>
      new Promise((done) => {
        search.search({ text, limit }, ({ groups }) => {
          done(inTurn(groups).slice(0, limit));
        });
      }),
    ...(hasJournal ? { save: timedSave } : {}),
    close: () => local.close(),
  };

  async function timedSave(turn: number) {
    const after = edited(pages, turn) as { readonly id: string };
    const before = await store.get("contacts", after.id);
    const since = performance.now();
    const heard = new Promise<void>((done) => {
      const stop = list.subscribe(() => {
        stop();
        done();
      });
    });
    const saved = await save("bench", [
      { c: "contacts", id: after.id, before, after } as never,
    ]);
    if (saved.status !== "saved") throw new Error("The journal has refused.");
    const answered = performance.now() - since;
    const visible = heard.then(async () => {
      await list.query(all, 0, ROWS);
      return performance.now() - since;
    });
    return {
      ...{ saved: answered, visible: await visible },
      stored: await untilStored(turn),
    };
  }

  /** The store alone: a save that is not on the list of Undo, which is written after it. */
  async function untilStored(turn: number): Promise<number> {
    await local.settled();
    const after = edited(pages, turn + 1_000) as { readonly id: string };
    const before = await store.get("contacts", after.id);
    const since = performance.now();
    await save("action.import", [
      { c: "contacts", id: after.id, before, after } as never,
    ]);
    await local.settled();
    return performance.now() - since;
  }
}
