import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clearCodec } from "../../renderer/local-store/seal.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Interaction } from "../../shared/entities/interaction.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import {
  createTestDisk,
  openTestStore,
  wiped,
  type TestDisk,
  type TestStore,
} from "../helpers/local-store.ts";
import { TEST_DEVICE } from "../helpers/journal.ts";

function id(n: number): string {
  return `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;
}
function company(n: number, name = `Firma ${n}`): Contact {
  return { id: id(n), type: "company", name };
}
function created(contact: Contact): Change {
  return { c: "contacts", id: contact.id, before: null, after: contact };
}
function edited(before: Contact, after: Partial<Contact>): Change {
  return {
    c: "contacts",
    id: before.id,
    before,
    after: { ...before, ...after },
  };
}
function visit(n: number, contactId: string, date: string): Interaction {
  return { id: id(n), contactId, date };
}
function visited(value: Interaction): Change {
  return { c: "interactions", id: value.id, before: null, after: value };
}
function fromServer(contact: Contact, seq: number): Envelope {
  const v = contact as unknown as Envelope["v"];
  return { c: "contacts", id: contact.id, seq, rev: 1, deleted: false, v };
}
function deletedAtServer(n: number, seq: number): Envelope {
  return { c: "contacts", id: id(n), seq, rev: 2, deleted: true, v: null };
}

describe.each([
  ["sealed", undefined],
  ["without sealing", clearCodec],
])("the local store, %s", (_name, codec) => {
  let disk: TestDisk;
  let local: TestStore;

  beforeEach(async () => {
    disk = createTestDisk();
    local = await openTestStore(disk, codec);
  });
  afterEach(() => local.close());

  async function reopen(on: TestDisk = disk): Promise<void> {
    await local.close();
    disk = on;
    local = await openTestStore(disk, codec);
  }

  test("a saved contact is there before RxDB has it, and still after", async () => {
    local.breakRxDb(true);
    const result = await local.save("new", [created(company(1))]);
    expect(result).toEqual({ status: "saved", d: 1 });
    expect(await local.store.get("contacts", id(1))).toEqual(company(1));
    expect(await local.store.marks("contacts", id(1))).toEqual({
      rev: null,
      seq: null,
      pending: true,
    });
    expect(await local.store.counts()).toMatchObject({ contacts: 1 });
    local.breakRxDb(false);
    await local.settled();
    expect(await local.store.get("contacts", id(1))).toEqual(company(1));
    expect(await local.store.counts()).toMatchObject({ contacts: 1 });
  });

  test("what the journal refused is not shown as saved", async () => {
    disk.journal.failWith("disk-full");
    const result = await local.save("new", [created(company(1))]);
    expect(result).toEqual({ status: "failed", reason: "disk-full" });
    await local.settled();
    expect(await local.store.get("contacts", id(1))).toBeNull();
    expect(local.pending.waitingRecords()).toBe(0);
    expect((await local.list.counts()).all).toBe(0);
  });

  test("nothing is shown before the journal has answered", async () => {
    const release = disk.journal.hold();
    const saving = local.save("new", [created(company(1))]);
    expect(await local.store.get("contacts", id(1))).toBeNull();
    release();
    await saving;
    expect(await local.store.get("contacts", id(1))).not.toBeNull();
  });

  test("a write that RxDB refuses is reported, shown, and made later", async () => {
    local.breakRxDb(true);
    await local.save("new", [created(company(1))]);
    await local.settled();
    expect(local.problems[0]).toMatchObject({
      kind: "write-failed",
      keys: [{ c: "contacts", id: id(1) }],
    });
    expect(await local.store.get("contacts", id(1))).toEqual(company(1));
    local.breakRxDb(false);
    await reopen();
    expect(await local.store.get("contacts", id(1))).toEqual(company(1));
  });

  test("two saves of one document made at once keep their order", async () => {
    const base = company(1);
    await local.save("new", [created(base)]);
    await Promise.all([
      local.save("edit", [edited(base, { city: "Bulle", phone: "026 1" })]),
      local.save("edit", [edited(base, { city: "Romont" })]),
    ]);
    const both = { ...base, city: "Romont", phone: "026 1" };
    expect(await local.store.get("contacts", id(1))).toEqual(both);
    await local.settled();
    expect(await local.store.get("contacts", id(1))).toEqual(both);
  });

  test("visits of one contact come newest first, own unwritten ones among them", async () => {
    await local.save("visit", [visited(visit(10, id(1), "2026-03-01"))]);
    await local.save("visit", [visited(visit(11, id(1), "2026-05-01"))]);
    await local.save("visit", [visited(visit(12, id(2), "2026-06-01"))]);
    await local.settled();
    local.breakRxDb(true);
    await local.save("visit", [visited(visit(13, id(1), "2026-04-01"))]);
    const dates = async (limit: number) =>
      (await local.store.byContact("interactions", id(1), limit)).map(
        ({ date }) => date,
      );
    expect(await dates(10)).toEqual(["2026-05-01", "2026-04-01", "2026-03-01"]);
    local.breakRxDb(false);
    await local.settled();
    expect(await dates(2)).toEqual(["2026-05-01", "2026-04-01"]);
  });

  test("a task that was handed over leaves the first contact at once", async () => {
    const before = {
      id: id(20),
      contactId: id(1),
      type: "task" as const,
      description: "Call back",
      date: "2026-05-01",
      status: "notStarted" as const,
    };
    const after = { ...before, contactId: id(2) };
    await local.save("new", [
      { c: "tasks", id: id(20), before: null, after: before },
    ]);
    await local.settled();
    local.breakRxDb(true);
    await local.save("edit", [{ c: "tasks", id: id(20), before, after }]);
    expect(await local.store.byContact("tasks", id(1), 10)).toEqual([]);
    expect(await local.store.byContact("tasks", id(2), 10)).toEqual([after]);
  });

  test("a small collection is read whole, in id order", async () => {
    for (const n of [3, 1, 2])
      await local.save("code", [
        {
          c: "codes",
          id: id(n),
          before: null,
          after: { id: id(n), kind: "salesperson", code: `S${n}` } as never,
        },
      ]);
    const codes = await local.store.all("codes", 10);
    expect(codes.map((code) => code.id)).toEqual([id(1), id(2), id(3)]);
  });

  test("an own edit lies on top of what is pulled until the server has processed it", async () => {
    const base = { ...company(1), city: "Bulle" };
    await local.replica.applyServer("e1", [fromServer(base, 5)], 0);
    await local.save("edit", [edited(base, { city: "Romont" })]);
    const moved = { ...base, city: "Gruyères", phone: "026 912" };
    await local.replica.applyServer("e1", [fromServer(moved, 6)], 0);
    expect(await local.store.get("contacts", id(1))).toMatchObject({
      city: "Romont",
      phone: "026 912",
    });
    await local.replica.applyServer("e1", [fromServer(moved, 6)], 1);
    await local.pending.acknowledge(1, [], TEST_DEVICE);
    expect(await local.store.get("contacts", id(1))).toEqual(moved);
    expect(await local.store.marks("contacts", id(1))).toEqual({
      rev: 1,
      seq: 6,
      pending: false,
    });
  });

  test("what RxDB could not take in time gives way to the server's answer", async () => {
    const base = company(1);
    await local.replica.applyServer("e1", [fromServer(base, 5)], 0);
    local.breakRxDb(true);
    await local.save("edit", [edited(base, { city: "Romont" })]);
    await local.settled();
    local.breakRxDb(false);
    const lost = { ...base, city: "Gruyères" };
    await local.replica.applyServer("e1", [fromServer(lost, 6)], 1);
    expect(await local.store.get("contacts", id(1))).toEqual(lost);
  });

  test("a save made while a pull is being written survives it", async () => {
    const base = company(1);
    await local.replica.applyServer("e1", [fromServer(base, 5)], 0);
    const pulling = local.replica.applyServer(
      "e1",
      [fromServer({ ...base, name2: "Filiale" }, 6)],
      0,
    );
    await local.save("edit", [edited(base, { city: "Romont" })]);
    await pulling;
    await local.settled();
    expect(await local.store.get("contacts", id(1))).toMatchObject({
      name2: "Filiale",
      city: "Romont",
    });
  });

  test("what is saved about a document that is sealed already and not yet written lies on top of it", async () => {
    const many = Array.from({ length: 600 }, (_, n) => company(n));
    const storing = local.replica.applySnapshot(
      "e1",
      many.map((one, n) => fromServer(one, n + 1)),
      0,
    );
    // In the second batch.
    const last = company(599);
    await local.save("edit", [edited(last, { city: "Romont" })]);
    await storing;
    await local.settled();
    expect(await local.store.get("contacts", last.id)).toMatchObject({
      city: "Romont",
    });
    expect(await local.store.counts()).toMatchObject({ contacts: 600 });
  });

  test("an older version never replaces a newer one of the same epoch", async () => {
    const newer = { ...company(1), city: "Bulle" };
    await local.replica.applyServer("e1", [fromServer(newer, 9)], 0);
    await local.replica.applyServer("e1", [fromServer(company(1), 8)], 0);
    expect(await local.store.get("contacts", id(1))).toEqual(newer);
    await local.replica.applyServer("e2", [fromServer(company(1), 1)], 0);
    expect(await local.store.get("contacts", id(1))).toEqual(company(1));
  });

  test("what the server deleted is gone, and an older version does not bring it back", async () => {
    await local.replica.applyServer("e1", [fromServer(company(1), 5)], 0);
    await local.replica.applyServer("e1", [deletedAtServer(1, 6)], 0);
    await local.replica.applyServer("e1", [deletedAtServer(2, 7)], 0);
    await local.replica.applyServer(
      "e1",
      [fromServer(company(1), 5), fromServer(company(2), 4)],
      0,
    );
    expect(await local.store.get("contacts", id(1))).toBeNull();
    expect(await local.store.get("contacts", id(2))).toBeNull();
    expect(await local.store.counts()).toMatchObject({ contacts: 0 });
    expect((await local.list.counts()).all).toBe(0);
  });

  test("what a server does not have is found among what is held, and taken out but for unsent work", async () => {
    const { replica } = local;
    const docs = Array.from({ length: 501 }, (_, i) =>
      fromServer(company(i + 1), i + 1),
    );
    await replica.applyServer("e1", docs, 0);
    const [before, after] = [company(1), { ...company(1), city: "Bulle" }];
    await local.save("edit", [{ c: "contacts", id: id(1), before, after }]);
    await local.save("new", [created(company(900))]);
    await local.settled();
    const held = await replica.heldBeside((key) => key.id === id(2));
    expect(held).toHaveLength(501);
    expect(held[0]).toMatchObject({ c: "contacts", id: id(1), seq: 1 });
    // What is not sent yet is sent by itself.
    expect(held[0]?.v["city"]).toBeUndefined();
    expect(held.at(-1)).toMatchObject({ id: id(900), seq: null, epoch: null });
    await replica.removeUnknown(
      [1, 900].map((n) => ({ c: "contacts" as const, id: id(n) })),
      0,
    );
    expect(await local.store.get("contacts", id(1))).toBeNull();
    expect(await local.store.get("contacts", id(900))).not.toBeNull();
  });

  test("an insert that the server refused is taken out again", async () => {
    await local.save("new", [created(company(1))]);
    await local.settled();
    await local.replica.removeUnknown([{ c: "contacts", id: id(1) }], 1);
    await local.pending.acknowledge(
      1,
      [{ d: 1, s: "rejected", code: "no" }],
      TEST_DEVICE,
    );
    expect(await local.store.get("contacts", id(1))).toBeNull();
    expect((await local.list.counts()).all).toBe(0);
    expect(local.pending.refusedCount()).toBe(1);
    await reopen();
    expect(await local.store.get("contacts", id(1))).toBeNull();
    expect(local.pending.refusedEntries()[0]?.refused?.code).toBe("no");
  });

  test("a replay onto a store that has everything changes nothing", async () => {
    await local.save("new", [created(company(1))]);
    await local.save("edit", [edited(company(1), { city: "Bulle" })]);
    await local.save("del", [
      { c: "contacts", id: id(1), before: company(1), after: null },
    ]);
    await local.save("new", [created(company(2))]);
    await reopen();
    await reopen();
    expect(await local.store.get("contacts", id(1))).toBeNull();
    expect(await local.store.get("contacts", id(2))).toEqual(company(2));
    expect((await local.list.counts()).all).toBe(1);
  });

  test("after IndexedDB was wiped the journal brings the unsent work back", async () => {
    const pulled = { ...company(3), phone: "026 1" };
    await local.replica.applyServer("e1", [fromServer(pulled, 4)], 0);
    await local.replica.writeCheckpoint({
      epoch: "e1",
      cursors: { contacts: 4 },
    });
    await local.save("new", [created(company(1))]);
    await local.save("edit", [edited(company(1), { city: "Bulle" })]);
    await local.save("edit", [edited(pulled, { city: "Romont" })]);
    await reopen(wiped(disk));
    expect(await local.replica.readCheckpoint()).toEqual({
      epoch: null,
      cursors: {},
    });
    expect(await local.store.get("contacts", id(1))).toEqual({
      ...company(1),
      city: "Bulle",
    });
    // A patch waits for its base, which only the server has.
    expect(await local.store.get("contacts", id(3))).toBeNull();
    expect(local.pending.waitingRecords()).toBe(2);
    await local.replica.applyServer("e1", [fromServer(pulled, 4)], 0);
    expect(await local.store.get("contacts", id(3))).toEqual({
      ...pulled,
      city: "Romont",
    });
  });

  test("the checkpoint is there again after a restart", async () => {
    const checkpoint = { epoch: "e1", cursors: { contacts: 12 } };
    await local.replica.writeCheckpoint(checkpoint);
    await reopen();
    expect(await local.replica.readCheckpoint()).toEqual(checkpoint);
  });

  test("after the wall clock was set back, writes still count as newer", async () => {
    const ahead = Date.now() + 5 * 86_400_000;
    await local.close();
    local = await openTestStore(disk, codec, ahead);
    await local.save("new", [created(company(1))]);
    await local.settled();
    expect(await local.newestWrite()).toBeGreaterThan(ahead);
  });

  test("a draft is kept on the device and never enters the journal", async () => {
    const draft = {
      id: id(7),
      form: "visit",
      value: { who: "x" },
      savedAt: "2026-01-01T00:00:00Z",
    };
    const change: Change = {
      c: "drafts",
      id: id(7),
      before: null,
      after: draft,
    };
    expect(await local.save("draft", [change])).toEqual({
      status: "saved",
      d: 0,
    });
    expect(disk.journal.state().pending).toEqual([]);
    await reopen();
    expect(await local.store.get("drafts", id(7))).toEqual(draft);
    local.breakRxDb(true);
    const gone: Change = { c: "drafts", id: id(7), before: draft, after: null };
    expect(await local.save("draft", [gone])).toEqual({
      status: "failed",
      reason: "io",
    });
    expect(await local.store.get("drafts", id(7))).toEqual(draft);
  });

  test("the list shows a saved contact at once and a pulled one afterwards", async () => {
    const query = { text: "", kind: "all", locale: "fr-CH" } as const;
    const names = async () =>
      (await local.list.query(query, 0, 10)).rows.map(({ name }) => name);
    local.breakRxDb(true);
    await local.save("new", [created(company(1, "Zumbrunn"))]);
    expect(await names()).toEqual(["Zumbrunn"]);
    local.breakRxDb(false);
    await local.replica.applyServer(
      "e1",
      [fromServer(company(2, "Écoles"), 1)],
      0,
    );
    expect(await names()).toEqual(["Écoles", "Zumbrunn"]);
    await reopen();
    expect(await names()).toEqual(["Écoles", "Zumbrunn"]);
  });

  test("whoever listens hears of own and of pulled changes", async () => {
    const heard: string[] = [];
    local.store.subscribe((keys) =>
      heard.push(...keys.flatMap(({ c, id }) => (c === "contacts" ? id : []))),
    );
    await local.save("new", [created(company(1))]);
    expect(heard).toEqual([id(1)]);
    await local.replica.applyServer("e1", [fromServer(company(2), 1)], 0);
    expect(heard).toEqual([id(1), id(2)]);
    await local.replica.applyServer("e1", [fromServer(company(2), 1)], 0);
    expect(heard).toEqual([id(1), id(2)]);
  });

  test("an intention of more than fifty operations is saved whole", async () => {
    const many = Array.from({ length: 120 }, (_, n) => created(company(n)));
    const result = await local.save("new", many);
    expect(result).toEqual({ status: "saved", d: 3 });
    expect(await local.store.counts()).toMatchObject({ contacts: 120 });
    await local.settled();
    expect((await local.list.counts()).companies).toBe(120);
  });

  test("a thousand pulled contacts are written in batches and all are there", async () => {
    const docs = Array.from({ length: 1200 }, (_, n) =>
      fromServer(company(n), n + 1),
    );
    await local.replica.applyServer("e1", docs, 0);
    expect(await local.store.counts()).toMatchObject({ contacts: 1200 });
    expect((await local.list.counts()).all).toBe(1200);
  });
});
