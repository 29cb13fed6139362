import { describe, expect, it } from "vitest";
import {
  createImportSession,
  type ImportChannel,
} from "../../../../../renderer/features/import/import-session.ts";
import type { ImportState } from "../../../../../renderer/features/import/import-state.ts";
import type {
  FromImport,
  ImportSetup,
} from "../../../../../renderer/features/import/messages.ts";
import { serveImport } from "../../../../../renderer/features/import/serve-import.ts";
import type { Change } from "../../../../../shared/domain/change.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";
import { nameKey } from "../../../../../shared/vcard/name-key.ts";

const setup: ImportSetup = {
  now: 1_773_400_000_000,
  setting: null,
  userSalesperson: "CRO",
  words: {
    work: "work",
    home: "home",
    mobile: "mobile",
    fax: "fax",
    pager: "pager",
    main: "main",
  },
};

/** Node has no canvas: any picture but an empty one becomes the same small one. */
const reduce = async (bytes: Uint8Array) =>
  bytes.length > 4
    ? {
        mime: "image/jpeg",
        bytes: 3,
        sha256: "0".repeat(64),
        thumb: "/9j/",
      }
    : null;

/** The worker in this thread; its messages arrive later, as clones, and not at all once it is ended. */
function channelHere(): ImportChannel {
  let hear: (message: FromImport) => void = () => {};
  let open = true;
  const receive = serveImport((message) => {
    const clone = structuredClone(message);
    setImmediate(() => open && hear(clone));
  }, reduce);
  return {
    post: (message) => setImmediate(() => open && receive(message)),
    listen: (listener) => (hear = listener),
    close: () => (open = false),
  };
}

function desk(failAfter = Infinity) {
  const documents = new Map<string, { c: string; after: unknown }>();
  const labels: string[] = [];
  const contacts = () =>
    [...documents.values()].flatMap(({ c, after }) =>
      c === "contacts" ? [after as Contact] : [],
    );
  const session = createImportSession({
    openChannel: channelHere,
    list: {
      known: async ({ names, externalIds }) =>
        contacts()
          .filter(
            ({ name, externalId }) =>
              names.includes(nameKey(name)) ||
              externalIds.includes(externalId ?? ""),
          )
          .map(({ id }) => id),
    },
    store: {
      byContact: async (c, contactId) =>
        [...documents.values()].flatMap(({ c: of, after }) =>
          of === c && (after as { contactId?: string }).contactId === contactId
            ? [after as never]
            : [],
        ),
      getMany: async (c, ids) =>
        new Map(
          ids.flatMap((id) => {
            const found = documents.get(id);
            return found?.c === c ? [[id, found.after as never]] : [];
          }),
        ),
    },
    save: async (label: string, changes: readonly Change[]) => {
      labels.push(label);
      if (labels.length > failAfter)
        return { status: "failed", reason: "disk-full" };
      for (const { c, id, after } of changes) {
        if (after) documents.set(id, { c, after });
        else documents.delete(id);
      }
      return { status: "saved", d: labels.length };
    },
  });
  async function until<S extends ImportState["step"]>(step: S, done = true) {
    return new Promise<Extract<ImportState, { step: S }>>((resolve) => {
      const look = () => {
        const state = session.state();
        if (state.step === step && done)
          resolve(state as Extract<ImportState, { step: S }>);
      };
      session.subscribe(look);
      look();
    });
  }
  return { session, documents, labels, contacts, until };
}

function cards(count: number, each: (i: number) => readonly string[]): File {
  const text = Array.from({ length: count }, (_, i) =>
    ["BEGIN:VCARD", "VERSION:3.0", ...each(i), "END:VCARD", ""].join("\r\n"),
  ).join("");
  return new File([text], "cards.vcf");
}
const people = (count: number) =>
  cards(count, (i) => [`N:Nr${i};Zoë`, `ORG:Firma ${i % 7}`, `UID:u${i}`]);

