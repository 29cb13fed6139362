import { expect, test } from "vitest";
import type { Change } from "../../shared/domain/change.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { ErasedHere } from "../../shared/ipc/erasures.ts";
import { createTestDisk, openTestStore } from "../helpers/local-store.ts";
import { until } from "../helpers/until.ts";

const id = (n: number) =>
  `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const company = (n: number): Contact => ({
  ...{ id: id(n), type: "company", name: `Firma Nummer ${n}` },
});
const [ONE, TWO, THREE] = [company(1), company(2), company(3)];

/** A device, and what it tells the main process of erased documents. */
async function device() {
  const plain = createTestDisk();
  const noted: ErasedHere[] = [];
  const invoke = async (name: string, input: never) => {
    if (name === "journal/read") return plain.journal.state();
    if (name !== "erasures/note")
      return plain.journal.bridge.invoke(name as never, input);
    noted.push(input);
    return {};
  };
  const disk = { ...plain, bridge: { invoke: invoke as never } };
  const local = await openTestStore(disk);
  for (const one of [ONE, TWO, THREE])
    await local.save("action.createCompany", [change(null, one)]);
  return { disk, local, noted };
}
type Local = Awaited<ReturnType<typeof device>>["local"];

function change(before: Contact | null, after: Contact | null): Change {
  return { c: "contacts", id: (after ?? before)?.id ?? "", before, after };
}

function erased(local: Local, n: number): Promise<void> {
  const gone = { c: "contacts", id: id(n), seq: 9, rev: 3, deleted: true };
  const envelope = { ...gone, erased: true as const, v: null };
  return local.replica.applyServer("e", [envelope], 100);
}

function trashOf(local: Local): readonly string[] {
  return local.undo
    .commands()
    .flatMap((one) => one.deleted ?? [])
    .map((one) => one.id);
}

/** Everything that is kept for Undo, forms and the trash. */
async function keptIn(local: Local): Promise<string> {
  return JSON.stringify(await local.store.all("drafts", 1_000));
}

test("PRV-5, DEL-3: one of several that were deleted together is erased: nothing of it stays, and the others come back", async () => {
  const { disk, local, noted } = await device();
  const gone = [ONE, TWO, THREE].map((one) => change(one, null));
  await local.save("action.deleteContact", gone);
  await local.settled();
  expect(trashOf(local)).toEqual([id(1), id(2), id(3)]);
  await erased(local, 1);
  expect(noted).toMatchObject([{ held: true, needles: [ONE.name], blind: [] }]);
  await until(
    () => Promise.resolve(trashOf(local)),
    (trash) => trash.length === 2,
  );
  await until(
    () => keptIn(local),
    (text) => !text.includes(id(1)) && !text.includes(ONE.name),
  );
  await local.close();
  const next = await openTestStore(disk);
  const line = await until(
    () => Promise.resolve(next.undo.commands()),
    (known) => known.length > 0,
  );
  const command = line.find((one) => one.deleted !== undefined);
  const outcome = await next.undo.undo(command?.id);
  expect(outcome).toMatchObject({ status: "done", kept: [] });
  expect(await next.store.get("contacts", id(1))).toBeNull();
  for (const one of [TWO, THREE])
    expect(await next.store.get("contacts", one.id)).toMatchObject(one);
  await next.close();
});

test("PRV-5: an erasure between two writes of one command: the second puts nothing of it back, and the rest can be taken back", async () => {
  const { local } = await device();
  const steps = local.undo.begin("action.deleteContact", ONE.name);
  await steps.save([change(ONE, null)]);
  await steps.save([change(THREE, null)]);
  await erased(local, 1);
  await until(
    () => keptIn(local),
    (text) => !text.includes(id(1)),
  );
  const phone = "+41 44 555 20 01";
  const late = change(ONE, { ...ONE, phone });
  await steps.save([change(TWO, null), late]);
  const command = await steps.end();
  await local.settled();
  const kept = await keptIn(local);
  for (const theirs of [id(1), ONE.name, phone])
    expect(kept).not.toContain(theirs);
  expect(JSON.stringify(command)).not.toContain(ONE.name);
  expect(trashOf(local)).toEqual([id(3), id(2)]);
  expect(await local.undo.undo()).toMatchObject({ status: "done", kept: [] });
  for (const one of [TWO, THREE])
    expect(await local.store.get("contacts", one.id)).toMatchObject(one);
  await local.close();
});

test("PRV-5: an erasure takes a whole command off the list while it goes on: the name is not put back with the rest of it", async () => {
  const { local } = await device();
  const steps = local.undo.begin("action.deleteContact", ONE.name);
  await steps.save([change(ONE, null)]);
  await erased(local, 1);
  await until(
    () => keptIn(local),
    (text) => !text.includes(id(1)),
  );
  await steps.save([change(TWO, null), change(THREE, null)]);
  expect(await steps.end()).toMatchObject({ records: 2 });
  await local.settled();
  expect(await keptIn(local)).not.toContain(ONE.name);
  await local.close();
});

test("PRV-5: a merge with somebody who is erased is not done again: it had put into another card what was theirs", async () => {
  const { local } = await device();
  const phone = "+41 44 555 20 01";
  await local.save("action.mergeContacts", [
    change(ONE, { ...ONE, mergedInto: id(2) }),
    change(TWO, { ...TWO, phone }),
  ]);
  await local.undo.undo();
  expect(local.undo.state().redo).not.toBeNull();
  await erased(local, 1);
  await until(
    () => keptIn(local),
    (text) => !text.includes(phone) && !text.includes(id(1)),
  );
  expect(local.undo.state().redo).toBeNull();
  await local.close();
});

test("PRV-5: of somebody whose name would be found anywhere it is not said that they were looked for", async () => {
  const { local, noted } = await device();
  const place = { c: "contacts", id: id(4), seq: 1, rev: 1, deleted: false };
  const v = { id: id(4), type: "person", name: "Emil" };
  await local.replica.applyServer("e", [{ ...place, v }], 100);
  await erased(local, 4);
  expect(noted).toMatchObject([{ held: true, needles: [], blind: [id(4)] }]);
  await local.close();
});
