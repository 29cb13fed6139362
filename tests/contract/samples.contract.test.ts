import { expect, test } from "vitest";
import type { Contact } from "../../shared/entities/contact.ts";
import { sampleDocuments } from "../../shared/demo/sample-documents.ts";
import type { Change } from "../../shared/domain/change.ts";
import { validateOp } from "../../shared/sync/validate-op.ts";
import { assembleOn } from "../../renderer/local-store/open-store.ts";
import { createMemoryDisk } from "../helpers/memory-tables.ts";
import { bridgeTo } from "../helpers/whole-device.ts";
import { openAt } from "../unit/electron/os/journal/journal-fixture.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const TODAY = "2026-11-27";
const all = sampleDocuments(TODAY);

/** The real journal beside the real store on tables in memory; the same places again are the next start. */
function notebook() {
  const folder = temporaryFolder();
  const readable = createMemoryDisk();
  let n = 0;
  return async () => {
    const journal = await openAt(folder);
    const local = await assembleOn(
      readable.tables,
      {
        ...{ bridge: bridgeTo(journal), journal: await journal.read() },
        checkpoint: readable.checkpoint,
        projection: { post() {}, listen() {} },
        newId: () =>
          `01890000-0000-7000-9000-${String((n += 1)).padStart(12, "0")}`,
      },
      async () => {},
    );
    return { local, journal };
  };
}

test("the samples are a whole company around today, each document as the wire would take it", () => {
  const of = (c: string) => all.filter((one) => one.c === c);
  const contacts = of("contacts").map(({ v }) => v as unknown as Contact);
  const companies = contacts.filter(({ type }) => type === "company");
  const people = contacts.filter(({ type }) => type === "person");
  expect(companies).toHaveLength(40);
  expect(people.filter(({ companyId }) => companyId)).toHaveLength(120 + 2);
  expect(people.filter(({ companyId }) => !companyId)).toHaveLength(15);
  expect(new Set(companies.map(({ language }) => language))).toEqual(
    new Set(["FRS", "DES", "ITS", "ENG", "RMC"]),
  );
  for (const { c, v } of all)
    if (c !== "notes")
      expect(
        validateOp({ c, id: v.id, k: "ins", v: v as never }),
        v.id,
      ).toEqual(expect.objectContaining({ ok: true }));
  const days = of("interactions")
    .map(({ v }) => String(v["date"]))
    .sort();
  expect((days.at(-1) ?? "") <= TODAY).toBe(true);
  expect(days.length).toBeGreaterThan(100);
  const ids = new Set(all.map(({ v }) => v.id));
  expect(ids.size).toBe(all.length);
  for (const { v } of of("interactions"))
    expect(ids.has(String(v["contactId"]))).toBe(true);
});

test("samples never reach the journal, outlast a restart, and go to the last one, with what was entered about them; one's own stays", async () => {
  const open = notebook();
  let { local, journal } = await open();
  const mine: Contact = {
    ...{ id: "01890000-0000-7000-8000-000000000001", type: "company" },
    name: "Ma fromagerie",
  };
  const create = (c: "contacts" | "interactions", after: object): Change =>
    ({ c, id: (after as Contact).id, before: null, after }) as Change;
  await local.save("action.createCompany", [create("contacts", mine)]);
  await local.samples.fill(all);
  expect((await journal.read()).pending).toHaveLength(1);
  await local.close();
  await journal.close();

  ({ local, journal } = await open());
  const { store, samples, save } = local;
  expect(await samples.present()).toBe(true);
  const [first] = all.filter(({ c }) => c === "contacts");
  const sample = (await store.get("contacts", first?.v.id ?? "")) as Contact;
  expect(sample.name).toBe(first?.v["name"]);
  const visit = {
    ...{ id: "01890000-0000-7000-8000-000000000002", date: TODAY },
    ...{ contactId: sample.id, result: "essai" },
  };
  await save("action.logVisit", [create("interactions", visit)]);
  const after = { ...sample, city: "Bulle" };
  const edit: Change = { c: "contacts", id: sample.id, before: sample, after };
  await save("action.editContact", [edit]);
  expect(await samples.own()).toBe(2);

  await samples.remove();
  expect(await samples.present()).toBe(false);
  expect(await store.counts()).toMatchObject({
    ...{ contacts: 1, interactions: 0, tasks: 0, opportunities: 0 },
    ...{ purchases: 0, accounts: 0, notes: 0, codes: 0, settings: 0 },
  });
  expect(await store.get("contacts", mine.id)).toEqual(mine);
  const { pending, held } = await journal.read();
  const waiting = [...pending, ...held].filter(({ empty }) => !empty);
  expect(waiting.map(({ label }) => label)).toEqual(["action.createCompany"]);
  // None of them is in the trash.
  expect(
    local.undo.commands().filter(({ deleted }) => deleted !== undefined),
  ).toEqual([]);
});
