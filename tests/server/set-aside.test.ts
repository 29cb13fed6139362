import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Change } from "../../shared/domain/change.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import { createMemoryDisk } from "../helpers/memory-tables.ts";
import { op, withServer } from "../helpers/server.ts";
import {
  newDisk,
  startDevice,
  type WholeDevice,
} from "../helpers/whole-device.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const company = (name: string, more: Partial<Contact> = {}): Contact => ({
  ...{ id: randomUUID(), type: "company" as const, name, ...more },
});
const created = (after: Contact): Change => ({
  ...{ c: "contacts", id: after.id, before: null, after },
});
const idsOn = (device: WholeDevice, id: string) =>
  [
    ...device.local.pending.pendingEntries(),
    ...device.local.pending.heldEntries(),
  ]
    .filter(({ ops }) => ops.some((one) => one.id === id))
    .map(({ m }) => m);

test("held work is shown, survives a kill and the loss of the store, and reaches nobody until it is released", () =>
  withServer("pglite", async (server) => {
    const disk = await newDisk(server, temporaryFolder(), "Anna");
    let anna = await startDevice(server, disk);
    const reader = await startDevice(
      server,
      await newDisk(server, temporaryFolder(), "Beat"),
    );
    const old = company("Old SA", { city: "Bulle" });
    const fresh = company("Fresh SA");
    await anna.save(created(old));
    await anna.settle();
    await anna.edit("contacts", old.id, { city: "Romont" });
    await anna.save(created(fresh));
    const ms = [...idsOn(anna, old.id), ...idsOn(anna, fresh.id)];
    expect((await anna.local.arrange({ do: "hold", ms })).status).toBe("done");
    await anna.settle();
    await reader.settle();
    expect(await reader.read("contacts", old.id)).toMatchObject({
      city: "Bulle",
    });
    expect(await reader.read("contacts", fresh.id)).toBe(null);

    // What others write meanwhile comes in under it.
    await reader.edit("contacts", old.id, { phone: "026 1" });
    await reader.settle();
    await anna.stop();
    disk.readable = createMemoryDisk();
    anna = await startDevice(server, disk);
    await anna.settle();
    expect(await anna.read("contacts", old.id)).toMatchObject({
      ...{ city: "Romont", phone: "026 1" },
    });
    expect(await anna.read("contacts", fresh.id)).toMatchObject({
      name: "Fresh SA",
    });
    // New work on it waits with it.
    await anna.edit("contacts", fresh.id, { city: "Vevey" });
    await anna.settle();
    expect(anna.local.pending.heldRecords()).toBe(2);

    const held = anna.local.pending.heldEntries().map(({ m }) => m);
    await anna.local.arrange({ do: "resume", ms: held });
    await anna.settle();
    await reader.settle();
    expect(await reader.read("contacts", old.id)).toMatchObject({
      ...{ city: "Romont", phone: "026 1" },
    });
    expect(await reader.read("contacts", fresh.id)).toMatchObject({
      city: "Vevey",
    });
    expect(anna.local.pending.refusedCount()).toBe(0);
    expect(await reader.all("notes")).toEqual([]);
    for (const device of [anna, reader]) await device.stop();
  }));

test("what is discarded is gone from the screen and never sent; put back it is there and sent, at any moment of a kill", () =>
  withServer("pglite", async (server) => {
    const disk = await newDisk(server, temporaryFolder(), "Anna");
    let anna = await startDevice(server, disk);
    const restart = async () => {
      await anna.stop();
      anna = await startDevice(server, disk);
    };
    const old = company("Old SA", { city: "Bulle", phone: "1" });
    await anna.save(created(old));
    await anna.settle();
    await anna.edit("contacts", old.id, { city: "Romont" });
    await anna.edit("contacts", old.id, { phone: "2", email: "a@b.ch" });
    const fresh = company("Fresh SA");
    await anna.save(created(fresh));
    const ms = [...idsOn(anna, old.id), ...idsOn(anna, fresh.id)];

    // Killed between the journal's answer and the store.
    await anna.journal.arrange({ do: "discard", ms });
    await restart();
    const asBefore = { city: "Bulle", phone: "1", name: "Old SA" };
    expect(await anna.read("contacts", old.id)).toMatchObject(asBefore);
    expect(await anna.read("contacts", old.id)).not.toHaveProperty("email");
    expect(await anna.read("contacts", fresh.id)).toBe(null);

    // Undo, killed at the same place.
    await anna.journal.arrange({ do: "resume", ms });
    await restart();
    const asTyped = { city: "Romont", phone: "2", email: "a@b.ch" };
    expect(await anna.read("contacts", old.id)).toMatchObject(asTyped);

    // Discarded for good; what is typed anew afterwards stays.
    const again = [...idsOn(anna, old.id), ...idsOn(anna, fresh.id)];
    await anna.local.arrange({ do: "discard", ms: again });
    expect(await anna.read("contacts", old.id)).toMatchObject(asBefore);
    await anna.edit("contacts", old.id, { city: "Romont" });
    await restart();
    const typed = { city: "Romont", phone: "1" };
    expect(await anna.read("contacts", old.id)).toMatchObject(typed);
    await anna.settle();
    await restart();
    expect(await anna.read("contacts", old.id)).toMatchObject(typed);
    expect(await anna.read("contacts", fresh.id)).toBe(null);
    expect(anna.local.pending.refusedCount()).toBe(0);

    const reader = await startDevice(
      server,
      await newDisk(server, temporaryFolder(), "Beat"),
    );
    await reader.settle();
    expect(await reader.all("contacts")).toHaveLength(1);
    expect(await reader.read("contacts", old.id)).toMatchObject(typed);
    for (const device of [anna, reader]) await device.stop();
  }));

test("sent first it is at the server before what was saved earlier", () =>
  withServer("pglite", async (server) => {
    const disk = await newDisk(server, temporaryFolder(), "Anna");
    const anna = await startDevice(server, disk);
    const cards = ["A", "B", "C"].map((name) => company(name));
    for (const card of cards) await anna.save(created(card));
    const last = cards[2]?.id ?? "";
    await anna.local.arrange({ do: "send-first", ms: idsOn(anna, last) });
    await anna.settle();
    const numbers = await Promise.all(
      cards.map(async ({ id }) => (await anna.read("contacts", id))?.["no"]),
    );
    expect(numbers).toEqual(["CT000002", "CT000003", "CT000001"]);
    await anna.stop();
  }));

test("the number of something set aside changes nothing at the server, not even a deletion", () =>
  withServer("pglite", async (server) => {
    const cro = await server.device("Chantal");
    const id = randomUUID();
    await cro.push([op.company(id, "Gone SA")]);
    await cro.push([{ c: "contacts", id, k: "del", rev: 1 }]);
    const answer = await cro.push([
      { c: "contacts", id, k: "set", f: {}, o: "inherited" },
    ]);
    expect(answer.results).toEqual([{ d: 3, s: "same" }]);
    expect(answer.docs).toMatchObject([{ id, deleted: true, rev: 2 }]);
  }));