describe("an import", () => {
  it("writes nothing before it is told to, then everything, and a second time nothing new", async () => {
    const { session, documents, until, contacts } = desk();
    session.open([people(450)], setup);
    const { preview } = await until("preview");
    expect(preview).toMatchObject({
      cards: 450,
      persons: 450,
      companies: 7,
      verdicts: { new: 450, bad: 0 },
    });
    expect(preview.read).toBe(preview.bytes);
    expect(documents.size).toBe(0);
    session.write();
    const result = await until("result");
    expect(result).toMatchObject({
      end: "complete",
      written: { companies: 7, persons: 450 },
    });
    expect(contacts()).toHaveLength(457);
    session.open([people(450)], setup);
    expect((await until("preview")).preview.verdicts).toMatchObject({
      new: 0,
      same: 450,
    });
  });

  it("reports the bad card and imports the other 999", async () => {
    const { session, until } = desk();
    const file = cards(1000, (i) => (i === 500 ? ["TEL:1"] : [`FN:Nr ${i}`]));
    session.open([file], setup);
    const { preview } = await until("preview");
    expect(preview.verdicts).toMatchObject({ new: 999, bad: 1 });
    expect(preview.concerns).toMatchObject([
      { number: 501, line: 2001, verdict: "bad", reason: "no-name" },
    ]);
  });

  it("that is cancelled keeps what is written, names it and takes it back", async () => {
    const { session, until, contacts, documents } = desk();
    session.open([people(400)], setup);
    await until("preview");
    session.write();
    const stop = session.subscribe(() => {
      const state = session.state();
      if (state.step === "writing" && state.written.persons > 0) {
        stop();
        session.cancel();
      }
    });
    const { end, written, undo } = await until("result");
    expect(end).toBe("canceled");
    expect(undo).toBe("possible");
    expect(written.persons).toBeLessThan(400);
    expect(contacts()).toHaveLength(written.persons + written.companies);
    session.undo();
    await new Promise<void>((resolve) => {
      session.subscribe(() => {
        const state = session.state();
        if (state.step === "result" && state.undo === "done") resolve();
      });
    });
    expect(documents.size).toBe(0);
  });

  it("that meets a full disk ends with what is written", async () => {
    const { session, until, contacts } = desk(2);
    session.open([people(400)], setup);
    await until("preview");
    session.write();
    const { end, written } = await until("result");
    expect(end).toBe("disk-full");
    expect(contacts()).toHaveLength(written.persons + written.companies);
    expect(written.persons).toBeGreaterThan(0);
  });

  it("of something else says what it is, and has written nothing", async () => {
    const { session, until, documents } = desk();
    const png = new Uint8Array(3_000_000).fill(9);
    png.set([0x89, 0x50, 0x4e, 0x47]);
    session.open([new File([png], "photo.vcf")], setup);
    await until("reading");
    const { problem, fileName } = await new Promise<
      Extract<ImportState, { step: "choose" }>
    >((resolve) => {
      session.subscribe(() => {
        const state = session.state();
        if (state.step === "choose") resolve(state);
      });
    });
    expect(problem).toEqual({ reason: "not-a-vcard", looksLike: "image" });
    expect(fileName).toBe("photo.vcf");
    expect(documents.size).toBe(0);
  });
});

describe("the pictures of cards", () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]).toString("base64");
  const broken = Buffer.from([0xff, 0xd8, 0xff]).toString("base64");
  const photos = [
    `PHOTO;ENCODING=b;TYPE=JPEG:${jpeg}`,
    `PHOTO;ENCODING=b;TYPE=JPEG:${broken}`,
    "PHOTO;VALUE=uri:http://pictures.example/zoe.jpg",
    "PHOTO;ENCODING=b;TYPE=JPEG:AAAAAAAA",
  ];
  const file = () =>
    cards(photos.length, (i) => [`N:Nr${i};Zoë`, photos[i] ?? "", `UID:u${i}`]);

  it("are reduced and stored with their contacts; what cannot be is named and stops nothing", async () => {
    const { session, documents, until } = desk();
    session.open([file()], setup);
    const { preview } = await until("preview");
    expect(preview.rows.map(({ photoProblem }) => photoProblem)).toEqual([
      null,
      null,
      "remote",
      "unreadable",
    ]);
    expect(preview).toMatchObject({ photos: 2, withProblems: 2 });
    session.write();
    const { written } = await until("result");
    expect(written).toMatchObject({
      persons: 4,
      pictures: 1,
      badPhotos: { count: 1, first: ["Zoë Nr1"] },
    });
    const [first] = written.first;
    const files = [...documents.values()].filter(({ c }) => c === "files");
    expect(files).toMatchObject([
      { after: { contactId: first?.id, role: "picture", thumb: "/9j/" } },
    ]);
    session.startOver();
    session.open([file()], setup);
    expect((await until("preview")).preview).toMatchObject({
      persons: 0,
      photos: 0,
    });
  });

  it("go with their contacts when the import is taken back, those set since too", async () => {
    const { session, documents, until } = desk();
    session.open([file()], setup);
    await until("preview");
    session.write();
    const { written } = await until("result");
    const id = "0190a0a0-0000-7000-8000-0000000000ff";
    const contactId = written.first[3]?.id;
    const thumb = "/9j/";
    const after = { id, contactId, role: "picture", thumb };
    documents.set(id, { c: "files", after });
    session.undo();
    await new Promise<void>((resolve) => {
      session.subscribe(() => {
        const state = session.state();
        if (state.step === "result" && state.undo === "done") resolve();
      });
    });
    expect(documents.size).toBe(0);
  });
});
