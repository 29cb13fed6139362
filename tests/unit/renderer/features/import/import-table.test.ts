import { describe, expect, it } from "vitest";
import { desk, setup } from "./import-desk.ts";

const table = (text: string, name = "contacts.csv") => new File([text], name);

type Value = Readonly<Record<string, unknown>>;
const OTHER = { id: "0190a0a0-0000-7000-8000-000000000099" };

/** One sheet with company, person and visit: what a salesperson kept in a workbook. */
const SHEET = `Société;Téléphone société;NPA;Localité;Prénom;Nom;E-mail;Mobile;Date de visite;Objet de la visite
Cave du Lavaux SA;021 555 33 10;1096;Cully;Zoé;Müller;zoe@lavaux.example;079 555 12 12;10.03.2026;Dégustation
Cave du Lavaux SA;021 555 33 10;1096;Cully;Zoé;Müller;zoe@lavaux.example;079 555 12 12;02.02.2026;Première visite
Fromagerie Gruyère Sàrl;026 555 01 02;1663;Pringy;François;Dupré;f.dupre@gruyere.example;;01.04.2026;Trop tôt
;;;;;;;;;Sans nom
`;

describe("a table", () => {
  it("feeds company, person and visits from one sheet, and a second time nothing", async () => {
    const { previewing, session, until, contacts, of } = desk();
    const { preview, failed } = await previewing(table(SHEET));
    expect(preview).toMatchObject({
      cards: 4,
      companies: 2,
      persons: 2,
      visits: 2,
      verdicts: { new: 2, twice: 1, bad: 1 },
    });
    expect(preview.concerns).toMatchObject([
      { name: "François Dupré", problems: [{ code: "in-the-future" }] },
      { verdict: "bad", reason: "no-name" },
    ]);
    expect(failed?.rows).toMatchObject([{ line: 5, reason: "no-name" }]);
    session.write();
    await until("result");
    expect(contacts()).toMatchObject([
      { type: "company", name: "Cave du Lavaux SA", phone: "+41 21 555 33 10" },
      {
        firstName: "Zoé",
        surname: "Müller",
        companyName: "Cave du Lavaux SA",
        email: "zoe@lavaux.example",
        mobile: "+41 79 555 12 12",
        city: "Cully",
      },
      { type: "company", name: "Fromagerie Gruyère Sàrl" },
      { surname: "Dupré", companyName: "Fromagerie Gruyère Sàrl" },
    ]);
    expect(of("interactions")).toMatchObject([
      { date: "2026-03-10", description: "Dégustation" },
      { date: "2026-02-02", description: "Première visite" },
    ]);
    const again = await previewing(table(SHEET, "again.csv"));
    expect(again.preview).toMatchObject({
      ...{ companies: 0, persons: 0, updates: 0, visits: 0 },
      verdicts: { new: 0, update: 0 },
    });
  });

  it("is told apart once: what was previewed is imported, whatever became of the file", async () => {
    const { previewing, session, until, contacts } = desk();
    const file = table(SHEET);
    await previewing(file);
    file.slice = () => {
      throw new Error("The stick was taken out.");
    };
    session.write();
    await until("result");
    expect(contacts()).toHaveLength(4);
  });

  it("updates whom it knows by the other program's id, and gives them back", async () => {
    const { importing, previewing, session, until, contacts, undoing } = desk();
    const head = "Record ID,First Name,Last Name,Email,Phone Number,City";
    await importing(
      table(`${head}\n7,Zoé,Müller,zoe@a.example,,Cully\n`, "hubspot.csv"),
    );
    const before = contacts();
    const later = table(
      `${head}\n7,Zoé,Müller-Rey,new@a.example,021 555 12 12,Lausanne\n`,
      "later.csv",
    );
    const filled = await previewing(later);
    expect(filled.preview.rows).toMatchObject([
      {
        verdict: "update",
        updates: [{ field: "phone", before: "", after: "+41 21 555 12 12" }],
      },
    ]);
    session.replan("overwrite");
    await until("reading");
    const { preview } = await until("preview");
    expect(preview).toMatchObject({ updates: 1, persons: 0 });
    session.write();
    const { importId, written } = await until("result");
    expect(written).toMatchObject({ updates: 1, persons: 0 });
    expect(contacts()).toMatchObject([
      { name: "Zoé Müller-Rey", email: "new@a.example", city: "Lausanne" },
    ]);
    expect(await undoing(importId ?? "")).toBe("done");
    expect(contacts()).toEqual(before);
  });

  it("that is taken back leaves what somebody has edited since, and says so", async () => {
    const { importing, session, documents, contacts, undoing } = desk();
    const head = "Record ID;Nom complet;E-mail;Téléphone;Date de visite";
    await importing(table(`${head}\n7;Zoé Müller;;;\n`, "first.csv"));
    const { importId } = await importing(
      table(
        `${head}\n7;Zoé Müller;zoe@a.example;021 555 12 12;01.03.2026\n`,
        "more.csv",
      ),
    );
    const [zoe] = contacts();
    if (!zoe) throw new Error("Nobody was imported.");
    const edited = { ...zoe, phone: "021 555 99 99" };
    documents.set(zoe.id, { c: "contacts", after: edited });
    expect(await undoing(importId ?? "")).toBe("done");
    expect(contacts()).toMatchObject([{ phone: "021 555 99 99" }]);
    expect(contacts()[0]?.email).toBeUndefined();
    expect([...documents.values()].some(({ c }) => c === "interactions")).toBe(
      false,
    );
    const past = session.state().imports.find(({ id }) => id === importId);
    expect(past?.undone).toMatchObject({
      kept: 1,
      first: [{ name: "Zoé Müller" }],
    });
  });

  it.each([
    ["nobody has touched", () => {}, false],
    [
      "somebody has edited",
      (visit: Value) => ({ ...visit, result: "2 cartons" }),
      true,
    ],
    [
      "somebody has judged",
      (visit: Value) => ({ ...visit, evaluation: "positive" }),
      true,
    ],
    [
      "somebody has called off",
      (visit: Value) => ({ ...visit, canceled: true }),
      true,
    ],
    [
      "the server alone has stamped",
      (visit: Value) => ({ ...visit, modifiedAt: "2026-03-01T10:00:00Z" }),
      false,
    ],
    [
      "somebody has corrected",
      ({ contactId, id }: Value) => ({ ...OTHER, contactId, amends: id }),
      true,
    ],
    [
      "has a file of its own",
      ({ contactId, id }: Value) => ({
        ...OTHER,
        contactId,
        interactionId: id,
      }),
      true,
    ],
  ])(
    "that is taken back keeps a visit that is somebody's by now, and lists whose it is: one that %s",
    async (_title, touch, stays) => {
      const { importing, session, documents, undoing, of } = desk();
      const head = "Record ID;Nom complet;E-mail;Date de visite";
      await importing(table(`${head}\n7;Zoé Müller;;\n`, "first.csv"));
      const { importId } = await importing(
        table(`${head}\n7;Zoé Müller;;01.03.2026\n`, "visits.csv"),
      );
      const [visit] = of("interactions");
      if (!visit) throw new Error("No visit was imported.");
      const after = touch(visit as Value) as Value | undefined;
      const c = after && "interactionId" in after ? "files" : "interactions";
      if (after) documents.set(String(after["id"]), { c, after } as never);
      expect(await undoing(importId ?? "")).toBe("done");
      expect(documents.has(visit.id)).toBe(stays);
      const past = session.state().imports.find(({ id }) => id === importId);
      expect(past?.undone).toMatchObject(
        stays ? { kept: 1, first: [{ name: "Zoé Müller" }] } : { kept: 0 },
      );
    },
  );

  it("is read the next time as it was read the last time", async () => {
    const { previewing, session, when } = desk();
    session.startOver();
    const file = table("Wer;Wo\nZoé Müller;Cully\n");
    session.open([file], (await import("./import-desk.ts")).setup);
    const first = await when((state) => (state.step === "map" ? state : null));
    expect(first).toMatchObject({ remembered: false });
    session.setRules({ columns: [{ target: "name" }, { target: "city" }] });
    session.plan();
    await when((state) => (state.step === "preview" ? true : null));
    await previewing(file);
    session.backToColumns();
    expect(session.state()).toMatchObject({
      step: "map",
      remembered: true,
      rules: { columns: [{ target: "name" }, { target: "city" }] },
    });
  });
});

