import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deleteContact } from "../../shared/domain/delete-contact.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import { withServer, type TestServer } from "../helpers/server.ts";
import {
  newDisk,
  startDevice,
  type WholeDevice,
} from "../helpers/whole-device.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const deviceOf = async (server: TestServer, name: string) =>
  startDevice(server, await newDisk(server, temporaryFolder(), name));

async function settleAll(...devices: readonly WholeDevice[]): Promise<void> {
  for (const device of devices) await device.settle();
}

function created(after: Contact): Change {
  return { c: "contacts", id: after.id, before: null, after };
}

test("what was synced is undone for everybody, but not what somebody has changed since", () =>
  withServer("pglite", async (server) => {
    const [anna, beat] = [
      await deviceOf(server, "Anna"),
      await deviceOf(server, "Beat"),
    ];
    const id = randomUUID();
    const firma: Contact = {
      id,
      type: "company",
      name: "Firma",
      city: "Bulle",
    };
    await anna.local.save("action.createCompany", [created(firma)]);
    await settleAll(anna, beat);
    const before = (await anna.read("contacts", id)) as unknown as Contact;
    const after = { ...before, city: "Romont", phone: "026 1" };
    await anna.local.save("action.editContact", [
      { c: "contacts", id, before, after },
    ]);
    await settleAll(anna, beat);
    await beat.edit("contacts", id, { phone: "026 2" });
    await settleAll(beat, anna);
    const outcome = await anna.local.undo.undo();
    expect(outcome?.kept).toMatchObject([{ path: "phone", name: "Firma" }]);
    await settleAll(anna, beat);
    for (const device of [anna, beat])
      expect(await device.read("contacts", id)).toMatchObject({
        ...{ city: "Bulle", phone: "026 2" },
      });
    expect(await anna.all("notes")).toEqual([]);
    expect(anna.local.pending.refusedCount()).toBe(0);
  }));

for (const who of ["the one who deleted", "somebody else"])
  test(`DEL-2, DEL-3: a person in the trash comes back on every device with visits and notes when ${who} restores`, () =>
    withServer("pglite", async (server) => {
      const [anna, beat] = [
        await deviceOf(server, "Anna"),
        await deviceOf(server, "Beat"),
      ];
      const [companyId, id, visitId, noteId] = [
        ...[randomUUID(), randomUUID(), randomUUID(), randomUUID()],
      ] as [string, string, string, string];
      const firma: Contact = { id: companyId, type: "company", name: "Firma" };
      const person: Contact = { id, type: "person", name: "Luc", companyId };
      const visit = {
        ...{ id: visitId, contactId: id, companyId },
        date: "2026-03-09",
      };
      const note = { id: noteId, contactId: id, kind: "comment", text: "x" };
      await anna.save(created(firma));
      await anna.save(created(person));
      // Somebody else's visit: its author is not who deletes.
      await settleAll(anna, beat);
      await beat.save(
        {
          ...{ c: "interactions", id: visitId },
          ...{ before: null, after: visit },
        },
        {
          ...{ c: "notes", id: noteId, before: null },
          after: note as never,
        },
      );
      await settleAll(beat, anna);
      const none = { tasks: [], opportunities: [], files: [] };
      const gone = deleteContact([
        {
          contact: (await anna.read("contacts", id)) as unknown as Contact,
          interactions: [
            (await anna.read(
              "interactions",
              visitId,
            )) as unknown as typeof visit,
          ],
          notes: [(await anna.read("notes", noteId)) as never],
          ...none,
        },
      ]);
      if (!gone.ok) throw new Error("refused");
      await anna.local.save("action.deleteContact", gone.value);
      await settleAll(anna, beat);
      for (const device of [anna, beat]) {
        expect(await device.read("contacts", id)).toBeNull();
        expect(await device.read("notes", noteId)).toBeNull();
        expect(await device.read("interactions", visitId)).toMatchObject({
          contactId: companyId,
        });
      }
      const restorer = who === "somebody else" ? beat : anna;
      const trash = restorer.local.undo
        .commands()
        .find(({ deleted }) => deleted !== undefined);
      expect(trash?.deleted).toMatchObject([{ id, name: "Luc" }]);
      await restorer.local.undo.undo(trash?.id);
      await settleAll(restorer, anna, beat);
      for (const device of [anna, beat]) {
        expect(await device.read("contacts", id)).toMatchObject({
          ...{ name: "Luc", companyId },
        });
        expect(await device.read("notes", noteId)).toMatchObject({ text: "x" });
        expect(await device.read("interactions", visitId)).toMatchObject({
          contactId: id,
        });
        expect(device.local.pending.refusedCount()).toBe(0);
      }
    }));
