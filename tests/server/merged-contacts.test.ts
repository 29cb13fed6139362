import { describe, expect, test } from "vitest";
import { absorbedIn } from "../../renderer/local-store/merge-in-store.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import { firstSetting } from "../../shared/domain/marketing-setting.ts";
import { created, uuid } from "../helpers/collision-stories.ts";
import { merges, splits } from "../helpers/merge-on-device.ts";
import { withServer } from "../helpers/server.ts";
import {
  newDisk,
  startDevice,
  type WholeDevice,
} from "../helpers/whole-device.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const COLLECTIONS = [
  ...(["contacts", "interactions", "tasks", "opportunities", "notes"] as const),
  "files",
] as const;
const [X, Y, Z] = [uuid(1), uuid(2), uuid(3)];
const [LUC, EVA] = [uuid(11), uuid(12)];

function world(): readonly Change[] {
  const company = (id: string, name: string, more: Partial<Contact> = {}) =>
    created("contacts", { id, type: "company", name, ...more });
  const person = (id: string, name: string, companyId: string) =>
    created("contacts", { id, type: "person", name, companyId });
  const visit = (n: number, contactId: string, companyId: string) =>
    created("interactions", {
      ...{ id: uuid(n), contactId, companyId, date: "2026-03-09" },
      description: `Visite ${n}`,
    });
  return [
    company(X, "Helvetia Praezision AG", {
      ...{ phone: "+41 44 555 20 01", homePage: "https://h.example" },
      ...{ mailingGroups: ["X-CARD", "X-GIFT"], comment: "Le doublon." },
      relations: { [uuid(71)]: { code: "LAW" } },
    }),
    company(Y, "Helvetia Präzision AG", {
      ...{ phone: "+41 44 555 20 00", mailingGroups: ["X-CARD"] },
    }),
    company(Z, "Helvetia AG", { phone: "+41 44 555 20 02" }),
    person(LUC, "Luc Pasquier", X),
    person(EVA, "Eva Neu", Y),
    ...[visit(21, X, X), visit(22, LUC, X), visit(23, Y, Y), visit(24, Z, Z)],
    // Who was met besides: one who is absorbed, and the one that stays beside it.
    created("interactions", {
      ...{ id: uuid(25), contactId: Z, date: "2026-03-09" },
      attendees: [EVA, X],
    }),
    created("interactions", {
      ...{ id: uuid(26), contactId: Z, date: "2026-03-09" },
      attendees: [X, Y],
    }),
    created("tasks", {
      ...{ id: uuid(31), contactId: X, companyId: X, type: "task" },
      ...{ description: "Offre", date: "2026-03-31", status: "notStarted" },
    }),
    // Of somebody else's, that names the absorbed one.
    created("tasks", {
      ...{ id: uuid(32), contactId: Z, companyId: Z, type: "task" },
      ...{ description: "Salon", date: "2026-04-02", status: "notStarted" },
      ...{ attendees: [X, EVA], salesperson: "SKE" },
    }),
    created("notes", {
      ...{ id: uuid(41), kind: "comment", contactId: X, text: "Appelé" },
    }),
    created("settings", firstSetting),
  ];
}

/** A drawing without bytes of its own. */
const picture = (n: number, contactId: string) =>
  created("files", {
    ...{ id: uuid(n), contactId, name: "f.jpg", mime: "image/jpeg" },
    ...{ bytes: 3, sha256: "0".repeat(64), role: "picture", thumb: "/9j/" },
  });

const GIVEN = new Set([
  ...["bucket", "createdAt", "createdBy", "modifiedAt", "modifiedBy"],
]);
/** All that a device holds, without when and by whom it was written. */
async function stateOf(device: WholeDevice) {
  const rows: Record<string, unknown> = {};
  for (const c of COLLECTIONS)
    for (const row of await device.all(c))
      rows[`${c}/${String(row["id"])}`] = sorted(
        Object.fromEntries(
          Object.entries(row).filter(([key]) => !GIVEN.has(key)),
        ),
      );
  return rows;
}
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(sorted)
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, sorted(one)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
const at = (state: Record<string, unknown>, key: string) =>
  state[key] as Record<string, unknown>;

/** Some minutes on all clocks. */
function later(
  server: { readonly clock: { nowMs: number } },
  ...disks: readonly { readonly clock: { nowMs: number } }[]
): void {
  server.clock.nowMs += 240_000;
  for (const disk of disks) disk.clock.nowMs = server.clock.nowMs;
}

