import { afterEach, expect, test } from "vitest";
import { previewBulk, runBulk } from "../../renderer/features/list/bulk-run.ts";
import type { BulkEdit } from "../../shared/domain/bulk-edit.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import {
  createTestDisk,
  openTestStore,
  type TestStore,
} from "../helpers/local-store.ts";
import {
  companyId,
  gruyere,
  otherPersonId,
  person,
  personId,
} from "../unit/shared/domain/contact-builder.ts";

const free = { onProgress: () => {}, isCanceled: () => false };
const ske: BulkEdit = { op: "set", field: "salesperson", value: "SKE" };

let opened: TestStore | undefined;
afterEach(() => opened?.close());

async function office() {
  const store = await openTestStore(createTestDisk());
  opened = store;
  const here = (id: string, name: string, salesperson: string): Contact =>
    person({ id, name, companyId, salesperson });
  const contacts = [
    gruyere(),
    here(personId, "Luc Pasquier", "CRO"),
    here(otherPersonId, "Zoé Favre", "MBE"),
  ];
  await store.save(
    "action.import",
    contacts.map((after) => ({
      c: "contacts",
      id: after.id,
      before: null,
      after,
    })),
  );
  return {
    store,
    salespeople: async () => {
      const found = await store.store.getMany("contacts", [
        ...[companyId, personId, otherPersonId],
      ]);
      return [...found.values()].map((contact) => contact.salesperson);
    },
  };
}

test("the preview tells what will change and writes nothing", async () => {
  const { store, salespeople } = await office();
  const ids = [companyId, personId, otherPersonId];
  const mbe: BulkEdit = { ...ske, value: "MBE" };
  expect(await previewBulk(store.store, ids, mbe, free)).toMatchObject({
    changed: 2,
    unchanged: 1,
    invalid: 0,
    lines: [{ name: "Fromagerie Gruyère-Est SA" }, { name: "Luc Pasquier" }],
  });
  expect(await salespeople()).toEqual(["CRO", "CRO", "MBE"]);
});

test("INH-5: people follow their company in a bulk edit, and one Undo takes all of it back", async () => {
  const { store, salespeople } = await office();
  const steps = store.undo.begin("action.bulkEdit");
  const deps = { store: store.store, list: store.list, save: steps.save };
  const done = await runBulk(deps, [companyId], ske, free);
  await steps.end();
  expect(done).toEqual({ status: "done", changed: 1 });
  expect(await salespeople()).toEqual(["SKE", "SKE", "MBE"]);
  await store.undo.undo();
  expect(await salespeople()).toEqual(["CRO", "CRO", "MBE"]);
});

test("a person who is chosen beside the company is edited as they are by then; cancelling leaves the rest", async () => {
  const { store, salespeople } = await office();
  const deps = {
    store: store.store,
    list: store.list,
    save: (changes: Parameters<typeof store.save>[1]) =>
      store.save("action.bulkEdit", changes),
  };
  const ids = [companyId, personId, otherPersonId];
  expect(
    await runBulk(deps, ids, ske, { ...free, isCanceled: () => true }),
  ).toEqual({ status: "canceled", changed: 0 });
  expect(await runBulk(deps, ids, ske, free)).toEqual({
    status: "done",
    changed: 2,
  });
  expect(await salespeople()).toEqual(["SKE", "SKE", "SKE"]);
});
