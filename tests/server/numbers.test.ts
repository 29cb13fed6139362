import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { LeaseAnswer, Op } from "../../shared/sync/protocol.ts";
import { ENGINES, op, withServer, type TestDevice } from "../helpers/server.ts";

function lease(device: TestDevice, count = 50) {
  return device.post<LeaseAnswer>("/v1/leases", { series: "contacts", count });
}

/** Twenty contacts of the past: CT000001 to CT000020. */
async function twenty(device: TestDevice) {
  await device.push(
    Array.from({ length: 20 }, (_, i) =>
      op.company(randomUUID(), `Firma ${i}`),
    ),
  );
}

async function numbersOf(device: TestDevice) {
  return new Map(
    [...(await device.all("contacts"))].map(([id, v]) => [id, v["no"]]),
  );
}

describe.each(ENGINES)("numbers on %s", (engine) => {
  test("numbers that an import brings in a row are passed for good, so no later push has to look at them", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const typed = Array.from({ length: 30 }, (_, n) => [
        op.company(randomUUID(), "A", {
          no: `CT${String(n + 1).padStart(6, "0")}`,
        }),
      ]);
      await cro.push(...typed.slice(0, 20));
      await cro.push(...typed.slice(20));
      const [series] = await server.sql.query<{ next: number }>(
        `SELECT next FROM number_series WHERE tenant_id = $1 AND series = 'contacts'`,
        [server.tenant.tenantId],
      );
      expect(Number(series?.next)).toBe(31);
      const { docs } = await cro.push([op.company(randomUUID(), "B")]);
      expect(docs.map((doc) => doc.v?.["no"])).toEqual(["CT000031"]);
    }));

  test("A9: without leases numbers come in the order of the syncs, and nothing that hangs on a contact moves", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const l2 = await server.device("Marco");
      await twenty(l1);
      const [favre, paul, visit, morandi] = [
        randomUUID(),
        randomUUID(),
        randomUUID(),
        randomUUID(),
      ];
      await l2.push([
        op.company(morandi, "Garage Morandi SA", { no: "CT~M0RAN" }),
      ]);
      const answer = await l1.push(
        [op.company(favre, "Menuiserie Favre Sàrl", { no: "CT~7KQ2M" })],
        [op.person(paul, "Paul Favre", { no: "CT~7KQ2N", companyId: favre })],
        [
          op.ins("interactions", {
            id: visit,
            contactId: paul,
            companyId: favre,
            date: "2026-03-12",
          }),
        ],
      );
      expect(answer.docs.map((doc) => doc.v?.["no"])).toEqual([
        "CT000022",
        "CT000023",
        undefined,
      ]);
      const contacts = await l1.all("contacts");
      expect(contacts.get(morandi)).toMatchObject({
        no: "CT000021",
        noStatus: "final",
        aliases: ["CT~M0RAN"],
      });
      expect(contacts.get(paul)).toMatchObject({
        companyId: favre,
        aliases: ["CT~7KQ2N"],
      });
      expect((await l1.all("interactions")).get(visit)).toMatchObject({
        contactId: paul,
        companyId: favre,
      });
    }));

  test("A9: with leases numbers are final at once and the sync leaves them alone", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const l2 = await server.device("Marco");
      await l1.push(
        ...[0, 1].map((half) =>
          Array.from({ length: 50 }, (_, i) =>
            op.company(randomUUID(), `Firma ${half}/${i}`),
          ),
        ),
      );
      expect((await lease(l1)).body).toEqual({
        series: "contacts",
        lo: 101,
        hi: 150,
        format: "CT{000000}",
      });
      expect((await lease(l2)).body).toMatchObject({ lo: 151, hi: 200 });
      const [favre, paul, morandi] = [randomUUID(), randomUUID(), randomUUID()];
      await l2.push([
        op.company(morandi, "Garage Morandi SA", { no: "CT000151" }),
      ]);
      await l1.push(
        [op.company(favre, "Menuiserie Favre Sàrl", { no: "CT000101" })],
        [op.person(paul, "Paul Favre", { no: "CT000102", companyId: favre })],
      );
      const numbers = await numbersOf(l1);
      expect([favre, paul, morandi].map((id) => numbers.get(id))).toEqual([
        "CT000101",
        "CT000102",
        "CT000151",
      ]);
      expect((await l1.all("notes")).size).toBe(0);
      // Leased numbers are nobody else's: the server goes on behind them.
      const answer = await l2.push([
        op.company(randomUUID(), "Ohne Nummer AG"),
      ]);
      expect(answer.docs[0]?.v).toMatchObject({ no: "CT000201" });
    }));

  test("a device with more than 20 unused numbers gets its present lease again, otherwise the next", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const first = (await lease(l1)).body;
      expect((await lease(l1)).body).toEqual(first);
      const use = (no: string) =>
        l1.push([op.company(randomUUID(), `Firma ${no}`, { no })]);
      await use("CT000029");
      expect((await lease(l1)).body).toEqual(first);
      await use("CT000030");
      expect((await lease(l1)).body).toMatchObject({ lo: 51, hi: 100 });
    }));

  test("NUM-8: a number that is taken stays with the first; the other gets the next and its user is told", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const l2 = await server.device("Marco");
      const [a, b] = [randomUUID(), randomUUID()];
      await l1.push([op.company(a, "Erste AG", { no: "VIP-1" })]);
      const answer = await l2.push([
        op.company(b, "Zweite AG", { no: "VIP-1" }),
      ]);
      const numbers = await numbersOf(l1);
      expect([numbers.get(a), numbers.get(b)]).toEqual(["VIP-1", "CT000001"]);
      const notice = {
        kind: "notice",
        docId: b,
        contactId: b,
        field: "no",
        text: "VIP-1 → CT000001",
      };
      expect(answer.docs.find((doc) => doc.c === "notes")?.v).toMatchObject(
        notice,
      );
      expect([...(await l2.all("notes")).values()]).toMatchObject([notice]);
      // It is for the one who typed it, not for everybody.
      expect((await l1.all("notes")).size).toBe(0);
    }));

  test("NUM-7: a number of another device's lease is not accepted, also from a clone of that device", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const clone = await server.device("Chantal");
      await lease(l1);
      const answer = await clone.push([
        op.company(randomUUID(), "Geklont AG", { no: "CT000007" }),
      ]);
      expect(answer.docs.find((doc) => doc.c === "contacts")?.v).toMatchObject({
        no: "CT000051",
      });
    }));

  test("NUM-7: the refused number stands in the notice and never among the contact's other names: it will be another's", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const l2 = await server.device("Marco");
      await lease(l1);
      const [wrong, right] = [randomUUID(), randomUUID()];
      const answer = await l2.push([
        op.company(wrong, "Geraten AG", { no: "CT000007" }),
      ]);
      expect(answer.docs.find((doc) => doc.c === "notes")?.v).toMatchObject({
        kind: "notice",
        docId: wrong,
        text: "CT000007 → CT000051",
      });
      await l1.push([op.company(right, "Erste AG", { no: "CT000007" })]);
      const contacts = await l1.all("contacts");
      expect(contacts.get(wrong)).toMatchObject({ no: "CT000051" });
      expect(contacts.get(wrong)).not.toHaveProperty("aliases");
      expect(contacts.get(right)).toMatchObject({ no: "CT000007" });
    }));

  test("NUM-7: a revoked device's numbers are not given away: its unsent work may still come back", () =>
    withServer(engine, async (server) => {
      const lost = await server.device("Chantal");
      const l2 = await server.device("Marco");
      await lease(lost);
      await server.sql.query(
        `UPDATE device SET status = 'revoked' WHERE tenant_id = $1 AND device_id = $2`,
        [lost.tenantId, lost.deviceId],
      );
      const id = randomUUID();
      await l2.push([op.company(id, "Geraten AG", { no: "CT000007" })]);
      const contact = (await l2.all("contacts")).get(id);
      expect(contact).toMatchObject({ no: "CT000051" });
      expect(contact).not.toHaveProperty("aliases");
    }));

  test("NUM-6: a restored server gets a contact back under its final number, whoever brings it and whoever leased it", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const l2 = await server.device("Marco");
      await lease(l1);
      const pulled = { no: "CT000007", noStatus: "final" };
      const id = randomUUID();
      const answer = await l2.push([op.company(id, "Zurück AG", pulled)]);
      expect(answer.docs).toMatchObject([{ id, v: { no: "CT000007" } }]);
      const clash = await l2.push([
        op.company(randomUUID(), "Kopie AG", pulled),
      ]);
      expect(clash.docs.find((doc) => doc.c === "contacts")?.v).toMatchObject({
        no: "CT000051",
      });
    }));

  test("NUM-6: a task that comes back under another number keeps the one it has", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const l2 = await server.device("Marco");
      const id = randomUUID();
      const task = (no?: string): Op => ({
        ...{ c: "tasks", id, k: "ins" },
        v: {
          ...{ id, type: "task", description: "Rappeler" },
          ...{ status: "notStarted", date: "2026-03-20" },
          ...(no === undefined ? {} : { no }),
        },
      });
      await l1.push([task()]);
      const back = await l2.push([task("TD000007")]);
      expect(back.docs).toMatchObject([{ id, v: { no: "TD000001" } }]);
      const changed = await l2.push([
        op.set("tasks", id, { no: ["TD000001", "TD000007"] }),
      ]);
      expect(changed.results).toMatchObject([{ code: "immutable" }]);
    }));

  test("a hand-typed number ahead of the series is skipped by the series and by leases", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      await l1.push(
        [op.company(randomUUID(), "A", { no: "CT000002" })],
        [op.company(randomUUID(), "B")],
        [op.company(randomUUID(), "C")],
        [op.company(randomUUID(), "D", { no: "CT000010" })],
      );
      expect([...(await numbersOf(l1)).values()]).toEqual([
        "CT000002",
        "CT000001",
        "CT000003",
        "CT000010",
      ]);
      expect((await lease(l1, 10)).body).toMatchObject({ lo: 11, hi: 20 });
    }));

  test("NUM-6: a number is not given again after its contact was deleted, and never changes", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const id = randomUUID();
      await l1.push([op.company(id, "Erste AG", { no: "VIP-1" })]);
      const changed = await l1.push([
        op.set("contacts", id, { no: ["VIP-1", "VIP-2"] }),
      ]);
      expect(changed.results).toMatchObject([
        { s: "rejected", code: "immutable" },
      ]);
      await l1.push([op.del("contacts", id, 1)]);
      const answer = await l1.push([
        op.company(randomUUID(), "Zweite AG", { no: "VIP-1" }),
      ]);
      expect(answer.docs.find((doc) => doc.c === "contacts")?.v).toMatchObject({
        no: "CT000001",
      });
    }));

  test("NUM-2: what a device has reserved and not used leaves a gap, which nobody fills", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const l2 = await server.device("Marco");
      await lease(l1);
      await l1.push([op.company(randomUUID(), "A", { no: "CT000003" })]);
      const { docs } = await l2.push([op.company(randomUUID(), "B")]);
      expect(docs.map((doc) => doc.v?.["no"])).toEqual(["CT000051"]);
    }));

  test("NUM-3: a series ends at its last number, and says so", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      await server.sql.query(
        `UPDATE number_series SET next = 999999 WHERE tenant_id = $1 AND series = 'contacts'`,
        [server.tenant.tenantId],
      );
      const last = await cro.push([op.company(randomUUID(), "A")]);
      expect(last.docs.map((doc) => doc.v?.["no"])).toEqual(["CT999999"]);
      const ended = await cro.push([op.company(randomUUID(), "B")]);
      expect(ended.results).toMatchObject([
        { s: "rejected", code: "series_ended" },
      ]);
      expect(await cro.all("contacts")).toHaveProperty("size", 1);
    }));

  test("a lease size of 0 switches leases off", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      const id = randomUUID();
      await boss.push([
        op.ins("settings", { id, key: "marketing", contactLeaseSize: 10 }),
      ]);
      expect((await lease(boss)).body).toMatchObject({ lo: 1, hi: 10 });
      await boss.push([op.set("settings", id, { contactLeaseSize: [10, 0] })]);
      expect(await lease(boss)).toMatchObject({
        status: 403,
        body: { error: { code: "leases_off" } },
      });
    }));

  test("NUM-4: devices that lease and insert at the same time never end with one number twice", () =>
    withServer(engine, async (server) => {
      const devices = await Promise.all(
        ["A", "B", "C", "D"].map((name) => server.device(name)),
      );
      await Promise.all(
        devices.map(async (device, i) => {
          const { lo } = (await lease(device, 30)).body;
          for (let n = 0; n < 8; n++) {
            const leased = `CT${String(lo + n).padStart(6, "0")}`;
            const no = [{ no: leased }, { no: `CT~${i}${n}AAA` }, {}][n % 3];
            await device.push([op.company(randomUUID(), `F ${i}/${n}`, no)]);
          }
        }),
      );
      const numbers = [...(await numbersOf(devices[0] as TestDevice)).values()];
      expect(numbers).toHaveLength(32);
      expect(new Set(numbers).size).toBe(32);
    }));

  test("opportunities have a series of their own", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const answer = await l1.push([
        op.ins("opportunities", {
          id: randomUUID(),
          description: "Affineur AF-200",
          contactId: randomUUID(),
          status: "notStarted",
          createdOn: "2026-03-13",
        }),
      ]);
      expect(answer.docs[0]?.v).toMatchObject({ no: "OP000001" });
    }));
});

