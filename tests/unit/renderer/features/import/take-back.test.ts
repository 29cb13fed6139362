import { describe, expect, it } from "vitest";
import type { Contact } from "../../../../../shared/entities/contact.ts";
import { cards, desk, people, setup, type Disk } from "./import-desk.ts";

const ID = "0190a0a0-0000-7000-8000-0000000000aa";
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]).toString("base64");

/** Three people of two companies, one with a picture, as one file. */
const office = () =>
  cards(3, (i) => [
    `N:Nr${i};Zoë`,
    `ORG:Firma ${i % 2}`,
    `UID:u${i}`,
    ...(i === 2 ? [`PHOTO;ENCODING=b;TYPE=JPEG:${jpeg}`] : []),
  ]);
const later = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

function personIn(contacts: readonly Contact[], surname: string): Contact {
  const found = contacts.find((contact) => contact.surname === surname);
  if (!found) throw new Error(`There is no ${surname}.`);
  return found;
}
const names = (contacts: readonly Contact[]) =>
  contacts.map(({ name }) => name).sort();

describe("taking an import back", () => {
  it("deletes each contact in an entry of its own, with its picture, people before their company", async () => {
    const { importing, undoing, saves, seen } = desk();
    const { importId } = await importing(office());
    expect(await undoing(importId ?? "")).toBe("done");
    expect(seen()).toEqual([]);
    const entries = saves.filter(({ label }) => label === "action.undoImport");
    const kinds = entries.map(({ changes }) => changes.map(({ c }) => c));
    expect(kinds.toSorted((a, b) => b.length - a.length)).toEqual([
      ["files", "contacts"],
      ["contacts"],
      ["contacts"],
      ["contacts"],
      ["contacts"],
    ]);
    const types = entries.map(
      ({ changes }) => (changes.at(-1)?.before as Contact | undefined)?.type,
    );
    expect(types).toEqual(["person", "person", "person", "company", "company"]);
  });

  it("keeps a contact that was edited by hand, its company with it, and names both", async () => {
    const { session, importing, undoing, contacts, documents } = desk();
    const { importId } = await importing(office());
    const edited = personIn(contacts(), "Nr0");
    const after = { ...edited, comment: "Typed for an hour" };
    documents.set(edited.id, { c: "contacts", after });
    expect(await undoing(importId ?? "")).toBe("done");
    expect(names(contacts())).toEqual(["Firma 0", "Zoë Nr0"]);
    expect(session.state().imports[0]?.undone).toEqual({
      kept: 2,
      first: [
        { id: edited.id, name: "Zoë Nr0" },
        { id: edited.companyId, name: "Firma 0" },
      ],
    });
  });

  it.each([
    ["visit", "interactions"],
    ["task", "tasks"],
    ["opportunity", "opportunities"],
    ["half-typed visit", "drafts"],
    ["comment", "notes"],
    ["picture", "files"],
  ])("keeps a contact that has a %s since", async (_, c) => {
    const { importing, undoing, contacts, documents } = desk();
    const { importId } = await importing(people(3));
    const used = personIn(contacts(), "Nr1");
    const after = { id: ID, contactId: used.id, kind: "comment" };
    documents.set(ID, { c, after } as never);
    expect(await undoing(importId ?? "")).toBe("done");
    expect(names(contacts())).toEqual(["Firma 1", "Zoë Nr1"]);
    expect(documents.has(ID)).toBe(true);
  });

  it("keeps a company that has a person made by hand since", async () => {
    const { importing, undoing, contacts, documents } = desk();
    const { importId } = await importing(people(2));
    const companyId = personIn(contacts(), "Nr1").companyId;
    const after = { id: ID, type: "person", name: "By Hand", companyId };
    documents.set(ID, { c: "contacts", after });
    expect(await undoing(importId ?? "")).toBe("done");
    expect(names(contacts())).toEqual(["By Hand", "Firma 1"]);
  });

  it("takes what the server and the company have changed for no edit: numbers, and a new phone that people follow", async () => {
    const { importing, undoing, contacts, documents } = desk();
    const { importId } = await importing(people(8));
    for (const contact of contacts()) {
      const edited =
        contact.name === "Firma 1" || contact.companyName === "Firma 1";
      const after = {
        ...contact,
        no: "CT001234",
        modifiedAt: "2026-03-13T10:00:00.000Z",
        ...(contact.type === "company"
          ? { companyId: contact.id, companyName: contact.name }
          : {}),
        ...(edited ? { phone: "+41 21 555 12 12" } : {}),
      };
      documents.set(contact.id, { c: "contacts", after });
    }
    expect(await undoing(importId ?? "")).toBe("done");
    expect(names(contacts())).toEqual(["Firma 1"]);
  });

  it("that fails half way says so, and does the rest the second time", async () => {
    let broken = true;
    let undone = 0;
    const { importing, undoing, contacts } = desk({
      onSave: async (label) =>
        label === "action.undoImport" && broken && ++undone > 60
          ? { status: "failed", reason: "disk-full" }
          : undefined,
    });
    const { importId } = await importing(people(150));
    expect(await undoing(importId ?? "")).toBe("failed");
    expect(contacts()).toHaveLength(157 - 60);
    broken = false;
    expect(await undoing(importId ?? "")).toBe("done");
    expect(contacts()).toEqual([]);
  });

  it("ends with words when the store does not answer", async () => {
    let closed = false;
    const { importing, undoing } = desk({
      onRead: () => {
        if (closed) throw new Error("The store is closed.");
      },
    });
    const { importId } = await importing(people(3));
    closed = true;
    expect(await undoing(importId ?? "")).toBe("failed");
  });
});

