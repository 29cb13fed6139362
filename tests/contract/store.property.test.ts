import fc from "fast-check";
import { expect, test } from "vitest";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import { rebase } from "../../shared/sync/rebase.ts";
import {
  createTestDisk,
  openTestStore,
  wiped,
  type TestDisk,
  type TestStore,
} from "../helpers/local-store.ts";
import { TEST_DEVICE } from "../helpers/journal.ts";

const IDS = [1, 2, 3].map((n) => `01890000-0000-7000-8000-00000000000${n}`);

const step = fc.oneof(
  fc.record({
    do: fc.constantFrom("edit", "server-edit"),
    id: fc.constantFrom(...IDS),
    member: fc.constantFrom("city", "name2", "comment"),
    value: fc.constantFrom("A", "B", "C"),
  }),
  fc.record({
    do: fc.constantFrom("delete", "server-delete"),
    id: fc.constantFrom(...IDS),
  }),
  fc.record({
    do: fc.constantFrom("push", "settle", "restart", "wipe", "break", "mend"),
  }),
);
type Step = {
  readonly do: string;
  readonly id?: string;
  readonly member?: string;
  readonly value?: string;
};

/** The slow obvious way: what a server with one version a document holds, and the device's unsent work on top. */
class World {
  disk: TestDisk;
  local!: TestStore;
  readonly server = new Map<string, Envelope>();
  seq = 0;

  constructor(bulkFrom: number | undefined) {
    this.disk = createTestDisk(bulkFrom);
  }

  put(id: string, v: Envelope["v"]): Envelope {
    const rev = (this.server.get(id)?.rev ?? 0) + 1;
    const seq = ++this.seq;
    const envelope = { c: "contacts", id, seq, rev, deleted: v === null, v };
    this.server.set(id, envelope);
    return envelope;
  }
  apply(docs: readonly Envelope[], upto: number): Promise<void> {
    return this.local.replica.applyServer("e1", docs, upto);
  }
  expected(id: string): unknown {
    const ops = this.local.pending.pendingOpsOf("contacts", id);
    return rebase(
      this.server.get(id)?.v ?? null,
      ops.map(({ op }) => op),
    );
  }

  async run({ do: what, id = "", member = "", value = "" }: Step) {
    const { local } = this;
    const known = this.server.get(id);
    switch (what) {
      case "edit": {
        const before = await local.store.get("contacts", id);
        // Ids are never used again after a deletion.
        if (!before && (known || this.expected(id) !== null)) return;
        const gone = local.pending.pendingOpsOf("contacts", id).length > 0;
        if (!before && gone) return;
        const base: Contact = before ?? { id, type: "company", name: "Firma" };
        const after = { ...base, [member]: value };
        await local.save("test", [{ c: "contacts", id, before, after }]);
        return;
      }
      case "delete": {
        const before = await local.store.get("contacts", id);
        if (before)
          await local.save("test", [
            { c: "contacts", id, before, after: null },
          ]);
        return;
      }
      case "server-edit":
        if (!known?.v) return;
        return this.apply(
          [this.put(id, { ...known.v, [member]: value })],
          local.pending.acked(),
        );
      case "server-delete":
        if (!known?.v) return;
        return this.apply([this.put(id, null)], local.pending.acked());
      case "push": {
        const upto = local.pending.lastD();
        const touched = IDS.filter(
          (one) => local.pending.pendingOpsOf("contacts", one).length > 0,
        );
        // The server takes the work over, but the city was lost to somebody else.
        const docs = touched.map((one) => {
          const v = this.expected(one) as Envelope["v"];
          return this.put(one, v && { ...v, city: `City ${this.seq}` });
        });
        await this.apply(docs, upto);
        return local.pending.acknowledge(upto, [], TEST_DEVICE);
      }
      case "settle":
        return local.settled();
      case "break":
      case "mend":
        return local.breakRxDb(what === "break");
      case "restart":
      case "wipe":
        local.breakRxDb(false);
        await local.close();
        if (what === "wipe") this.disk = wiped(this.disk);
        this.local = await openTestStore(this.disk);
        if (what === "wipe") await this.apply([...this.server.values()], 0);
    }
  }
}

test("whatever happens in whatever order, a document is the server's version with the unsent work on top", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 25 }),
      // One document is a bulk already, or none ever is.
      fc.constantFrom(1, undefined),
      async (steps, bulkFrom) => {
        const world = new World(bulkFrom);
        world.local = await openTestStore(world.disk);
        try {
          for (const one of steps) {
            try {
              await world.run(one);
            } catch (error) {
              // A pull into a store that cannot write fails as a whole, and comes again.
              if (!String(error).includes("RxDB is broken")) throw error;
              world.local.breakRxDb(false);
              await world.apply(
                [...world.server.values()],
                world.local.pending.acked(),
              );
            }
            for (const id of IDS)
              expect(await world.local.store.get("contacts", id)).toEqual(
                world.expected(id),
              );
          }
          world.local.breakRxDb(false);
          await world.local.settled();
          const query = { text: "", kind: "all", locale: "en" } as const;
          const listed = await world.local.list.query(query, 0, 10);
          const shown = IDS.flatMap((id) => {
            const value = world.expected(id) as Contact | null;
            return value ? [[id, value.city ?? ""]] : [];
          });
          const rows = listed.rows.map(({ id, city }) => [id, city]);
          expect(new Map(rows as never)).toEqual(new Map(shown as never));
        } finally {
          await world.local.close();
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
