import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import { ENGINES, withServer } from "../helpers/server.ts";
import {
  copyOfDisk,
  newDisk,
  startDevice,
  type WholeDevice,
} from "../helpers/whole-device.ts";

const company = (name: string): Contact => ({
  ...{ id: randomUUID(), type: "company" as const, name },
});
const created = (after: Contact): Change => ({
  ...{ c: "contacts", id: after.id, before: null, after },
});

async function names(device: WholeDevice): Promise<readonly string[]> {
  return (await device.all("contacts"))
    .map(({ name }) => String(name))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

describe.each(ENGINES)(
  "a profile copied to a second machine on %s",
  (engine) => {
    test.each([
      ["the original", "knows it all"],
      ["the copy", "knows it all"],
      ["the original", "has forgotten what is old"],
    ])(
      "both go on, nothing is swallowed and nothing doubled, %s first, the ledger %s",
      (first, ledger) =>
        withServer(engine, async (server) => {
          const disk = await newDisk(server, temporaryFolder(), "Anna");
          const before = await startDevice(server, disk);
          const card = company("Card");
          await before.save(created(card));
          await before.settle();
          // Not sent when the copy is made: both machines have it to send.
          await before.edit("contacts", card.id, { city: "Bulle" });
          await before.save(created(company("Unsent")));
          await before.stop();
          const copied = await copyOfDisk(disk, temporaryFolder());
          const original = await startDevice(server, disk);
          const copy = await startDevice(server, copied);
          await original.save(created(company("Original 1")));
          await copy.save(created(company("Copy 1")));
          await copy.save(created(company("Copy 2")));
          const pair = [original, copy];
          if (first === "the copy") pair.reverse();
          for (const device of pair) {
            await device.settle();
            if (ledger !== "has forgotten what is old") continue;
            await server.sql.query(
              `DELETE FROM mutation WHERE tenant_id = $1`,
              [server.tenant.tenantId],
            );
            await server.sql.query(
              `UPDATE device SET forgotten_d = last_d WHERE tenant_id = $1`,
              [server.tenant.tenantId],
            );
          }
          await original.edit("contacts", card.id, { phone: "1" });
          await copy.save(created(company("Copy 3")));
          for (const device of [...pair, ...pair]) await device.settle();

          expect(disk.identity.deviceId).not.toBe(copied.identity.deviceId);
          const other = await newDisk(server, temporaryFolder(), "Beat");
          const reader = await startDevice(server, other);
          await reader.settle();
          for (const device of [original, copy, reader]) {
            expect(await names(device)).toEqual([
              ...["Card", "Copy 1", "Copy 2", "Copy 3", "Original 1"],
              "Unsent",
            ]);
            expect(await device.read("contacts", card.id)).toMatchObject({
              ...{ city: "Bulle", phone: "1" },
            });
            expect(await device.all("notes")).toEqual([]);
            expect(device.local.pending.refusedCount()).toBe(0);
            await expect
              .poll(() => device.journal.numbersLeft("contacts"))
              .toBe(50);
          }
          const numbers = (await reader.all("contacts")).map(({ no }) => no);
          expect(new Set(numbers).size).toBe(6);
          for (const device of [original, copy, reader]) await device.stop();
        }),
    );
  },
);
