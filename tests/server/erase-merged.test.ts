import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Change } from "../../shared/domain/change.ts";
import { created, uuid } from "../helpers/collision-stories.ts";
import { merges, splits } from "../helpers/merge-on-device.ts";
import { op, withServer } from "../helpers/server.ts";
import { tablesWith } from "../helpers/tables-with.ts";
import { newDisk, startDevice } from "../helpers/whole-device.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const [KEEP, OTHER, OF, NEXT, LUC] = [
  uuid(1),
  uuid(2),
  uuid(3),
  uuid(4),
  uuid(5),
];
const TEXT = "Zwetschgenkuchen";
const erase = (id: string) => ({ ...op.del("contacts", id, 1), o: "erased" });

/** Two of one name, of whom one has been with a company that is nobody's business any more. */
const WORLD: readonly Change[] = [
  created("contacts", { id: OF, type: "company", name: `${TEXT} AG` }),
  created("contacts", { id: NEXT, type: "company", name: "Neu AG" }),
  created("contacts", { id: LUC, type: "person", name: "Luc Pasquier" }),
  created("contacts", {
    ...{ id: KEEP, type: "person", name: "Rita Weber", companyId: NEXT },
    links: { [uuid(71)]: { kind: "related", contactId: LUC } },
  }),
  created("contacts", {
    ...{ id: OTHER, type: "person", name: "Rita Weber", companyId: OF },
    ...{ homePage: `https://${TEXT}.example`, comment: `Liebt ${TEXT}` },
    links: { [uuid(72)]: { kind: "related", contactId: LUC } },
  }),
];

async function merged(
  work: (on: {
    readonly server: Parameters<Parameters<typeof withServer>[1]>[0];
    readonly device: Awaited<ReturnType<typeof startDevice>>;
    readonly admin: Awaited<
      ReturnType<Parameters<Parameters<typeof withServer>[1]>[0]["device"]>
    >;
  }) => Promise<void>,
): Promise<void> {
  await withServer("pglite", async (server) => {
    const admin = await server.device("Anna", "admin");
    const disk = await newDisk(server, temporaryFolder(), "Beat", "manager");
    const device = await startDevice(server, disk);
    for (const change of WORLD) await device.save(change);
    await device.settle();
    await merges(device, KEEP, OTHER);
    await device.settle();
    await work({ server, device, admin });
    await device.stop();
  });
}

test("PRV-4: who was merged and is two again leaves nothing on the other's card, its notes or its history", () =>
  merged(async ({ server, device, admin }) => {
    await splits(device, KEEP, OTHER);
    await device.settle();
    await admin.push([erase(OTHER)], [erase(OF)]);
    expect(await tablesWith(server, TEXT)).toEqual([]);
    const contacts = await admin.all("contacts");
    expect([...contacts.keys()].toSorted()).toEqual([KEEP, NEXT, LUC]);
    expect(contacts.get(KEEP)).toMatchObject({ name: "Rita Weber" });
  }));

test("PRV-4: what a merge remembers names neither an erased company nor an erased person; the rest of it can be split", () =>
  merged(async ({ server, device, admin }) => {
    const visit = { id: randomUUID(), contactId: OTHER, date: "2026-03-10" };
    await device.save(created("interactions", visit));
    await device.settle();
    await admin.push([erase(OF)], [erase(LUC)]);
    expect(await tablesWith(server, `${TEXT} AG`)).toEqual([]);
    for (const id of [OF, LUC]) {
      const notes = await admin.all("notes");
      const named = [...notes.values()].filter(
        ({ kind, ...rest }) =>
          kind === "merge" && JSON.stringify(rest).includes(id),
      );
      expect(named, id).toEqual([]);
    }
    await device.settle();
    await splits(device, KEEP, OTHER);
    await device.settle();
    const contacts = await admin.all("contacts");
    expect(contacts.get(OTHER)).toMatchObject({ comment: `Liebt ${TEXT}` });
    expect(contacts.get(KEEP)).not.toHaveProperty("links");
    expect(await admin.all("interactions")).toMatchObject(
      new Map([[visit.id, { contactId: OTHER }]]),
    );
  }));