type Act = (device: WholeDevice) => Promise<void>;

/** Two managers part from one state, do something each, and meet again, in the given order. */
async function meet(
  a: Act,
  b: Act,
  first: "a" | "b",
  then: (a: WholeDevice, b: WholeDevice) => Promise<void> = async () => {},
) {
  let end: Record<string, unknown> = {};
  await withServer("pglite", async (server) => {
    const diskA = await newDisk(server, temporaryFolder(), "Anna", "manager");
    const diskB = await newDisk(server, temporaryFolder(), "Beat", "manager");
    const anna = await startDevice(server, diskA);
    const beat = await startDevice(server, diskB);
    for (const change of world()) await anna.save(change);
    await anna.settle();
    await beat.settle();
    await a(anna);
    await b(beat);
    const order = first === "a" ? [anna, beat] : [beat, anna];
    for (const device of [...order, ...order]) await device.settle();
    expect(await stateOf(anna)).toEqual(await stateOf(beat));
    later(server, diskA, diskB);
    await then(anna, beat);
    end = await stateOf(anna);
    await anna.stop();
    await beat.stop();
  });
  return end;
}

/** Whatever is recorded is recorded with somebody who is shown. */
function nothingIsHidden(state: Record<string, unknown>): void {
  const hidden = Object.entries(state).flatMap(([key, row]) => {
    if (/^contacts\/.*(?:0001|0002|0003)$/.test(key)) return [];
    const { contactId, companyId } = row as Record<string, unknown>;
    const of = [contactId, companyId].filter((id) => typeof id === "string");
    return of.some((id) => at(state, `contacts/${id}`)?.["mergedInto"])
      ? [key]
      : [];
  });
  expect(hidden).toEqual([]);
}

