import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  partDraft,
  readParts,
} from "../../renderer/local-store/undo-record.ts";
import { stepsOf } from "../../shared/sync/reverse.ts";
import { deleteContact } from "../../shared/domain/delete-contact.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import {
  createTestDisk,
  openTestStore,
  type TestDisk,
  type TestStore,
} from "../helpers/local-store.ts";
import { until } from "../helpers/until.ts";

const id = (n: number) =>
  `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;

let disk: TestDisk;
let local: TestStore;

beforeEach(async () => {
  disk = createTestDisk();
  local = await openTestStore(disk);
});
afterEach(() => local.close());

async function restart(): Promise<void> {
  await local.close();
  local = await openTestStore(disk);
  await until(
    async () => local.undo.commands().length,
    (known) => known > 0,
  );
}

function company(n: number, more: Partial<Contact> = {}): Contact {
  return { id: id(n), type: "company", name: `Firma ${n}`, ...more };
}

async function create(contact: Contact): Promise<void> {
  const change: Change = {
    ...{ c: "contacts", id: contact.id },
    ...{ before: null, after: contact },
  };
  await local.save("action.createCompany", [change]);
}

/** As a screen does it: on top of what stands. */
async function edit(n: number, patch: Partial<Contact>): Promise<void> {
  await local.save("action.editContact", [await edited(n, patch)]);
}

async function edited(n: number, patch: Partial<Contact>): Promise<Change> {
  const before = await shown(n);
  if (!before) throw new Error(`no ${n}`);
  return { c: "contacts", id: id(n), before, after: { ...before, ...patch } };
}

const shown = (n: number) => local.store.get("contacts", id(n));

/** Somebody else's edit arrives with the sync. */
async function pulled(n: number, patch: Partial<Contact>): Promise<void> {
  const v = { ...(await shown(n)), ...patch };
  await local.replica.applyServer(
    "epoch",
    [
      {
        ...{ c: "contacts", id: id(n), seq: 9, rev: 9, deleted: false },
        v: v as never,
      },
    ],
    1_000,
  );
}

test("the last things done are undone and done again, one by one, also after a restart", async () => {
  await create(company(1));
  await edit(1, { phone: "+41 26 555 01 23" });
  await edit(1, { city: "Bulle" });
  await restart();
  expect(local.undo.state().undo?.label).toBe("action.editContact");
  await local.undo.undo();
  expect(await shown(1)).toEqual(company(1, { phone: "+41 26 555 01 23" }));
  await local.undo.undo();
  await local.undo.undo();
  expect(await shown(1)).toBeNull();
  expect(await local.undo.undo()).toBeNull();
  await restart();
  for (let i = 0; i < 3; i++) await local.undo.redo();
  expect(await shown(1)).toEqual(
    company(1, { phone: "+41 26 555 01 23", city: "Bulle" }),
  );
  expect(local.undo.state().redo).toBeNull();
});

test("what somebody else has changed since is kept and named, the rest is undone", async () => {
  await create(company(1));
  await edit(1, { phone: "+41 26 555 01 23", city: "Bulle" });
  await pulled(1, { phone: "+41 26 555 99 99" });
  const outcome = await local.undo.undo();
  expect(outcome?.kept).toEqual([
    { c: "contacts", id: id(1), path: "phone", name: "Firma 1" },
  ]);
  expect(await shown(1)).toEqual(company(1, { phone: "+41 26 555 99 99" }));
});

test("undo of what was synced is an ordinary edit with its base value", async () => {
  await create(company(1));
  await edit(1, { city: "Bulle" });
  await pulled(1, {});
  await local.undo.undo();
  expect(disk.journal.state().pending.at(-1)).toMatchObject({
    label: "action.undo",
    ops: [{ k: "set", f: { city: ["Bulle", null] } }],
  });
});

test("a new contact that somebody has used since stays", async () => {
  await create(company(1));
  await local.replica.applyServer(
    "epoch",
    [
      {
        ...{ c: "interactions", id: id(50), seq: 3, rev: 1, deleted: false },
        v: { id: id(50), contactId: id(1), date: "2026-03-09" },
      },
    ],
    0,
  );
  const outcome = await local.undo.undo();
  expect(outcome?.kept).toEqual([
    { c: "contacts", id: id(1), path: "", name: "Firma 1" },
  ]);
  expect(await shown(1)).toEqual(company(1));
});

test("a bulk edit in many portions is one step, and the mark of 1,000 contacts comes back", async () => {
  const all = Array.from({ length: 1_000 }, (_, i) => i + 1);
  const make = local.undo.begin("action.import-like");
  for (let i = 0; i < all.length; i += 50)
    await make.save(
      all.slice(i, i + 50).map((n) => ({
        ...{ c: "contacts", id: id(n) },
        ...{ before: null, after: company(n, { city: "Bulle" }) },
      })),
    );
  await make.end();
  const bulk = local.undo.begin("action.bulkEdit");
  for (let i = 0; i < all.length; i += 50) {
    const some = all.slice(i, i + 50);
    await bulk.save(
      await Promise.all(
        some.map((n) => edited(n, { city: "Fribourg", mailingGroups: ["X"] })),
      ),
    );
  }
  expect((await bulk.end())?.records).toBe(1_000);
  await edit(7, { city: "Romont" });
  await local.undo.undo(local.undo.commands().at(1)?.id);
  expect(await shown(1)).toEqual(company(1, { city: "Bulle" }));
  expect(await shown(1_000)).toEqual(company(1_000, { city: "Bulle" }));
  // Edited by hand after the bulk edit: kept.
  expect(await shown(7)).toEqual(company(7, { city: "Romont" }));
  await local.undo.redo();
  expect(await shown(1_000)).toEqual(
    company(1_000, { city: "Fribourg", mailingGroups: ["X"] }),
  );
  expect(await shown(7)).toEqual(
    company(7, { city: "Romont", mailingGroups: ["X"] }),
  );
}, 60_000);

test("portions that build on each other are undone from the last to the first, and done again from the first", async () => {
  await create(company(1, { city: "A" }));
  const command = local.undo.begin("action.bulkEdit");
  for (const city of ["B", "C", "D"])
    await command.save([await edited(1, { city })]);
  await command.end();
  await local.undo.undo();
  expect(await shown(1)).toEqual(company(1, { city: "A" }));
  await restart();
  await local.undo.redo();
  expect(await shown(1)).toEqual(company(1, { city: "D" }));
  await local.undo.undo();
  expect(await shown(1)).toEqual(company(1, { city: "A" }));
});

test("something new ends what could be done again; the last 200 are kept", async () => {
  await create(company(1));
  await edit(1, { city: "Bulle" });
  await local.undo.undo();
  await edit(1, { city: "Romont" });
  expect(local.undo.state().redo).toBeNull();
  for (let i = 0; i < 205; i++) await edit(1, { city: `Ort ${i}` });
  expect(local.undo.commands()).toHaveLength(201);
  expect(local.undo.commands()[0]?.label).toBe("action.editContact");
}, 60_000);

test("a disk that refuses leaves the command to be undone once more", async () => {
  await create(company(1));
  await edit(1, { city: "Bulle" });
  disk.journal.failWith("disk-full");
  expect((await local.undo.undo())?.status).toBe("failed");
  expect(await shown(1)).toEqual(company(1, { city: "Bulle" }));
  disk.journal.failWith(null);
  expect((await local.undo.undo())?.status).toBe("done");
  expect(await shown(1)).toEqual(company(1));
});

test("a command whose recorded parts are not all there is not taken back by half and stays, and what was done before it can be taken back", async () => {
  await create(company(1));
  await create(company(2));
  const command = local.undo.begin("action.bulkEdit");
  for (const city of ["Bulle", "Broc"])
    await command.save([await edited(1, { city })]);
  const head = await command.end();
  const [part] = await readParts(local.store, head?.id ?? "");
  const before = await local.store.get("drafts", part?.id ?? "");
  if (!before) throw new Error("no part");
  await local.save("action.draft", [
    { c: "drafts", id: before.id, before, after: null },
  ]);
  await restart();
  expect((await local.undo.undo())?.status).toBe("incomplete");
  expect(await shown(1)).toEqual(company(1, { city: "Broc" }));
  expect(local.undo.commands().map((one) => one.id)).toContain(head?.id);
  expect(local.undo.state().undo?.label).toBe("action.createCompany");
  expect((await local.undo.undo())?.status).toBe("done");
  expect(await shown(2)).toBeNull();
});

test("what was done within a millisecond stays in its order after a restart, wherever the clock ticks in it", async () => {
  const start = Date.now();
  for (let reads = 0; reads < 12; reads++) {
    await local.close();
    disk = createTestDisk();
    let read = 0;
    const clock = vi
      .spyOn(Date, "now")
      .mockImplementation(() => (read++ < reads ? start : start + 1));
    local = await openTestStore(disk);
    read = 0;
    await create(company(1));
    await create(company(2));
    await create(company(3));
    const names = () => local.undo.commands().map(({ name }) => name);
    const done = names();
    clock.mockRestore();
    await restart();
    expect({ reads, names: names() }).toEqual({ reads, names: done });
  }
});

test("every part is read, however many there are", async () => {
  const parts = Array.from({ length: 5_001 }, (_, index) =>
    partDraft(id(1), { id: id(index), index, state: "done", steps: [] }, 0),
  );
  const byContact = async (_: unknown, __: string, limit: number) =>
    parts.slice(0, limit);
  const store = { byContact } as unknown as Parameters<typeof readParts>[0];
  expect(await readParts(store, id(1))).toHaveLength(5_001);
});

test("drafts and what an import does are not on the list", async () => {
  await local.save("action.import", [
    { c: "contacts", id: id(1), before: null, after: company(1) },
  ]);
  expect(local.undo.commands()).toEqual([]);
  expect(stepsOf([])).toEqual([]);
});

test("a deleted person comes back with visits, notes and picture, long after and from a restart", async () => {
  await create(company(1));
  const person: Contact = {
    ...{ id: id(2), type: "person", name: "Luc", companyId: id(1) },
  };
  await create(person);
  const visit = { id: id(60), contactId: id(2), companyId: id(1) };
  const interaction = { ...visit, date: "2026-03-09" };
  const note = { id: id(61), contactId: id(2), kind: "comment" as const };
  await local.save("action.logVisit", [
    {
      ...{ c: "interactions", id: id(60) },
      ...{ before: null, after: interaction },
    },
    { c: "notes", id: id(61), before: null, after: note },
  ]);
  const gone = deleteContact([
    {
      ...{ contact: person, interactions: [interaction], notes: [note] },
      ...{ tasks: [], opportunities: [], files: [] },
    },
  ]);
  if (!gone.ok) throw new Error("refused");
  await local.save("action.deleteContact", gone.value);
  expect(await shown(2)).toBeNull();
  expect((await local.store.get("interactions", id(60)))?.contactId).toBe(
    id(1),
  );
  await edit(1, { city: "Bulle" });
  await restart();
  const trash = local.undo.commands().find((one) => one.deleted);
  expect(trash?.deleted).toEqual([{ id: id(2), name: "Luc", type: "person" }]);
  await local.undo.undo(trash?.id);
  expect(await shown(2)).toEqual(person);
  expect(await local.store.get("interactions", id(60))).toEqual(interaction);
  expect(await local.store.get("notes", id(61))).toEqual(note);
  expect(await shown(1)).toEqual(company(1, { city: "Bulle" }));
});

test("what somebody else has deleted is in the trash here, is not what Undo takes, and comes back", async () => {
  const envelope = (seq: number, v: Contact | null) => ({
    ...{ c: "contacts", id: id(3), seq, rev: seq, deleted: v === null },
    v: v as never,
  });
  await local.replica.applyServer("epoch", [envelope(1, company(3))], 0);
  await local.replica.applyServer("epoch", [envelope(2, null)], 0);
  expect(await shown(3)).toBeNull();
  expect(local.undo.state().undo).toBeNull();
  const [trash] = local.undo.commands();
  await local.undo.undo(trash?.id);
  expect(await shown(3)).toEqual(company(3));
  expect(disk.journal.state().pending.at(-1)?.ops).toEqual([
    { c: "contacts", id: id(3), k: "ins", o: "restored", v: company(3) },
  ]);
  expect(local.undo.commands()).toEqual([]);
});
