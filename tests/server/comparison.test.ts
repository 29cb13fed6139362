import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Change } from "../../shared/domain/change.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Transport } from "../../shared/sync/ports.ts";
import { ENGINES, withServer, type TestServer } from "../helpers/server.ts";
import { keeper } from "../helpers/keeper.ts";
import {
  newDisk,
  startDevice,
  type WholeDevice,
  type WholeDisk,
} from "../helpers/whole-device.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const company = (name: string): Contact => ({
  ...{ id: randomUUID(), type: "company" as const, name },
});
const created = (after: Contact): Change => ({
  ...{ c: "contacts", id: after.id, before: null, after },
});

interface Laptop extends WholeDevice {
  readonly disk: WholeDisk;
  /** Requests since it was last asked. */
  asked(): readonly string[];
}

async function laptop(
  server: TestServer,
  given?: WholeDisk,
  name = "Anna",
): Promise<Laptop> {
  const disk = given ?? (await newDisk(server, temporaryFolder(), name));
  const asked: string[] = [];
  const note = (transport: Transport): Transport => ({
    ...transport,
    pull: (request) => {
      asked.push(`pull ${request.cursors["contacts"] ?? 0}`);
      return transport.pull(request);
    },
    range: (request) => {
      asked.push("range");
      return transport.range(request);
    },
  });
  const device = await startDevice(server, disk, note);
  return { ...device, disk, asked: () => asked.splice(0) };
}

/** As at the start after an unclean end. */
async function compare({ service, disk }: Laptop): Promise<void> {
  disk.clock.nowMs += 1000;
  const { nowMs } = disk.clock;
  service.tell({ kind: "doubted" });
  service.tell({ kind: "configured", everyMs: null, paused: false });
  service.syncNow();
  for (let i = 0; i < 500; i += 1) {
    const { comparedAt, problem } = service.status();
    if (problem) throw new Error(problem.message);
    if (comparedAt === nowMs) break;
    await pause(10);
  }
  expect(service.status().comparedAt).toBe(nowMs);
  service.tell({ kind: "configured", everyMs: null, paused: true });
}

async function names(device: WholeDevice): Promise<readonly unknown[]> {
  return (await device.all("contacts"))
    .map(({ name }) => String(name))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

describe.each(ENGINES)("comparing everything with %s", (engine) => {
  test("what the disk has lost, has an old version of, or should not have is put right; unsent work stays", () =>
    withServer(engine, async (server) => {
      const other = await laptop(server, undefined, "Beat");
      const all = Array.from({ length: 30 }, (_, n) => company(`Firma ${n}`));
      const [lost, edited, old, extra] = all;
      if (!lost || !edited || !old || !extra) throw new Error("There are 30");
      await other.save(...all.map(created));
      await other.settle();
      const anna = await laptop(server);
      await anna.settle();
      await other.edit("contacts", old.id, { city: "Bulle" });
      await other.save({
        c: "contacts",
        id: extra.id,
        before: extra,
        after: null,
      });
      await other.settle();

      // Anna has read past those changes, but her disk has not kept them.
      const { tables } = anna.disk.readable;
      const before = await tables.contacts.load([old.id, extra.id]);
      await anna.settle();
      const now = await tables.contacts.load([old.id, extra.id]);
      await tables.contacts.write(
        [...now.values()].map((previous) => ({
          previous,
          document: before.get(previous.id) ?? previous,
          deleted: false,
        })),
      );
      anna.disk.readable.lose("contacts", lost.id);
      anna.disk.readable.lose("contacts", edited.id);
      await anna.stop();
      const again = await laptop(server, anna.disk);
      await again.settle();
      expect(await again.all("contacts")).toHaveLength(28);

      again.service.tell({ kind: "configured", everyMs: null, paused: true });
      await again.save({
        ...{ c: "contacts", id: edited.id },
        before: edited,
        after: { ...edited, phone: "+41 26 555 01 23" },
      });
      const fresh = company("Fresh");
      await again.save(created(fresh));
      again.asked();
      await compare(again);
      // Neighbours come in one go; nothing else is fetched.
      const ranges = again.asked().filter((what) => what === "range").length;
      expect(ranges).toBeGreaterThan(0);
      expect(ranges).toBeLessThanOrEqual(4);
      expect(await again.all("contacts")).toHaveLength(30);
      expect(await again.read("contacts", old.id)).toMatchObject({
        city: "Bulle",
      });
      expect(await again.read("contacts", extra.id)).toBeNull();
      expect(await again.read("contacts", edited.id)).toMatchObject({
        phone: "+41 26 555 01 23",
      });
      expect(again.service.status().runs[0]).toMatchObject({ ok: true });
      await other.settle();
      expect(await names(other)).toEqual(await names(again));
      // Nothing differs any more: nothing is fetched.
      again.asked();
      await compare(again);
      expect(again.asked().filter((what) => what === "range")).toEqual([]);
      await again.stop();
      await other.stop();
    }));

  test("what nobody is going to send, and the server has never seen, is sent", () =>
    withServer(engine, async (server) => {
      const anna = await laptop(server);
      await anna.save(created(company("Known")));
      await anna.settle();
      // The journal that had it is gone.
      const card = company("Only here");
      const document = {
        ...{ id: card.id, v: { ...card }, applied: 0 },
        ...{ seq: null, rev: null, epoch: null },
      };
      await anna.disk.readable.tables.contacts.write([
        { previous: undefined, document, deleted: false },
      ]);
      await compare(anna);
      await anna.settle();
      const other = await laptop(server, undefined, "Beat");
      await other.settle();
      expect(await names(other)).toEqual(["Known", "Only here"]);
      await anna.stop();
      await other.stop();
    }));

  test("after the horizon of deletions it compares, removes what was deleted, and reads on from there", () =>
    withServer(engine, async (server) => {
      const anna = await laptop(server);
      const [kept, gone] = [company("Kept"), company("Gone")];
      await anna.save(created(kept), created(gone));
      await anna.settle();
      const other = await laptop(server, undefined, "Beat");
      await other.settle();
      await other.save({
        c: "contacts",
        id: gone.id,
        before: gone,
        after: null,
      });
      await other.save(created(company("Later")));
      await other.settle();
      await forgetDeletions(server);

      await anna.edit("contacts", gone.id, { city: "Bulle" });
      await anna.edit("contacts", kept.id, { city: "Romont" });
      anna.asked();
      await anna.settle();
      expect(await names(anna)).toEqual(["Kept", "Later"]);
      expect(anna.local.pending.refusedCount()).toBe(1);
      expect(await anna.read("contacts", kept.id)).toMatchObject({
        city: "Romont",
      });
      const pulls = anna.asked().filter((what) => what.startsWith("pull"));
      expect(pulls).not.toContain("pull 0");
      expect(pulls).toHaveLength(2);
      await anna.settle();
      expect(anna.asked()).toHaveLength(1);
      await anna.stop();
      await other.stop();
    }));
});

async function forgetDeletions(server: TestServer): Promise<void> {
  const keep = keeper(server);
  await keep(0);
  await keep(4);
}
