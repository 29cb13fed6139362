import { describe, expect, it } from "vitest";
import type { ImportState } from "../../../../../renderer/features/import/import-state.ts";
import { cards, desk, people, setup } from "./import-desk.ts";

describe("an import", () => {
  it("writes nothing before it is told to, then everything, and a second time nothing new", async () => {
    const { session, seen, until, contacts } = desk();
    session.open([people(450)], setup);
    const { preview } = await until("preview");
    expect(preview).toMatchObject({
      cards: 450,
      persons: 450,
      companies: 7,
      verdicts: { new: 450, bad: 0 },
    });
    expect(preview.read).toBe(preview.bytes);
    expect(seen()).toEqual([]);
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
    const { session, until, contacts, seen, undoing } = desk({
      onSave(label) {
        if (label === "action.import") session.cancel();
      },
    });
    session.open([people(2_500)], setup);
    await until("preview");
    session.write();
    const { end, written, importId } = await until("result");
    expect(end).toBe("canceled");
    expect(written.persons).toBeGreaterThan(0);
    expect(written.persons).toBeLessThan(2_500);
    expect(contacts()).toHaveLength(written.persons + written.companies);
    expect(await undoing(importId ?? "")).toBe("done");
    expect(seen()).toEqual([]);
  });

  it("that meets a full disk ends with what is written", async () => {
    let groups = 0;
    const { session, until, contacts } = desk({
      onSave: async (label) =>
        label === "action.import" && ++groups > 2
          ? { status: "failed", reason: "disk-full" }
          : undefined,
    });
    session.open([people(400)], setup);
    await until("preview");
    session.write();
    const { end, written } = await until("result");
    expect(end).toBe("disk-full");
    expect(contacts()).toHaveLength(written.persons + written.companies);
    expect(written.persons).toBeGreaterThan(0);
  });

  it("of something else says what it is, and has written nothing", async () => {
    const { session, until, seen } = desk();
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
    expect(seen()).toEqual([]);
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

  it("go with their contacts when the import is taken back", async () => {
    const { importing, undoing, seen } = desk();
    const { importId } = await importing(file());
    expect(await undoing(importId ?? "")).toBe("done");
    expect(seen()).toEqual([]);
  });
});
