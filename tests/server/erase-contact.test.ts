import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { PushAnswer } from "../../shared/sync/protocol.ts";
import { ENGINES, op, withServer } from "../helpers/server.ts";
import { tablesWith } from "../helpers/tables-with.ts";

const erase = (id: string) => ({ ...op.del("contacts", id, 1), o: "erased" });

function codesOf({ results }: PushAnswer) {
  return results.map(({ s, code }) => code ?? s);
}

/** Elena of Caffè Lugano with all that can hang on her, and what else names her. */
function elena() {
  const [company, id, other, visit, met, task, sale, note, file] = Array.from(
    { length: 9 },
    () => randomUUID(),
  ) as [string, ...string[]];
  return { company, id, other, visit, met, task, sale, note, file } as Record<
    | "company"
    | "id"
    | "other"
    | "visit"
    | "met"
    | "task"
    | "sale"
    | "note"
    | "file",
    string
  >;
}

const SHA = createHash("sha256").update("photo").digest("hex");
const TEXT = "Zwetschgenkuchen";

function groupsOf(e: ReturnType<typeof elena>) {
  const with_ = { contactId: e.id, companyId: e.company };
  return [
    [
      op.company(e.company, "Caffè Lugano Sagl"),
      op.person(e.id, `Elena ${TEXT}`, { companyId: e.company }),
      op.person(e.other, "Luc Pasquier", {
        links: { [randomUUID()]: { kind: "related", contactId: e.id } },
      }),
    ],
    [
      op.ins("interactions", {
        ...{ id: e.visit, date: "2026-03-10", result: TEXT, ...with_ },
      }),
      op.ins("interactions", {
        ...{ id: e.met, date: "2026-03-10", contactId: e.other },
        attendees: [e.id],
      }),
      op.ins("tasks", {
        ...{ id: e.task, type: "phoneCall", status: "notStarted", ...with_ },
        ...{ description: `${TEXT} anrufen`, date: "2026-03-20" },
      }),
      op.ins("opportunities", {
        ...{ id: e.sale, status: "notStarted", createdOn: "2026-03-10" },
        ...{ description: `Mühle für ${TEXT}`, comment: TEXT, ...with_ },
      }),
      op.ins("notes", {
        ...{ id: e.note, kind: "comment", contactId: e.id, text: TEXT },
      }),
      op.ins("files", {
        ...{ id: e.file, contactId: e.id, name: `${TEXT}.jpg` },
        ...{ mime: "image/jpeg", bytes: 5, sha256: SHA },
      }),
    ],
  ];
}