it("a plan that is left for another one adds nothing to it", async () => {
  let left = false;
  const { session, until } = desk({
    onPosted({ kind }) {
      if (kind !== "rows" || left) return;
      left = true;
      session.backToColumns();
      session.plan();
    },
  });
  const rows = Array.from({ length: 5_000 }, (_, i) => `Zoé;Müller-${i}`);
  session.open([table(["Prénom;Nom", ...rows].join("\n"))], setup);
  await until("map");
  session.plan();
  const { preview } = await until("preview");
  expect(left).toBe(true);
  expect(preview).toMatchObject({ cards: 5_000, persons: 5_000 });
});

it("a plan that had ended before the next one was asked for is not taken for it", async () => {
  let ended = 0;
  const { session, until, when } = desk({
    onPosted({ kind }) {
      if (kind !== "previewed" || ++ended > 1) return;
      session.backToColumns();
      session.setRules({ columns: [null, { target: "companyName" }] });
      session.plan();
    },
  });
  session.open([table("Prénom;Nom\nZoé;Müller\n")], setup);
  await until("map");
  session.plan();
  const preview = await when((state) =>
    state.step === "preview" && ended === 2 ? state.preview : null,
  );
  expect(preview).toMatchObject({ cards: 1, companies: 1, persons: 0 });
});