describe("while an import is taken back", () => {
  const slow = () =>
    desk({
      onSave: async (label) =>
        later(label === "action.undoImport" ? 5 : 0) as Promise<void>,
    });

  it("a file that is opened waits, and the undo reaches its end", async () => {
    const { session, importing, contacts, when } = slow();
    const { importId } = await importing(people(400));
    expect(contacts()).toHaveLength(407);
    session.undo(importId ?? "");
    await later(20);
    session.open([cards(1, () => ["FN:Other"], "other.vcf")], setup);
    session.startOver();
    expect(session.state()).toMatchObject({
      step: "result",
      waiting: ["other.vcf"],
    });
    await when((state) => (state.undoing === null ? true : null));
    expect(contacts()).toEqual([]);
    session.startOver();
    await when((state) => (state.step === "preview" ? true : null));
  });

  it("no other import loses anything", async () => {
    const { session, importing, contacts, when, until } = slow();
    const { importId } = await importing(people(400));
    session.undo(importId ?? "");
    await later(20);
    session.startOver();
    session.open(
      [cards(300, (i) => [`N:B${i};Bee`, `UID:b${i}`], "b.vcf")],
      setup,
    );
    await when((state) => (state.undoing === null ? true : null));
    session.startOver();
    await until("preview");
    session.write();
    await when((state) =>
      state.step === "result" && state.preview.fileName === "b.vcf"
        ? true
        : null,
    );
    await later(100);
    expect(contacts()).toHaveLength(300);
  });
});

describe("after a restart", () => {
  it("an earlier import is listed and taken back, with others after it", async () => {
    const disk: Disk = new Map();
    const first = desk({ disk });
    await first.importing(people(30, "a.vcf"));
    await first.importing(cards(20, (i) => [`N:B${i};Bee`], "b.vcf"));
    const { session, when, undoing, contacts } = desk({ disk, days: 1 });
    const [b, a] = await when(({ imports }) =>
      imports.length === 2 ? imports : null,
    ).then((all) => all.toSorted((x, y) => (x.fileName < y.fileName ? 1 : -1)));
    expect(a).toMatchObject({ fileName: "a.vcf", persons: 30, companies: 7 });
    expect(b).toMatchObject({
      fileName: "b.vcf",
      persons: 20,
      end: "complete",
    });
    expect(await undoing(a?.id ?? "")).toBe("done");
    expect(contacts()).toHaveLength(20);
    expect(session.state().step).toBe("choose");
  });

  it("an import that was killed in the middle is counted, named and taken back", async () => {
    const disk: Disk = new Map();
    let groups = 0;
    const killed = desk({
      disk,
      // The third group reaches the disk's record and never its journal; nothing is heard of this process again.
      onSave: (label) =>
        label === "action.import" && ++groups > 2
          ? new Promise<void>(() => {})
          : undefined,
    });
    killed.session.open([people(400)], setup);
    await killed.until("preview");
    killed.session.write();
    while (groups < 3) await later(5);

    const { when, undoing, contacts, seen } = desk({ disk });
    const [past] = await when(({ imports }) =>
      imports.length > 0 ? imports : null,
    );
    expect(past?.end).toBe("interrupted");
    expect(past?.fileName).toBe("cards.vcf");
    expect((past?.persons ?? 0) + (past?.companies ?? 0)).toBe(
      contacts().length,
    );
    expect(contacts().length).toBeGreaterThan(0);
    expect(await undoing(past?.id ?? "")).toBe("done");
    expect(seen()).toEqual([]);
  });

  it("an import can be taken back for 90 days, and is then forgotten", async () => {
    const disk: Disk = new Map();
    await desk({ disk }).importing(people(30));
    const still = desk({ disk, days: 89 });
    await still.when(({ imports }) => (imports.length === 1 ? true : null));
    const old = desk({ disk, days: 91 });
    while (old.of("drafts").length > 0) await later(5);
    expect(old.session.state().imports).toEqual([]);
    expect(old.contacts()).toHaveLength(37);
  });
});
