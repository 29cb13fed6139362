import { expect, test } from "vitest";
import { invite } from "../../server/auth/invitations.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Interaction } from "../../shared/entities/interaction.ts";
import {
  headlessDevice,
  type HeadlessDevice,
} from "../helpers/headless-device.ts";
import { ENGINES, withServer, type TestServer } from "../helpers/server.ts";

const id = (n: number) =>
  `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const company = (n: number, name: string): Contact => ({
  id: id(n),
  type: "company",
  name,
});

async function laptop(
  server: TestServer,
  name: string,
  clock: { nowMs: number },
): Promise<HeadlessDevice> {
  const code = await invite(server.deps, server.tenant, {
    email: `${name}@carnet.example`,
    name,
    role: "salesperson",
  });
  return headlessDevice({
    url: server.url,
    code,
    name,
    clock: { now: () => clock.nowMs },
    leaseSize: 0,
  });
}

function edit(
  device: HeadlessDevice,
  contactId: string,
  patch: Partial<Contact>,
): void {
  const before = device.read("contacts", contactId) as Contact | null;
  if (!before) throw new Error(`${contactId} is not on the device`);
  const change: Change = {
    c: "contacts",
    id: contactId,
    before,
    after: { ...before, ...patch },
  };
  device.save([change]);
}

const insert = (after: Contact): Change => ({
  c: "contacts",
  id: after.id,
  before: null,
  after,
});

for (const engine of ENGINES) {
  test(`${engine}: what was entered before the first connection reaches the office and the other laptop`, () =>
    withServer(engine, async (server) => {
      const clock = { nowMs: server.clock.nowMs };
      const a = await laptop(server, "A", clock);
      const b = await laptop(server, "B", clock);
      const visit: Interaction = {
        id: id(3),
        contactId: id(2),
        companyId: id(1),
        date: "2026-03-13",
        result: "Bien",
      };
      a.save([insert(company(1, "Menuiserie Favre Sàrl"))]);
      a.save([
        insert({
          id: id(2),
          type: "person",
          name: "Paul Favre",
          companyId: id(1),
          no: "CT~7KQ2M",
        }),
      ]);
      a.save([{ c: "interactions", id: visit.id, before: null, after: visit }]);
      await a.settle();
      await b.settle();
      expect(a.refused()).toEqual([]);
      for (const device of [a, b]) {
        expect(device.read("contacts", id(1))).toMatchObject({
          name: "Menuiserie Favre Sàrl",
          no: "CT000001",
        });
        expect(device.read("contacts", id(2))).toMatchObject({
          no: "CT000002",
          aliases: ["CT~7KQ2M"],
        });
        expect(device.read("interactions", id(3))).toMatchObject({
          result: "Bien",
        });
      }
    }));

  test(`${engine}: different fields of one card both survive; of one field the later edit, and the loser is kept`, () =>
    withServer(engine, async (server) => {
      const clock = { nowMs: server.clock.nowMs };
      const a = await laptop(server, "A", clock);
      const b = await laptop(server, "B", clock);
      a.save([insert(company(1, "Favre SA"))]);
      await a.settle();
      await b.settle();
      edit(a, id(1), { phone: "+41 26 555 01 23" });
      edit(b, id(1), { city: "Bulle" });
      clock.nowMs += 1000;
      edit(a, id(1), { address: "Rue A 1" });
      clock.nowMs += 1000;
      edit(b, id(1), { address: "Rue B 2" });
      server.clock.nowMs += 60_000;
      await b.settle();
      await a.settle();
      await b.settle();
      for (const device of [a, b]) {
        expect(device.read("contacts", id(1))).toMatchObject({
          phone: "+41 26 555 01 23",
          city: "Bulle",
          address: "Rue B 2",
        });
        const conflicts = device
          .all("notes")
          .filter((note) => note["kind"] === "conflict");
        expect(conflicts).toHaveLength(1);
        expect(conflicts[0]).toMatchObject({
          contactId: id(1),
          field: "address",
          loser: { value: "Rue A 1", userName: "A" },
          winner: { value: "Rue B 2", userName: "B" },
        });
      }
    }));

  test.each(["L2 first", "L1 first"])(
    `${engine}: OFF-8 and story A10, %s: the typed phone stays, the others follow the company`,
    (order) =>
      withServer(engine, async (server) => {
        const clock = { nowMs: server.clock.nowMs };
        const l1 = await laptop(server, "L1", clock);
        const l2 = await laptop(server, "L2", clock);
        const phone = "+41 26 555 01 23";
        l1.save([insert({ ...company(1, "Gruyère-Est"), phone })]);
        l1.save([
          insert({
            id: id(2),
            type: "person",
            name: "Luc Pasquier",
            companyId: id(1),
            phone,
          }),
        ]);
        l1.save([
          insert({
            id: id(3),
            type: "person",
            name: "Marie Clerc",
            companyId: id(1),
            phone,
          }),
        ]);
        await l1.settle();
        await l2.settle();
        edit(l2, id(2), { phone: "+41 26 555 77 77" });
        clock.nowMs += 1_000;
        const inherited = [2, 3].map((n): Change => {
          const before = l1.read("contacts", id(n)) as Contact;
          return {
            c: "contacts",
            id: id(n),
            before,
            after: { ...before, phone: "+41 26 555 99 00" },
            origin: "inherited",
          };
        });
        const before = l1.read("contacts", id(1)) as Contact;
        l1.save([
          {
            c: "contacts",
            id: id(1),
            before,
            after: { ...before, phone: "+41 26 555 99 00" },
          },
          ...inherited,
        ]);
        server.clock.nowMs += 60_000;
        for (const device of order === "L2 first" ? [l2, l1, l2] : [l1, l2, l1])
          await device.settle();
        for (const device of [l1, l2]) {
          expect(device.read("contacts", id(1))).toMatchObject({
            phone: "+41 26 555 99 00",
          });
          expect(device.read("contacts", id(2))).toMatchObject({
            phone: "+41 26 555 77 77",
          });
          expect(device.read("contacts", id(3))).toMatchObject({
            phone: "+41 26 555 99 00",
          });
          expect(device.all("notes")).toEqual([]);
        }
      }),
  );

  test(`${engine}: one refused intention does not block its neighbours`, () =>
    withServer(engine, async (server) => {
      const clock = { nowMs: server.clock.nowMs };
      const a = await laptop(server, "A", clock);
      a.save([insert(company(1, "Avant SA"))]);
      a.save([insert({ ...company(2, "x"), name: "bad\u0000name" })]);
      a.save([insert(company(3, "Après SA"))]);
      await a.settle();
      expect(a.refused()).toMatchObject([
        { d: 2, s: "rejected", code: "unstorable_text" },
      ]);
      const b = await laptop(server, "B", clock);
      await b.settle();
      expect(new Set(b.all("contacts").map((c) => c["name"]))).toEqual(
        new Set(["Après SA", "Avant SA"]),
      );
    }));
}