describe("MRG: what two devices hold", () => {
  test("MRG-3, MRG-6: merged here, synced, started anew and split there: all as before, on both", async () => {
    await withServer("pglite", async (server) => {
      const diskA = await newDisk(server, temporaryFolder(), "Anna", "manager");
      const diskB = await newDisk(server, temporaryFolder(), "Beat", "manager");
      const anna = await startDevice(server, diskA);
      let beat = await startDevice(server, diskB);
      for (const change of world()) await anna.save(change);
      await anna.settle();
      await beat.settle();
      const before = await stateOf(beat);
      await merges(anna, Y, X);
      // Before a server has said anything, somebody else's, too.
      expect((await anna.read("tasks", uuid(32)))?.["attendees"]).toEqual(
        expect.arrayContaining([EVA, Y]),
      );
      await anna.settle();
      await beat.settle();
      const merged = await stateOf(beat);
      expect(merged).toEqual(await stateOf(anna));
      nothingIsHidden(merged);
      expect(at(merged, `contacts/${Y}`)).toMatchObject({
        ...{ homePage: "https://h.example", comment: "Le doublon." },
        mailingGroups: ["X-CARD", "X-GIFT"],
        aliases: [at(before, `contacts/${X}`)["no"]],
      });
      expect(at(merged, `contacts/${X}`)["mergedInto"]).toBe(Y);
      expect(at(merged, `contacts/${LUC}`)["companyId"]).toBe(Y);
      expect(at(merged, `interactions/${uuid(25)}`)["attendees"]).toEqual(
        [EVA, Y].toSorted(),
      );
      expect(at(merged, `interactions/${uuid(26)}`)).toMatchObject({
        ...{ contactId: Z, attendees: [Y] },
      });
      expect(at(merged, `tasks/${uuid(32)}`)["attendees"]).toEqual(
        [EVA, Y].toSorted(),
      );
      await beat.stop();
      later(server, diskA, diskB);
      beat = await startDevice(server, diskB);
      expect(await splits(beat, Y, X)).toEqual([]);
      await beat.settle();
      await anna.settle();
      expect(await stateOf(beat)).toEqual(before);
      expect(await stateOf(anna)).toEqual(before);
      await anna.stop();
      await beat.stop();
    });
  });

  test("MRG-6: a visit that comes late is the survivor's, and goes back when they are split", async () => {
    const logs: Act = async (device) => {
      await device.save(
        created("interactions", {
          ...{ id: uuid(99), contactId: X, companyId: X, date: "2026-03-10" },
        }),
      );
      await device.save(
        created("interactions", {
          ...{ id: uuid(98), contactId: Z, date: "2026-03-10" },
          attendees: [X, EVA],
        }),
      );
      await device.save(picture(97, X));
    };
    const merge: Act = (device) => merges(device, Y, X);
    for (const first of ["a", "b"] as const) {
      const end = await meet(merge, logs, first, async (anna, beat) => {
        const merged = await stateOf(anna);
        nothingIsHidden(merged);
        expect(at(merged, `interactions/${uuid(99)}`)["contactId"]).toBe(Y);
        expect(at(merged, `interactions/${uuid(98)}`)["attendees"]).toEqual(
          [EVA, Y].toSorted(),
        );
        expect(at(merged, `files/${uuid(97)}`)["contactId"]).toBe(Y);
        await splits(anna, Y, X);
        for (const device of [anna, beat]) await device.settle();
        expect(await stateOf(beat)).toEqual(await stateOf(anna));
      });
      expect(at(end, `interactions/${uuid(99)}`)).toMatchObject({
        ...{ contactId: X, companyId: X },
      });
      expect(at(end, `interactions/${uuid(98)}`)["attendees"]).toEqual(
        [EVA, X].toSorted(),
      );
      expect(at(end, `files/${uuid(97)}`)["contactId"]).toBe(X);
    }
  });

  test("MRG-3: a picture that nobody had seen stays with the absorbed one where the survivor has its own", async () => {
    const end = await meet(
      async (device) => {
        await device.save(picture(96, Y));
        await merges(device, Y, X);
      },
      async (device) => {
        await device.save(picture(97, X));
      },
      "b",
    );
    expect(at(end, `files/${uuid(96)}`)["contactId"]).toBe(Y);
    expect(at(end, `files/${uuid(97)}`)["contactId"]).toBe(X);
  });

  test.each([
    ["the same merge twice", [Y, X], [Y, X]],
    ["a chain: X into Y, Y into Z", [Y, X], [Z, Y]],
    ["each into the other", [Y, X], [X, Y]],
    ["one into two", [Y, X], [Z, X]],
    ["a ring of three", [Y, X], [X, Z]],
  ] as const)(
    "MRG-6: overlapping merges converge, in both orders: %s",
    async (_title, [keepA, otherA], [keepB, otherB]) => {
      for (const first of ["a", "b"] as const) {
        const end = await meet(
          (device) => merges(device, keepA, otherA),
          (device) => merges(device, keepB, otherB),
          first,
        );
        nothingIsHidden(end);
        const standing = [X, Y, Z].filter(
          (id) => at(end, `contacts/${id}`)["mergedInto"] === undefined,
        );
        expect(standing.length).toBeGreaterThan(0);
        expect(at(end, `notes/${uuid(41)}`)["text"]).toBe("Appelé");
      }
    },
  );

  test("MRG-6: a chain of two devices is split link by link, and all is as before", async () => {
    let before: Record<string, unknown> = {};
    const end = await meet(
      async (device) => {
        before = await stateOf(device);
        await merges(device, Y, X);
      },
      (device) => merges(device, Z, Y),
      "b",
      async (anna, beat) => {
        const open = async (keep: string) =>
          (await absorbedIn(anna.local, keep)).map(({ id }) => id);
        expect(await open(Z)).toEqual([Y]);
        await splits(anna, Z, Y);
        expect(await open(Y)).toEqual([X]);
        await splits(anna, Y, X);
        for (const device of [anna, beat, anna]) await device.settle();
        expect(await stateOf(beat)).toEqual(await stateOf(anna));
      },
    );
    expect(end).toEqual(before);
  });

  test("MRG-1: a salesperson neither merges nor splits", async () => {
    await withServer("pglite", async (server) => {
      const cro = await startDevice(
        server,
        await newDisk(server, temporaryFolder(), "Chantal"),
      );
      const beat = await startDevice(
        server,
        await newDisk(server, temporaryFolder(), "Beat", "manager"),
      );
      for (const change of world().slice(0, -1)) await cro.save(change);
      await cro.settle();
      await beat.settle();
      await merges(cro, Y, X);
      await cro.settle();
      expect((await stateOf(beat))[`contacts/${X}`]).not.toHaveProperty(
        "mergedInto",
      );
      await beat.settle();
      await merges(beat, Y, X);
      await beat.settle();
      expect(at(await stateOf(beat), `contacts/${X}`)["mergedInto"]).toBe(Y);
      await cro.stop();
      await beat.stop();
    });
  });
});