describe.each(ENGINES)("erasing on %s", (engine) => {
  test("PRV-4: erasing a contact takes all that was recorded with it, and every table forgets it", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const admin = await server.device("Anna", "admin");
      const e = elena();
      await cro.push(...groupsOf(e), [
        op.set("contacts", e.id, { phone: [null, "+41 91 555 11 99"] }),
        op.set("contacts", e.id, { jobTitle: [null, TEXT] }),
      ]);
      expect(await tablesWith(server, TEXT)).toEqual(["doc", "doc_history"]);
      const answer = await admin.push([erase(e.id)]);
      expect(codesOf(answer)).toEqual(["ok"]);
      expect(await tablesWith(server, TEXT)).toEqual([]);
      expect(await tablesWith(server, "555 11 99")).toEqual([]);
      const erased = answer.docs.filter((doc) => doc.erased);
      expect(new Set(erased.map(({ id }) => id))).toEqual(
        new Set([e.id, e.visit, e.task, e.note, e.file]),
      );
      expect(erased.every(({ v }) => v === null)).toBe(true);
      // The company keeps the opportunity, and its figures.
      expect((await cro.all("opportunities")).get(e.sale)).toMatchObject({
        ...{ contactId: e.company, status: "notStarted" },
      });
      const luc = (await cro.all("contacts")).get(e.other);
      expect(luc).not.toHaveProperty("links");
      const met = (await cro.all("interactions")).get(e.met);
      expect(met).not.toHaveProperty("attendees");
    }));

  test("PRV-4: what remains of an erasure is who did it, when and how much, and nobody edits that", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const admin = await server.device("Anna", "admin");
      const e = elena();
      await cro.push(...groupsOf(e));
      expect(codesOf(await cro.push([erase(e.id)]))).toEqual(["forbidden"]);
      expect((await cro.all("contacts")).has(e.id)).toBe(true);
      await admin.push([erase(e.id)]);
      const [log] = [...(await cro.all("notes")).values()];
      expect(log).toMatchObject({
        ...{ kind: "erasure", docId: e.id, createdBy: admin.userId },
        winner: { userName: "Anna", at: "2026-03-13T16:00:00.000Z" },
        base: { no: expect.any(String) as string, contacts: 1, tasks: 1 },
      });
      const id = String(log?.["id"]);
      const edits = await admin.push(
        [op.set("notes", id, { text: [null, "x"] })],
        [op.del("notes", id, 9)],
        [op.ins("notes", { id: randomUUID(), kind: "erasure", docId: e.id })],
      );
      expect(codesOf(edits)).toEqual(["forbidden", "forbidden", "forbidden"]);
      // Once more is the same, and logged once.
      expect(codesOf(await admin.push([erase(e.id)]))).toEqual(["same"]);
      expect((await cro.all("notes")).size).toBe(1);
    }));

  test("PRV-5: a device that comes back later brings nothing of an erased contact with it", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const admin = await server.device("Anna", "admin");
      const e = elena();
      await cro.push(...groupsOf(e));
      await admin.push([erase(e.id)]);
      const late = "Spätlese";
      const visit = { date: "2026-03-12", result: late };
      const answer = await cro.push(
        [op.set("contacts", e.id, { comment: [null, late] })],
        [op.person(e.id, late)],
        [
          op.ins("interactions", {
            id: randomUUID(),
            contactId: e.id,
            ...visit,
          }),
        ],
        [
          op.ins("notes", {
            id: randomUUID(),
            kind: "comment",
            contactId: e.id,
            text: late,
          }),
        ],
        [op.set("interactions", e.visit, { result: [TEXT, late] })],
        [op.del("contacts", e.id, 3)],
        // A deletion passes visits on to the company: of it nothing is left to be told.
        [
          op.set("interactions", e.visit, { contactId: [e.id, e.company] }),
          op.del("contacts", e.id, 3),
        ],
        [
          op.set("contacts", e.id, { salesperson: [null, "CRO"] }),
          op.set("contacts", e.other, { salesperson: [null, "CRO"] }),
        ],
        [{ c: "interactions", id: e.met, k: "add", f: "attendees", e: [e.id] }],
        [op.set("contacts", e.other, { mergedInto: [null, e.id] })],
      );
      expect(codesOf(answer)).toEqual([
        ...["erased", "erased", "erased", "erased", "erased", "same"],
        ...["same", "ok", "ok", "forbidden"],
      ]);
      expect(await tablesWith(server, late)).toEqual([]);
      expect(await tablesWith(server, TEXT)).toEqual([]);
      const contacts = await cro.all("contacts");
      expect(contacts.has(e.id)).toBe(false);
      expect(contacts.get(e.other)).toMatchObject({ salesperson: "CRO" });
      const met = (await cro.all("interactions")).get(e.met);
      expect(met).not.toHaveProperty("attendees");
      // Whoever gets the answer to a refused group learns that it was erased.
      expect(answer.docs.find(({ id }) => id === e.id)?.erased).toBe(true);
    }));

  test("PRV-5: the bytes of pictures and files go at once, unless somebody else's file has the same", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const admin = await server.device("Anna", "admin");
      const [a, b] = [elena(), elena()];
      await cro.push(...groupsOf(a), ...groupsOf(b));
      const { tenantId } = server.tenant;
      const { files } = server.deps;
      const bytes = new TextEncoder().encode("photo");
      await files.create(tenantId, { sha256: SHA, bytes: 5 }, 0, 9e15);
      await files.append(tenantId, SHA, 0, bytes, 9e15);
      await files.finish(tenantId, SHA);
      const isThere = async () => (await files.find(tenantId, SHA, 0)) !== null;
      await admin.push([erase(a.id)]);
      expect(await isThere()).toBe(true);
      await admin.push([erase(b.id)]);
      expect(await isThere()).toBe(false);
      expect(await files.row(tenantId, SHA, 0)).toBe(null);
    }));

  test("PRV-4: of two that were merged the one that stands is erased, with the other; an absorbed one alone is not", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      const admin = await server.device("Anna", "admin");
      const [keep, other, of] = [randomUUID(), randomUUID(), randomUUID()];
      await boss.push(
        [
          op.company(of, `${TEXT} AG`),
          op.person(keep, TEXT),
          op.person(other, `${TEXT} 2`, { companyId: of }),
        ],
        [op.set("contacts", other, { mergedInto: [null, keep] }, "merged")],
      );
      expect(codesOf(await admin.push([erase(other)]))).toEqual(["absorbed"]);
      expect(codesOf(await admin.push([erase(keep)]))).toEqual(["ok"]);
      expect((await admin.all("contacts")).size).toBe(1);
      const worker = randomUUID();
      await boss.push([op.person(worker, "Rita", { companyId: of })]);
      expect((await admin.all("contacts")).get(worker)).toMatchObject({
        companyName: `${TEXT} AG`,
      });
      // A company's people stay, and work for nobody.
      await admin.push([erase(of)]);
      expect((await admin.all("contacts")).get(worker)).not.toHaveProperty(
        "companyName",
      );
      expect(await tablesWith(server, TEXT)).toEqual([]);
    }));

  test("PRV-4: records of merges and of what was merged once hold nothing of an erased contact", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      const admin = await server.device("Anna", "admin");
      const [keep, other, id] = [randomUUID(), randomUUID(), randomUUID()];
      const tie = { kind: "related", contactId: id };
      const phone = { phone: [null, "+41 44 555 20 01"] };
      const step = { c: "contacts", id: keep, k: "set" };
      const record = (docId: string, ...steps: object[]) =>
        op.ins("notes", {
          ...{ id: randomUUID(), kind: "merge", contactId: keep, docId },
          ...{ collection: "contacts", base: steps.map((f) => text({ f })) },
        });
      const text = (f: object) => JSON.stringify({ ...step, ...f });
      const ofOthers = record(other, { "links/x": [null, tie], ...phone });
      const own = record(id, { comment: [null, TEXT], email: [null, TEXT] });
      const comment = (from: unknown, to: unknown) =>
        op.set("contacts", keep, { comment: [from, to] }, "merged");
      const into = (from: unknown, to: unknown) =>
        op.set("contacts", id, { mergedInto: [from, to] }, "merged");
      await boss.push(
        [op.person(keep, "Rita"), op.person(other, "Rita B."), ofOthers],
        [op.person(id, TEXT)],
        [into(null, keep), comment(null, TEXT), own],
        [into(keep, null), comment(TEXT, null)],
        [op.del("notes", String(own.id), 1)],
      );
      expect(await tablesWith(server, TEXT)).toContain("doc_history");
      expect(codesOf(await admin.push([erase(id)]))).toEqual(["ok"]);
      expect(await tablesWith(server, TEXT)).toEqual([]);
      const left = (await admin.all("notes")).get(String(ofOthers.id));
      expect(left?.["base"]).toEqual([text({ f: phone })]);
    }));

  test("PRV-4: who has left an erased company keeps none of its names; who was with another one of that name keeps theirs", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      const admin = await server.device("Anna", "admin");
      const [of, next, twin, rita, udo] = Array.from({ length: 5 }, () =>
        randomUUID(),
      ) as [string, string, string, string, string];
      const named = `${TEXT} AG`;
      await boss.push(
        [
          ...[op.company(of, named), op.company(next, "Neu AG")],
          ...[op.company(twin, "Zwilling AG")],
          op.person(rita, "Rita", { companyId: of }),
          op.person(udo, "Udo", { companyId: twin }),
        ],
        [op.set("contacts", of, { name: [named, `Alt ${TEXT}`] })],
        [op.set("contacts", of, { name: [`Alt ${TEXT}`, "Zwilling AG"] })],
        [op.set("contacts", twin, { name: ["Zwilling AG", "Einzel AG"] })],
        [op.set("contacts", rita, { companyId: [of, next] })],
        [op.set("contacts", udo, { companyId: [twin, next] })],
      );
      const pastOf = async (id: string) =>
        (
          await server.sql.query<{ was: unknown }>(
            `SELECT was FROM doc_history WHERE id = $1 AND path = 'companyName'`,
            [id],
          )
        ).map(({ was }) => was);
      expect(await pastOf(rita)).toContain(named);
      expect(await tablesWith(server, TEXT)).toContain("doc_history");
      expect(codesOf(await admin.push([erase(of)]))).toEqual(["ok"]);
      expect(await tablesWith(server, TEXT)).toEqual([]);
      expect(await pastOf(rita)).toEqual([]);
      expect(await pastOf(udo)).toEqual(["Zwilling AG"]);
    }));

  test("PRV-4: who is in the trash is erased from there, with all that was deleted with them", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const admin = await server.device("Anna", "admin");
      const e = elena();
      const with_ = { contactId: e.id, result: TEXT, date: "2026-03-10" };
      await cro.push(
        [op.person(e.id, `Elena ${TEXT}`)],
        [op.ins("interactions", { id: e.visit, ...with_ })],
      );
      const del = await cro.push([op.del("contacts", e.id, 1)]);
      expect(codesOf(del)).toEqual(["ok"]);
      expect(await tablesWith(server, TEXT)).not.toEqual([]);
      expect(codesOf(await admin.push([erase(e.id)]))).toEqual(["ok"]);
      expect(await tablesWith(server, TEXT)).toEqual([]);
    }));
});