describe.each(ENGINES)("number series of the company's own on %s", (engine) => {
  const setUp = async (
    boss: TestDevice,
    members: Record<string, unknown>,
  ): Promise<void> => {
    const id = randomUUID();
    const answer = await boss.push([
      op.ins("settings", { id, key: "marketing", ...members }),
    ]);
    expect(answer.results).toMatchObject([{ s: "ok" }]);
  };
  const made = async (device: TestDevice, no?: string) => {
    const id = randomUUID();
    const { docs, results } = await device.push([
      op.company(id, "Firma", no === undefined ? {} : { no }),
    ]);
    return docs.find((doc) => doc.id === id)?.v?.["no"] ?? results[0]?.code;
  };

  test("NUM-1, NUM-3: pattern, first and last number are the company's, by type", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      await setUp(boss, {
        contactNumbers: { first: "KD-1001", last: "KD-1003" },
        taskNumbers: { first: "T01" },
      });
      expect([await made(boss), await made(boss), await made(boss)]).toEqual([
        ...["KD-1001", "KD-1002", "KD-1003"],
      ]);
      expect(await made(boss)).toBe("series_ended");
      const id = randomUUID();
      const { docs } = await boss.push([
        op.ins("tasks", {
          ...{ id, type: "task", description: "x", date: "2026-03-13" },
          status: "notStarted",
        }),
      ]);
      expect(docs[0]?.v?.["no"]).toBe("T01");
    }));

  test("NUM-3: a last number below those that are given is refused, and no new contact ever is for it", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      await twenty(boss);
      const refused = await boss.push([
        op.ins("settings", {
          ...{ id: randomUUID(), key: "marketing" },
          contactNumbers: { first: "CT000001", last: "CT000010" },
        }),
      ]);
      expect(refused.results).toMatchObject([
        { s: "rejected", code: "series_passed" },
      ]);
      expect(await made(boss)).toBe("CT000021");
    }));

  test("NUM-6: another pattern goes on counting, and a device's reserve is told the new one", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      await twenty(boss);
      await setUp(boss, { contactNumbers: { first: "KD0001" } });
      expect(await made(boss)).toBe("KD0021");
      expect((await lease(boss)).body).toMatchObject({
        ...{ lo: 22, hi: 71, format: "KD{0000}" },
      });
    }));

  test("NUM-6: a reserve that was used up under the former pattern is followed by the next one", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      expect((await lease(boss)).body).toMatchObject({ lo: 1, hi: 50 });
      await setUp(boss, { contactNumbers: { first: "KD000001" } });
      for (const n of [29, 30]) {
        const no = `CT${String(n).padStart(6, "0")}`;
        expect(await made(boss, no)).toBe(no);
        expect((await lease(boss)).body).toMatchObject(
          n === 29 ? { lo: 1, hi: 50 } : { lo: 51, hi: 100 },
        );
      }
    }));

  test("NUM-2: where no gaps are allowed no device reserves numbers", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      await setUp(boss, { contactNumbers: { first: "CT000001", gaps: false } });
      expect((await lease(boss)).body).toMatchObject({
        error: { code: "leases_off" },
      });
      expect([await made(boss), await made(boss)]).toEqual([
        ...["CT000001", "CT000002"],
      ]);
    }));

  test("NUM-1: a number typed by hand is taken only where the series allows it; what a device has reserved always", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      expect(await made(boss, "VIP-1")).toBe("VIP-1");
      await lease(boss);
      await setUp(boss, {
        contactNumbers: { first: "KD000001", manual: false },
      });
      expect(await made(boss, "VIP-2")).toBe("KD000051");
      expect([...(await boss.all("notes")).values()]).toMatchObject([
        { kind: "notice" },
      ]);
      // Reserved before the pattern was changed.
      expect(await made(boss, "CT000001")).toBe("CT000001");
      expect(await made(boss, "KD000002")).toBe("KD000002");
    }));
});
