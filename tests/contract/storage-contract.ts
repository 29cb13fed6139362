import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { quoteKey } from "../../shared/domain/quote.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import { compareDigest, FIRST_ID } from "../../shared/sync/digest.ts";
import type { FileStorage } from "../../server/storage/file-storage.ts";
import type { IdentityStorage } from "../../server/storage/identity-storage.ts";
import type {
  SyncStorage,
  UnsavedDocument,
} from "../../server/storage/sync-storage.ts";

export interface Storage {
  readonly storage: SyncStorage;
  readonly identities: IdentityStorage;
  readonly files: FileStorage;
}

/** What every implementation of the ports must keep, said once: run it for each. */
export function describeStorage(
  name: string,
  open: () => Promise<Storage>,
): void {
  describe(`storage on ${name}`, () => {
    let storage: SyncStorage;
    let identities: IdentityStorage;
    let files: FileStorage;
    beforeAll(async () => {
      ({ storage, identities, files } = await open());
    }, 120_000);

    async function tenant(): Promise<string> {
      const tenantId = randomUUID();
      await identities.addTenant({
        tenantId,
        tag: randomUUID().slice(0, 8),
        name: "T",
        epoch: randomUUID(),
        madeMs: 0,
        series: [
          { series: "contacts", prefix: "CT", digits: 6, last: 999_999 },
        ],
      });
      return tenantId;
    }
    const save = (tenantId: string, documents: readonly UnsavedDocument[]) =>
      storage.write(tenantId, documents.length, (writer) =>
        writer.save(documents),
      );
    const feedOf = (tenantId: string, buckets: readonly string[], after = 0) =>
      storage.feed(tenantId, {
        collection: "contacts",
        buckets,
        after,
        upTo: Number.MAX_SAFE_INTEGER,
        limit: 100,
      });

    test("a document comes back as it was saved, at the next place in the feed", async () => {
      const id = await tenant();
      const document = contact(randomUUID(), { name: "Zürich 🧀 \\u0000 'x'" });
      const [saved] = await save(id, [document]);
      expect(saved).toEqual({ ...document, seq: 1 });
      expect(await feedOf(id, ["all"])).toEqual([saved]);
      expect(
        await storage.document(id, { c: "contacts", id: document.doc.id }),
      ).toEqual(saved);
      expect((await storage.head(id)).seq).toBe(1);
    });

    test.each([0, 1, 3, 10])(
      "the counter ends at the last document, with %d places reserved for 3",
      async (reserve) => {
        const id = await tenant();
        const documents = [1, 2, 3].map(() => contact(randomUUID()));
        const saved = await storage.write(id, reserve, (writer) =>
          writer.save(documents),
        );
        expect(saved.map(({ seq }) => seq)).toEqual([1, 2, 3]);
        expect((await storage.head(id)).seq).toBe(3);
        await storage.write(id, reserve, () => Promise.resolve());
        expect((await storage.head(id)).seq).toBe(3);
      },
    );

    test("of a small collection everything that the company may read, and nobody's own views", async () => {
      const id = await tenant();
      const setting = document("settings", randomUUID(), { key: "marketing" });
      const view = document("settings", randomUUID(), { key: "view" });
      await save(id, [setting, { ...view, bucket: "private:somebody" }]);
      const read = await storage.write(id, 0, (writer) =>
        writer.collection("settings"),
      );
      expect(read.map(({ doc }) => doc.id)).toEqual([setting.doc.id]);
    });

    test("codes that are deleted, and whether something names one, in a member, a set, a list or a map", async () => {
      const [id, other] = [await tenant(), await tenant()];
      const code = document("codes", randomUUID(), { code: "A" });
      const kept = document("codes", randomUUID(), { code: "B" });
      const gone = contact(randomUUID(), { territory: "GONE" });
      await save(id, [
        { ...code, doc: { ...code.doc, deleted: true } },
        { ...gone, doc: { ...gone.doc, deleted: true } },
        kept,
        contact(randomUUID(), {
          ...{ territory: "T", mailingGroups: ["M", "N"] },
          relations: { a: null, b: { code: "R" } },
        }),
      ]);
      await save(other, [contact(randomUUID(), { territory: "OTHER" })]);
      const asked = [
        ["territory", "T"],
        ["mailingGroups/*", "N"],
        ["relations/*/code", "R"],
        ["territory", "GONE"],
        ["territory", "OTHER"],
        ["mailingGroups/*", "T"],
      ] as const;
      await storage.write(id, 0, async (writer) => {
        const deleted = await writer.deletedCodes();
        expect(deleted.map(({ doc }) => doc.id)).toEqual([code.doc.id]);
        const found: boolean[] = [];
        for (const [place, text] of asked)
          found.push(await writer.names("contacts", place, text, []));
        expect(found).toEqual([true, true, true, false, false, false]);
      });
    });

    test("opportunities by the number of their quote, however it is written, of one company and not deleted (OPP-10)", async () => {
      const [id, other] = [await tenant(), await tenant()];
      const sale = (quoteNo?: string) =>
        document("opportunities", randomUUID(), {
          description: "AF-200",
          ...(quoteNo === undefined ? {} : { quoteNo }),
        });
      const [quoted, gone] = [sale("q-1001 "), sale("Q-1001")];
      await save(id, [
        quoted,
        { ...gone, doc: { ...gone.doc, deleted: true } },
        ...[sale("Q-10010"), sale()],
        contact(randomUUID(), { quoteNo: "Q-1001" }),
      ]);
      await save(other, [sale("Q-1001")]);
      const found = await storage.write(id, 0, async (writer) => [
        await writer.quotedAs(" Q-1001"),
        await writer.quotedAs("Q-1002"),
      ]);
      expect(found.map((docs) => docs.map(({ doc }) => doc.id))).toEqual([
        [quoted.doc.id],
        [],
      ]);
    });

    test("OPP-10: a quote's number is the same to the storage as to the devices, in every alphabet and with every space", async () => {
      const id = await tenant();
      const spaces = Array.from({ length: 0x1_0000 }, (_, i) =>
        String.fromCharCode(i),
      ).filter(
        (one) => one.trim() === "" || "\u0085\u180e\u200b".includes(one),
      );
      const numbers = [
        ...["Straße 1", "STRASSE 1", "strasse 1", "STRAßE 1"],
        ...["offre-é1", "OFFRE-É1", "Œuf", "œUF", "ÿ", "Ÿ", "ı-1", "I-1"],
        ...["ſ-2", "s-2", "ǆ", "ǅ", "α", "Α", "д-7", "Д-7", "ﬁ-3", "FI-3"],
        ...["Q-9", ...spaces.map((one) => `${one}q-9${one}`)],
      ];
      await save(
        id,
        numbers.map((quoteNo) =>
          document("opportunities", randomUUID(), { quoteNo }),
        ),
      );
      const found = await storage.write(id, 0, async (writer) => {
        const answers: string[] = [];
        for (const quoteNo of numbers)
          for (const { doc } of await writer.quotedAs(quoteNo))
            answers.push(`${quoteNo} = ${String(doc.v["quoteNo"])}`);
        return answers;
      });
      const same = numbers.flatMap((a) =>
        numbers
          .filter((b) => quoteKey(a) === quoteKey(b))
          .map((b) => `${a} = ${b}`),
      );
      expect(found.toSorted()).toEqual(same.toSorted());
      expect(quoteKey("offre-é1")).toBe(quoteKey(" OFFRE-É1"));
    });

    test("who is linked to a record of the ERP, and which customers have bought, of those asked for", async () => {
      const [id, other] = [await tenant(), await tenant()];
      const row = (linkKind: string, linkNo: string) => ({
        ...{ code: "CUST", linkKind, linkNo },
      });
      const linked = contact(randomUUID(), {
        relations: { a: { code: "LAW" }, b: row("customer", "C1") },
      });
      const vendor = contact(randomUUID(), {
        relations: { a: row("vendor", "V1"), b: null },
      });
      const bought = (customer: string) =>
        document("purchases", randomUUID(), { customer, document: "F" });
      await save(id, [linked, vendor, contact(randomUUID()), bought("C7")]);
      await save(other, [bought("C8")]);
      const found = await storage.write(id, 0, async (writer) => [
        await writer.linkedContacts(["C1", "C2", "V1"]),
        await writer.linkedContacts(["C2"]),
        await writer.linkedContacts([]),
        await writer.customersAmong(["C1", "C7", "C8"]),
        await writer.customersAmong([]),
      ]);
      expect(found).toEqual([
        new Map([
          ["customer/C1", linked.doc.id],
          ["vendor/V1", vendor.doc.id],
        ]),
        new Map(),
        new Map(),
        new Set(["C7"]),
        new Set(),
      ]);
    });

    test("a failed transaction leaves nothing, not even a gap", async () => {
      const id = await tenant();
      const failing = storage.write(id, 1, async (writer) => {
        await writer.save([contact(randomUUID())]);
        throw new Error("on purpose");
      });
      await expect(failing).rejects.toThrow("on purpose");
      expect(await feedOf(id, ["all"])).toEqual([]);
      expect((await storage.head(id)).seq).toBe(0);
    });

    test("writers of one tenant are serial: nobody reads what another is about to change", async () => {
      const id = await tenant();
      const document = contact(randomUUID(), { name: "0" });
      await save(id, [document]);
      const key = { c: "contacts" as const, id: document.doc.id };
      await Promise.all(
        Array.from({ length: 20 }, () =>
          storage.write(id, 1, async (writer) => {
            const [held] = await writer.documents([key]);
            const name = String(Number(held?.doc.v["name"]) + 1);
            await writer.save([contact(key.id, { name })]);
          }),
        ),
      );
      expect(await feedOf(id, ["all"])).toMatchObject([
        { seq: 21, doc: { v: { name: "20" } } },
      ]);
    });

    test("buckets and tenants are fences: a reader gets those they name, in feed order", async () => {
      const [a, b] = [await tenant(), await tenant()];
      const shared = randomUUID();
      await save(a, [
        contact(shared, { name: "all" }),
        { ...contact(randomUUID(), { name: "mine" }), bucket: "private:1" },
        { ...contact(randomUUID(), { name: "theirs" }), bucket: "private:2" },
        contact(randomUUID(), { name: "all again" }),
      ]);
      await save(b, [contact(shared, { name: "elsewhere" })]);
      const names = async (id: string, buckets: readonly string[]) =>
        (await feedOf(id, buckets)).map(({ doc }) => doc.v["name"]);
      expect(await names(a, ["all", "private:1"])).toEqual([
        "all",
        "mine",
        "all again",
      ]);
      expect(await names(a, ["private:2"])).toEqual(["theirs"]);
      expect(await names(b, ["all", "private:1"])).toEqual(["elsewhere"]);
      const cursors = new Map<CollectionName, number>([
        ["contacts", 2],
        ["tasks", 0],
      ]);
      const changed = (buckets: readonly string[], upTo: number) =>
        storage.changedCollections(a, buckets, cursors, upTo);
      expect(await changed(["all"], 4)).toEqual(new Set(["contacts"]));
      expect(await changed(["all"], 3)).toEqual(new Set());
      expect(await changed(["private:1"], 4)).toEqual(new Set());
    });

    test("the people of a company and the work of a contact are found, deleted ones are not", async () => {
      const id = await tenant();
      const company = randomUUID();
      const [here, gone, elsewhere] = [
        contact(randomUUID(), { companyId: company }),
        contact(randomUUID(), { companyId: company }),
        contact(randomUUID(), { companyId: randomUUID() }),
      ];
      const task = document("tasks", randomUUID(), { contactId: here.doc.id });
      const under = document("tasks", randomUUID(), {
        ...{ contactId: elsewhere.doc.id, companyId: company },
      });
      const visit = document("interactions", randomUUID(), {
        ...{ contactId: here.doc.id, companyId: company },
      });
      const setting = document("settings", randomUUID(), { key: "marketing" });
      await save(id, [
        setting,
        document("settings", randomUUID(), { key: "view" }),
        here,
        { ...gone, doc: { ...gone.doc, deleted: true } },
        elsewhere,
        task,
        under,
        visit,
      ]);
      await storage.write(id, 0, async (writer) => {
        const ids = async (found: Promise<UnsavedDocument[]>) =>
          (await found).map(({ doc }) => doc.id);
        expect(await ids(writer.peopleOf([company]))).toEqual([here.doc.id]);
        expect(await ids(writer.deletedPeopleOf(company))).toEqual([
          gone.doc.id,
        ]);
        expect(
          await writer.changesSince({ c: "contacts", id: company }, 0),
        ).toEqual([]);
        expect(await ids(writer.workOf(here.doc.id))).toEqual([task.doc.id]);
        expect(await ids(writer.marketing())).toEqual([setting.doc.id]);
        expect(await ids(writer.workOf(company))).toEqual([under.doc.id]);
        for (const one of [here.doc.id, company])
          expect(await ids(writer.visitsOf(one))).toEqual([visit.doc.id]);
        expect(new Set(await ids(writer.collection("tasks")))).toEqual(
          new Set([task.doc.id, under.doc.id]),
        );
      });
    });

    test("the digest sums what is alive and in reach, by ranges of ids", async () => {
      const id = await tenant();
      const three = [1, 2, 3]
        .map(() => contact(randomUUID()))
        .sort((a, b) => (a.doc.id < b.doc.id ? -1 : 1));
      const gone = contact(randomUUID());
      await save(id, [
        ...three,
        { ...gone, doc: { ...gone.doc, deleted: true } },
        { ...contact(randomUUID()), bucket: "private:1" },
        document("tasks", randomUUID(), {}),
      ]);
      const part = { collection: "contacts", buckets: ["all"] } as const;
      const mine = three.map(({ doc }, i) => ({
        ...{ id: doc.id, rev: doc.rev, seq: i + 1 },
      }));
      const digest = await storage.digest(id, { ...part, ranges: 2 });
      expect(digest).toMatchObject({
        ...{ seq: 6, ranges: [{ count: 2 }, { count: 1, lo: mine[2]?.id }] },
      });
      expect(compareDigest(digest.ranges, mine)).toEqual([]);
      const until = mine[2]?.id ?? null;
      const from = mine[1]?.id;
      const some = await storage.digest(id, {
        ...{ ...part, ranges: 256, until: until ?? undefined, from },
      });
      expect(some.ranges).toMatchObject([{ lo: from, count: 1 }]);
      expect(compareDigest(some.ranges, mine.slice(1), until)).toEqual([]);
    });

    test("a range is what is alive and in reach between two ids, in their order", async () => {
      const id = await tenant();
      const three = [1, 2, 3]
        .map(() => contact(randomUUID()))
        .sort((a, b) => (a.doc.id < b.doc.id ? -1 : 1));
      const gone = contact(randomUUID());
      await save(id, [
        ...three.toReversed(),
        { ...gone, doc: { ...gone.doc, deleted: true } },
        { ...contact(randomUUID()), bucket: "private:1" },
        document("tasks", randomUUID(), {}),
      ]);
      const ids = three.map(({ doc }) => doc.id);
      const range = async (from: string, limit: number, until?: string) => {
        const part = { collection: "contacts", buckets: ["all"] } as const;
        const found = await storage.range(id, { ...part, from, until, limit });
        return found.map(({ doc }) => doc.id);
      };
      expect(await range(FIRST_ID, 9)).toEqual(ids);
      expect(await range(FIRST_ID, 2)).toEqual(ids.slice(0, 2));
      expect(await range(ids[1] ?? "", 9, ids[2])).toEqual([ids[1]]);
    });

    test("a number is taken once, whoever asks (NUM-4)", async () => {
      const id = await tenant();
      const take = () =>
        storage.write(id, 0, (writer) =>
          writer.takeNumbers("contacts", 2, [
            { no: "CT000001", n: 1, docId: randomUUID() },
          ]),
        );
      await take();
      await expect(take()).rejects.toMatchObject({ code: "23505" });
    });

    test("what a database cannot store is a data error, not a broken connection", async () => {
      const id = await tenant();
      const nul = String.fromCharCode(0);
      await expect(
        save(id, [contact(randomUUID(), { name: nul })]),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^22/) as string });
      expect(await save(id, [contact(randomUUID())])).toHaveLength(1);
    });

    const person = (name: string) => ({
      userId: randomUUID(),
      name,
      email: "Cro@carnet.example",
      role: "salesperson" as const,
      salesperson: null,
    });
    const laptop = (deviceId: string) => ({
      deviceId,
      name: "L1",
      publicKey: null,
      refreshHash: "r",
      enrolledMs: 5,
    });

    test("one person added by many at the same time is one person", async () => {
      const id = await tenant();
      const added = await Promise.all(
        ["A", "A", "A"].map((name) => identities.putUser(id, person(name))),
      );
      expect(new Set(added.map(({ userId }) => userId)).size).toBe(1);
      const same = person("B");
      const again = await Promise.all(
        [1, 2].map(() => identities.putUser(id, same)),
      );
      expect(again).toMatchObject([
        { name: "B", userId: added[0]?.userId, email: "cro@carnet.example" },
        { name: "B" },
      ]);
    });

    test("a code makes one device, also when two ask at the same time; a device that cannot be made leaves the code", async () => {
      const id = await tenant();
      const { userId } = await identities.putUser(id, person("A"));
      const made = { codeHash: "h", userId, madeMs: 0, untilMs: 10 };
      await identities.addEnrolment(id, made);
      await identities.addEnrolment(id, { ...made, codeHash: "i" });
      const enrolled = await Promise.all(
        [1, 2, 3].map(() =>
          identities.enrolDevice(id, "h", laptop(randomUUID())),
        ),
      );
      expect(enrolled.filter((user) => user?.userId === userId)).toHaveLength(
        1,
      );
      const taken = laptop(randomUUID());
      await identities.enrolDevice(id, "i", taken);
      await identities.addEnrolment(id, { ...made, codeHash: "j" });
      await expect(
        identities.enrolDevice(id, "j", taken),
      ).rejects.toMatchObject({ code: "23505" });
      const other = laptop(randomUUID());
      expect(await identities.enrolDevice(id, "j", other)).toMatchObject({
        userId,
      });
      expect(await identities.device(id, other.deviceId)).toMatchObject({
        status: "active",
        user: { userId },
      });
    });

    test("of many devices those that may still be used, each by its own company", async () => {
      const id = await tenant();
      const elsewhere = await tenant();
      const { userId } = await identities.putUser(id, person("A"));
      const code = { userId, madeMs: 0, untilMs: null };
      const [one, revoked] = [laptop(randomUUID()), laptop(randomUUID())];
      for (const [codeHash, device] of [
        ["1", one],
        ["2", revoked],
      ] as const) {
        await identities.addEnrolment(id, { ...code, codeHash });
        await identities.enrolDevice(id, codeHash, device);
      }
      await identities.revokeDevice(id, revoked.deviceId, false);
      const asked = [one, revoked, laptop(randomUUID())];
      const of = (tenantId: string) =>
        asked.map(({ deviceId }) => ({ tenantId, deviceId }));
      expect(await identities.activeDevices(of(id))).toEqual(
        new Set([one.deviceId]),
      );
      expect(await identities.activeDevices(of(elsewhere))).toEqual(new Set());
      expect(await identities.activeDevices([])).toEqual(new Set());
    });

    test("those who decide about one device at the same time see what the one before has stored", async () => {
      const id = await tenant();
      const { userId } = await identities.putUser(id, person("A"));
      const code = { codeHash: "h", userId, madeMs: 0, untilMs: null };
      await identities.addEnrolment(id, code);
      const { deviceId } = laptop(randomUUID());
      await identities.enrolDevice(id, "h", laptop(deviceId));
      const seen = await Promise.all(
        Array.from({ length: 10 }, () =>
          identities.proveDevice(id, deviceId, ({ tokens }) => {
            const proofs = [...tokens.proofs, `p${tokens.proofs.length}`];
            const rotated = { ...tokens, proofs, rotatedMs: 7, salt: "s" };
            const proven = { tokens: rotated, publicKey: "k", seenMs: 9 };
            return { proven, answer: tokens.proofs.length };
          }),
        ),
      );
      expect(seen.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
      ]);
      const nothing = { answer: "as it was" };
      expect(await identities.proveDevice(id, deviceId, () => nothing)).toBe(
        "as it was",
      );
      expect(
        await identities.proveDevice(id, randomUUID(), () => nothing),
      ).toBeNull();
      const device = await identities.device(id, deviceId);
      expect(device?.publicKey).toBe("k");
      expect(device?.tokens).toMatchObject({ rotatedMs: 7, salt: "s" });
      expect(await identities.devices(id, null)).toMatchObject([
        { deviceId, name: "L1", seenMs: 9, enrolledMs: 5, user: { userId } },
      ]);
      expect(await identities.devices(id, randomUUID())).toEqual([]);
    });

    test("failures are counted by address and forgotten with time", async () => {
      const [address, other] = [randomUUID(), randomUUID()];
      const fail = (from: string, atMs: number, sinceMs: number) =>
        identities.addFailure(
          { id: randomUUID(), address: from },
          atMs,
          sinceMs,
        );
      for (const atMs of [1, 2, 3]) await fail(address, atMs, 0);
      await fail(other, 4, 0);
      expect(await identities.failures(address, 1, 5)).toEqual([3, 2]);
      expect(await identities.failures(address, 0, 2)).toEqual([3, 2]);
      await fail(other, 5, 3);
      expect(await identities.failures(address, 0, 5)).toEqual([]);
      expect(await identities.failures(other, 0, 5)).toEqual([5, 4]);
    });

    test("a file grows from where it stands, is kept when it is whole, and else forgotten in time", async () => {
      const [id, other] = [await tenant(), await tenant()];
      const sha256 = "ab".repeat(32);
      const file = { sha256, bytes: 5 };
      const empty = { ...file, received: 0, stored: false, untilMs: 100 };
      expect(await files.create(id, file, 1, 100)).toEqual(empty);
      const piece = new Uint8Array([1, 2, 3]);
      const grown = { ...empty, received: 3, untilMs: 200 };
      expect(await files.append(id, sha256, 0, piece, 200)).toEqual(grown);
      expect(await files.append(id, sha256, 0, piece, 200)).toBeNull();
      expect(await files.append(other, sha256, 0, piece, 200)).toBeNull();
      expect(await files.create(id, file, 2, 300)).toEqual(grown);
      await files.finish(id, sha256);
      expect(await files.find(id, sha256, 150)).toEqual(grown);
      expect(await files.find(id, sha256, 200)).toBeNull();
      expect(await files.unfinished(id, 150)).toBe(1);
      // Begun anew with another length, and when it had run out.
      const longer = { ...file, bytes: 6 };
      const anew = { ...longer, received: 0, stored: false, untilMs: 300 };
      expect(await files.create(id, longer, 2, 300)).toEqual(anew);
      expect(await files.rows(id, sha256)).toEqual([]);
      await files.append(id, sha256, 0, piece, 300);
      expect(await files.create(id, longer, 300, 400)).toEqual({
        ...{ ...anew, untilMs: 400 },
      });
      await files.append(id, sha256, 0, piece, 400);
      await files.append(id, sha256, 3, piece, 400);
      await files.finish(id, sha256);
      const whole = { ...longer, received: 6, stored: true, untilMs: null };
      expect(await files.find(id, sha256, 9_000)).toEqual(whole);
      expect(await files.create(id, file, 9_000, 9_100)).toEqual(whole);
      expect(await files.append(id, sha256, 6, piece, 400)).toBeNull();
      expect(await files.rows(id, sha256)).toEqual([
        { from: 0, to: 3 },
        { from: 3, to: 6 },
      ]);
      expect([...((await files.row(id, sha256, 3)) ?? [])]).toEqual([1, 2, 3]);
      await files.create(id, { sha256: "cd".repeat(32), bytes: 1 }, 1, 100);
      await files.removeExpired(id, 100);
      expect(await files.find(id, "cd".repeat(32), 1)).toBeNull();
      expect(await files.find(id, sha256, 1)).toEqual(whole);
      await files.remove(id, sha256);
      expect(await files.find(id, sha256, 1)).toBeNull();
    });
  });
}

function document(
  c: CollectionName,
  id: string,
  v: Record<string, unknown>,
): UnsavedDocument {
  const user = "00000000-0000-8000-8000-00000000000a";
  return {
    doc: {
      c,
      id,
      rev: 1,
      deleted: false,
      v: { id, ...v },
      created: { h: "1.0", d: "d", u: user },
      stamps: { city: { h: "2.0", d: "d", u: user, o: "inherited" } },
    },
    bucket: "all",
    modifiedMs: 1,
    modifiedBy: user,
  };
}

function contact(id: string, v: Record<string, unknown> = {}): UnsavedDocument {
  return document("contacts", id, { type: "person", name: "A", ...v });
}
