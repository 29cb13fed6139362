import { describe, expect, test } from "vitest";
import { fillDemo } from "../../server/demo/fill-demo.ts";
import { buildDemo } from "../../server/demo/build-demo.ts";
import { lookupPostCode } from "../../shared/directory/post-codes.ts";
import { checkVat } from "../../shared/domain/vat.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import { entityOf } from "../../shared/entities/registry.ts";
import { ENGINES, withServer } from "../helpers/server.ts";

const documents = buildDemo();
const contacts = documents
  .filter((document) => document.c === "contacts")
  .map((document) => document.v);
const visits = documents
  .filter((document) => document.c === "interactions")
  .map((document) => document.v);

describe("the demo company", () => {
  test("every document is valid, and the same on every machine", () => {
    for (const { c, v } of documents)
      expect([c, entityOf(c).fields.safeParse(v).error]).toEqual([
        c,
        undefined,
      ]);
    expect(buildDemo()).toEqual(documents);
    const keys = documents.map(({ c, v }) => `${c}/${v.id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("40 companies, 120 people in them and 15 independent ones", () => {
    const of = (wanted: (contact: Contact) => boolean) =>
      contacts.filter(wanted).length;
    expect(of((c) => c.type === "company")).toBe(40);
    const person = (c: Contact) => c.type === "person";
    expect(of((c) => person(c) && c.companyId !== undefined)).toBe(120);
    expect(of((c) => person(c) && c.companyId === undefined)).toBe(15);
  });

  test("nobody's title is another sex's", () => {
    const men = contacts.filter(({ salutation }) => salutation === "M");
    const women = contacts.filter(({ salutation }) => salutation === "F");
    const titles = (all: readonly Contact[]) => [
      ...new Set(all.map(({ jobTitle }) => jobTitle)),
    ];
    expect(titles(women)).toEqual(
      expect.arrayContaining(["Cheffe des ventes", "Betriebsleiterin"]),
    );
    expect(titles(men)).toEqual(
      expect.arrayContaining(["Chef des ventes", "Betriebsleiter"]),
    );
    const both = titles(women).filter((one) => titles(men).includes(one));
    const ofBoth = /^(Comptable|Responsa|Contabile|Photographe|Consulente)/;
    expect(both.filter((one) => !ofBoth.test(one ?? ""))).toEqual([]);
  });

  test("LOC-2, LOC-3: towns belong to their post codes, VAT numbers have the right check digit", () => {
    for (const { postCode = "", city, vatNo } of contacts) {
      expect(lookupPostCode(postCode).map((place) => place.city)).toContain(
        city,
      );
      if (vatNo)
        expect(checkVat(vatNo, "CH")).toEqual({ kind: "ok", value: vatNo });
    }
  });

  test("nobody can be reached by accident: .example addresses, 555 numbers", () => {
    for (const { phone, mobile, email, homePage } of contacts) {
      for (const number of [phone, mobile])
        if (number) expect(number).toMatch(/^\+41 \d{2} 555 \d{2} \d{2}$/);
      for (const address of [email, homePage])
        if (address) expect(address).toMatch(/\.example$/);
    }
  });

  test("twelve weeks of weekdays that end on Friday 2026-03-13, 6 to 10 a week and salesperson", () => {
    const weeks = new Map<string, number>();
    for (const { date, salesperson } of visits) {
      const ms = Date.parse(`${date}T00:00:00Z`);
      expect([1, 2, 3, 4, 5]).toContain(new Date(ms).getUTCDay());
      const week = Math.floor(
        (ms - Date.parse("2025-12-22T00:00:00Z")) / 604_800_000,
      );
      const key = `${salesperson} ${week}`;
      weeks.set(key, (weeks.get(key) ?? 0) + 1);
    }
    expect(weeks.size).toBe(36);
    for (const count of weeks.values()) {
      expect(count).toBeGreaterThanOrEqual(6);
      expect(count).toBeLessThanOrEqual(10);
    }
    const days = visits.map(({ date }) => date).sort();
    expect(days.at(-1)).toBe("2026-03-13");
  });
});

describe.each(ENGINES)("the demo company on %s", (engine) => {
  test("it fills an empty company once, with numbers in order, and is pulled like any other", () =>
    withServer(engine, async (server) => {
      const { tenant, deps } = server;
      await fillDemo(deps, tenant);
      const { seq } = await deps.storage.head(tenant.tenantId);
      await fillDemo(deps, tenant);
      expect((await deps.storage.head(tenant.tenantId)).seq).toBe(seq);
      const cro = await server.device("chantal.rochat", "salesperson", "CRO");
      const pulled = [...(await cro.all("contacts")).values()];
      expect(pulled.map((v) => v["no"])).toEqual(
        pulled.map((_, i) => `CT${String(i + 1).padStart(6, "0")}`),
      );
      const lease = await cro.post("/v1/leases", {
        series: "contacts",
        count: 50,
      });
      expect(lease.body).toMatchObject({ lo: 176, hi: 225 });
      // Chantal of the demo and Chantal with this device are one person.
      const visit = [...(await cro.all("interactions")).values()].find(
        (v) => v["salesperson"] === "CRO",
      );
      expect(visit).toMatchObject({ createdBy: cro.userId });
    }));
});
