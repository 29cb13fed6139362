import { createHash, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { removeOwnErp } from "../../renderer/local-store/own-erp.ts";
import type { RestoreChoice } from "../../renderer/features/backup/restore-backup.ts";
import type { Change } from "../../shared/domain/change.ts";
import type {
  AnyDocument,
  CollectionName,
} from "../../shared/entities/registry.ts";
import { RESTORE_KINDS } from "../../shared/sync/restore-document.ts";
import { backupSession } from "../helpers/backup-session.ts";
import {
  createTestDisk,
  openTestStore,
  type TestStore,
} from "../helpers/local-store.ts";
import { until } from "../helpers/until.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const PASSPHRASE = "correct horse battery";
const photo = new Uint8Array(randomBytes(90_000));
const sha256 = createHash("sha256").update(photo).digest("hex");
const EVERYTHING: RestoreChoice = {
  kinds: new Set(RESTORE_KINDS),
  changed: "take",
  conflicts: "keep",
};

const id = (n: number) =>
  `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const [COMPANY, PERSON, VISIT, TASK, FILE] = [
  id(900),
  id(2),
  id(3),
  id(4),
  id(5),
];
const [NOTE, CODE, VIEW, DRAFT, SALE] = [id(6), id(7), id(8), id(9), id(10)];

const [ACCOUNT, PURCHASE] = [id(11), id(12)];

const PHONES = {
  [id(50)]: { kind: "phone", label: "chalet", value: "026 555 01 23" },
};

/** One of each, the person before the company by id, and an entry that the server alone writes. */
const NOTEBOOK: readonly (readonly [CollectionName, object])[] = [
  [
    "codes",
    { id: CODE, kind: "mailingGroup", code: "XMAS", description: "Noël" },
  ],
  ["settings", { id: VIEW, key: "view", name: "Romandie", view: "{}" }],
  [
    "contacts",
    {
      id: COMPANY,
      type: "company",
      name: "Fromagerie Gruyère-Est SA",
      city: "Bulle",
    },
  ],
  [
    "contacts",
    {
      ...{
        id: PERSON,
        type: "person",
        name: "Luc Pasquier",
        companyId: COMPANY,
      },
      mailingGroups: ["XMAS"],
      more: PHONES,
    },
  ],
  [
    "files",
    {
      ...{ id: FILE, contactId: PERSON, interactionId: VISIT, sha256 },
      ...{ name: "carte.jpg", mime: "image/jpeg", bytes: photo.length },
    },
  ],
  [
    "notes",
    { id: NOTE, kind: "comment", contactId: PERSON, text: "Aime le vacherin" },
  ],
  [
    "notes",
    {
      id: id(60),
      kind: "notice",
      contactId: PERSON,
      text: "said by the server",
    },
  ],
  [
    "opportunities",
    {
      id: SALE,
      contactId: COMPANY,
      description: "Caves",
      createdOn: "2026-03-01",
      status: "notStarted",
    },
  ],
  [
    "tasks",
    {
      id: TASK,
      description: "Rappeler",
      date: "2026-03-20",
      contactId: PERSON,
      type: "task",
      status: "notStarted",
    },
  ],
  [
    "interactions",
    {
      id: VISIT,
      contactId: PERSON,
      companyId: COMPANY,
      date: "2026-03-10",
      result: "Très intéressé",
    },
  ],
  [
    "accounts",
    {
      ...{ id: ACCOUNT, kind: "customer", no: "10000" },
      ...{ name: "Fromagerie Gruyère-Est SA", contactId: COMPANY },
    },
  ],
  [
    "purchases",
    {
      ...{ id: PURCHASE, document: "103001", line: 10_000, type: "invoice" },
      ...{ customer: "10000", accountId: ACCOUNT, item: "1000", quantity: 2 },
      ...{ description: "Cave", date: "2026-02-01", amountMinor: 400_000 },
      currency: "CHF",
    },
  ],
  [
    "drafts",
    {
      id: DRAFT,
      form: "create",
      value: { name: "à moitié" },
      savedAt: "2026-03-10T10:00:00.000Z",
    },
  ],
];

let opened: TestStore | null = null;
afterEach(close);

/** One at a time: so many collections may be open. */
async function close(): Promise<void> {
  await opened?.close();
  opened = null;
}

async function notebook(deps: {
  file: string;
  manages?: boolean;
  connected?: boolean;
}) {
  const disk = createTestDisk();
  await close();
  const local = await openTestStore(disk);
  opened = local;
  const { store } = local;
  const { session, shelf, become } = await backupSession(local, deps.file, {
    manages: deps.manages ?? true,
    connected: deps.connected ?? false,
  });
  return {
    ...{ local, session, become, shelf, disk },
    get: (c: CollectionName, one: string) => store.get(c, one),
    async put(c: CollectionName, after: object) {
      const { id: of } = after as AnyDocument;
      const before = await store.get(c, of);
      const change = { c, id: of, before, after } as unknown as Change;
      await local.save("action.editContact", [change]);
    },
    async backUp() {
      session.write({ name: "a.carnetbackup", passphrase: PASSPHRASE });
      return (await become("written")).made;
    },
    async preview() {
      session.choose();
      await become("chosen");
      session.open(PASSPHRASE);
      return (await become("preview")).preview;
    },
    async restore(choice: RestoreChoice = EVERYTHING) {
      session.restore(choice);
      return become("restored");
    },
    written: () => disk.journal.state().lastD,
  };
}

async function full(file: string) {
  const one = await notebook({ file });
  await one.shelf.add(photo);
  for (const [c, document] of NOTEBOOK) await one.put(c, document);
  return one;
}

const aFile = () => path.join(temporaryFolder(), "a.carnetbackup");

test("all that a notebook holds comes back in an empty one, once; one Undo takes it away again", async () => {
  const file = aFile();
  const saved = await (await full(file)).backUp();
  expect(saved).toMatchObject({ status: "saved", documents: NOTEBOOK.length });

  const b = await notebook({ file });
  const preview = await b.preview();
  expect(b.written()).toBe(0);
  expect(preview).toMatchObject({ servers: 0, said: 1, unreadable: 0 });
  for (const kind of RESTORE_KINDS)
    expect(preview.counts[kind], kind).toMatchObject({ new: 1, same: 0 });

  const { restored, command } = await b.restore();
  // A draft, an account and a purchase stay on this device.
  const made = NOTEBOOK.length - 1;
  expect(restored).toEqual({ end: "complete", made, sent: made - 3 });
  for (const [c, document] of NOTEBOOK)
    if ((document as { kind?: string }).kind !== "notice")
      expect(await b.get(c, (document as AnyDocument).id)).toEqual(document);
  expect(await b.shelf.read(sha256)).toEqual(photo);
  const ids = b.disk.journal.state().pending.flatMap(({ ops }) => ops);
  const place = (one: string) => ids.findIndex((op) => op.id === one);
  expect([place(ACCOUNT), place(PURCHASE)]).toEqual([-1, -1]);
  expect(place(COMPANY)).toBeLessThan(place(PERSON));
  expect(place(PERSON)).toBeLessThan(place(VISIT));

  const before = b.written();
  expect((await b.preview()).counts.persons).toMatchObject({ same: 1, new: 0 });
  const again = await b.restore({ ...EVERYTHING, conflicts: "take" });
  expect(again.restored).toEqual({ end: "complete", made: 0, sent: 0 });
  expect(b.written()).toBe(before);

  await b.local.undo.undo(command ?? "");
  for (const [c, document] of NOTEBOOK)
    if (c !== "drafts")
      expect(await b.get(c, (document as AnyDocument).id)).toBeNull();
});

test("in a notebook that is used what was worked on since stays, is replaced, or gets what it lacks; Undo gives it back", async () => {
  const file = aFile();
  const a = await full(file);
  await a.backUp();
  const edited = {
    ...{ id: PERSON, type: "person", name: "Luc Pasquier-Roh" },
    ...{ companyId: COMPANY, mailingGroups: ["GOLF"], city: "Fribourg" },
  };
  await a.put("contacts", edited);
  await a.put("interactions", { ...NOTEBOOK[9]?.[1], evaluation: "positive" });

  const preview = await a.preview();
  expect(preview.counts.persons).toMatchObject({ conflict: 1, new: 0 });
  expect(preview.counts.interactions).toMatchObject({ conflict: 1 });
  expect(preview.differences[0]).toMatchObject({
    ...{ kind: "persons", verdict: "conflict", name: "Luc Pasquier" },
    fields: ["name", "city", "mailingGroups", "more"],
  });
  const kept = await a.restore();
  expect(kept.restored.made).toBe(0);
  expect(await a.get("contacts", PERSON)).toEqual(edited);

  await a.preview();
  const filled = await a.restore({ ...EVERYTHING, conflicts: "fill" });
  expect(filled.restored.made).toBe(1);
  expect(await a.get("contacts", PERSON)).toEqual({
    ...edited,
    mailingGroups: ["GOLF", "XMAS"],
    more: PHONES,
  });
  await a.local.undo.undo(filled.command ?? "");
  expect(await a.get("contacts", PERSON)).toEqual(edited);

  await a.preview();
  const kinds = new Set(["persons"] as const);
  const taken = await a.restore({ ...EVERYTHING, kinds, conflicts: "take" });
  expect(taken.restored.made).toBe(1);
  expect(await a.get("contacts", PERSON)).toEqual(NOTEBOOK[3]?.[1]);
  expect(await a.get("interactions", VISIT)).toMatchObject({
    evaluation: "positive",
  });
  await a.local.undo.undo(taken.command ?? "");
  expect(await a.get("contacts", PERSON)).toEqual(edited);
});

test("a wrong passphrase, a file cut short or changed anywhere: each says so, and nothing is changed", async () => {
  const file = aFile();
  await (await full(file)).backUp();
  const whole = readFileSync(file);
  const b = await notebook({ file });
  const problem = async (passphrase: string) => {
    b.session.choose();
    await until(
      async () => b.session.state(),
      (now) => now.step === "chosen" && !now.problem,
    );
    b.session.open(passphrase);
    const state = await until(
      async () => b.session.state(),
      (now) => now.step === "chosen" && now.problem !== null,
    );
    return state.step === "chosen" && state.problem;
  };
  expect(await problem("another passphrase")).toBe("wrong-passphrase");
  writeFileSync(file, whole.subarray(0, whole.length - 5_000));
  expect(await problem(PASSPHRASE)).toBe("damaged");
  // In the middle of the photo: the text in front of it could all be read.
  const changed = Buffer.from(whole);
  changed[40_000] = (changed[40_000] ?? 0) ^ 1;
  writeFileSync(file, changed);
  expect(await problem(PASSPHRASE)).toBe("damaged");
  writeFileSync(file, "BEGIN:VCARD");
  expect(await problem(PASSPHRASE)).toBe("not-a-backup");
  expect(b.written()).toBe(0);
  expect(await b.local.store.counts()).toMatchObject({
    contacts: 0,
    drafts: 0,
  });
});

test("a salesperson brings back what is theirs to write, and the rest is counted as left", async () => {
  const file = aFile();
  const a = await full(file);
  await a.put("contacts", {
    ...{
      id: id(70),
      type: "company",
      name: "Gruyère Est",
      mergedInto: COMPANY,
    },
  });
  await a.put("settings", {
    id: id(71),
    key: "marketing",
    inheritAddress: true,
  });
  await a.backUp();
  const b = await notebook({ file, manages: false });
  const mine = { ...NOTEBOOK[0]?.[1], description: "Weihnachten" };
  await b.put("codes", mine);
  const { counts } = await b.preview();
  expect(counts.companies).toMatchObject({ new: 1, left: 1 });
  expect(counts.settings).toMatchObject({ new: 1, left: 1 });
  expect(counts.lists).toMatchObject({ new: 0, left: 1 });
  await b.restore({ ...EVERYTHING, conflicts: "take" });
  expect(await b.get("contacts", id(70))).toBeNull();
  expect(await b.get("settings", id(71))).toBeNull();
  expect(await b.get("codes", CODE)).toEqual(mine);
  expect(await b.get("contacts", PERSON)).toEqual(NOTEBOOK[3]?.[1]);
});

test("where there is a server, accounts and purchases are its own, and the preview says so; what came before it goes", async () => {
  const file = aFile();
  await (await full(file)).backUp();
  const b = await notebook({ file, connected: true });
  const { servers, counts } = await b.preview();
  expect({ servers, accounts: counts.accounts.new }).toEqual({
    ...{ servers: 2, accounts: 0 },
  });
  await b.restore();
  expect(await b.get("accounts", ACCOUNT)).toBeNull();
  expect(await b.get("contacts", COMPANY)).not.toBeNull();

  const own = await notebook({ file });
  await own.preview();
  const { command } = await own.restore();
  const { replica, store, undo } = own.local;
  const there = await store.get("purchases", PURCHASE);
  const v = { ...there, modifiedAt: "2026-03-13T17:00:00.000Z" } as never;
  const envelope = { c: "purchases", id: PURCHASE, seq: 7, rev: 1 } as const;
  await replica.applyServer("e", [{ ...envelope, deleted: false, v }], 0);
  await removeOwnErp(replica);
  expect(await own.get("accounts", ACCOUNT)).toBeNull();
  expect(await own.get("purchases", PURCHASE)).not.toBeNull();
  await own.preview();
  await own.restore({ ...EVERYTHING, conflicts: "take" });
  await undo.undo(command ?? "");
  expect(await own.get("purchases", PURCHASE)).not.toBeNull();
});

const manyCompanies = Array.from({ length: 600 }, (_, i): Change => {
  const of = id(10_000 + i);
  const after = { id: of, type: "company", name: `Firma ${i}` } as const;
  return { c: "contacts", id: of, before: null, after };
});

test("canceled while it is written it leaves no file; while it restores, what was done until then can be undone", async () => {
  const file = aFile();
  const a = await full(file);
  await a.local.save("action.import", manyCompanies);
  const stopped = a.session.subscribe(() => {
    const state = a.session.state();
    if (state.step === "writing" && state.done > 0 && !state.canceling)
      a.session.cancel();
  });
  a.session.write({ name: "a.carnetbackup", passphrase: PASSPHRASE });
  await a.become("idle");
  stopped();
  expect(() => readFileSync(file)).toThrow("ENOENT");
  await a.backUp();

  const b = await notebook({ file });
  await b.preview();
  const stop = b.session.subscribe(() => {
    const state = b.session.state();
    if (state.step === "restoring" && state.done > 2 && !state.canceling)
      b.session.cancel();
  });
  const { restored, command } = await b.restore();
  stop();
  expect(restored.end).toBe("canceled");
  const count = async () => (await b.local.store.counts()).contacts;
  await until(count, (there) => there > 0);
  expect(restored.made).toBeLessThan(600);
  await b.local.undo.undo(command ?? "");
  await until(count, (there) => there === 0);
}, 60_000);

test("a disk that is full, or that refuses, ends it with the reason", async () => {
  const file = aFile();
  const a = await full(file);
  await a.backUp();
  const b = await notebook({ file });
  await b.preview();
  b.disk.journal.failWith("disk-full");
  const { restored } = await b.restore();
  expect(restored).toEqual({ end: "disk-full", made: 0, sent: 0 });
  const c = await notebook({ file: path.join(file, "none") });
  expect(await c.backUp()).toEqual({ status: "failed", reason: "io" });
});
