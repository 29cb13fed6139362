import { expect, it } from "vitest";
import { cards, desk, people, setup } from "./import-desk.ts";

const one = (name: string) => cards(1, () => [`FN:${name}`], `${name}.vcf`);
const later = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

it("files that are opened together come one after the other", async () => {
  const { session, until, when } = desk();
  session.open([one("a"), one("b")], setup);
  session.open([one("c")], setup);
  expect((await until("preview")).preview.fileName).toBe("a.vcf");
  expect(session.state().waiting).toEqual(["b.vcf", "c.vcf"]);
  session.cancel();
  await when((state) =>
    state.step === "preview" && state.preview.fileName === "b.vcf"
      ? true
      : null,
  );
  session.write();
  await until("result");
  expect(session.state().waiting).toEqual(["c.vcf"]);
  session.startOver();
  expect((await until("preview")).preview.fileName).toBe("c.vcf");
});

it("a file that is opened during an import comes after its result", async () => {
  const { session, until } = desk({
    onSave: async () => later(5) as Promise<void>,
  });
  session.open([people(100)], setup);
  await until("preview");
  session.write();
  session.open([one("b")], setup);
  session.refuse("far.vcf", "too-large");
  expect(session.state()).toMatchObject({
    step: "writing",
    waiting: ["b.vcf", "far.vcf"],
  });
  expect((await until("result")).written.persons).toBe(100);
  session.startOver();
  expect((await until("preview")).preview.fileName).toBe("b.vcf");
  session.startOver();
  expect(session.state()).toMatchObject({
    step: "choose",
    fileName: "far.vcf",
    problem: { reason: "too-large" },
  });
});

it("files that wait can be left unopened", async () => {
  const { session, until } = desk();
  session.open([one("a"), one("b")], setup);
  await until("preview");
  session.dropWaiting();
  session.startOver();
  expect(session.state()).toMatchObject({ step: "choose", waiting: [] });
});

it("a contact list that does not answer ends the reading with words", async () => {
  const { session, when, seen } = desk({
    onRead: (what) => {
      if (what === "known") throw new Error("The projection has ended.");
    },
  });
  session.open([people(3)], setup);
  const { problem, fileName } = await when((state) =>
    state.step === "choose" && state.problem ? state : null,
  );
  expect({ problem, fileName }).toEqual({
    problem: { reason: "notebook" },
    fileName: "cards.vcf",
  });
  expect(seen()).toEqual([]);
});

it.each(["action.import", "action.draft"])(
  "a save that throws ends the import with words (%s)",
  async (broken) => {
    const { session, until } = desk({
      onSave: async (label) => {
        if (label === broken) throw new Error("The bridge is gone.");
      },
    });
    session.open([people(10)], setup);
    await until("preview");
    session.write();
    expect(await until("result")).toMatchObject({ end: "io" });
  },
);

it("nothing is written without a record of it on the disk", async () => {
  const { session, until, seen } = desk({
    onSave: async (label) =>
      label === "action.draft"
        ? { status: "failed", reason: "disk-full" }
        : undefined,
  });
  session.open([people(10)], setup);
  await until("preview");
  session.write();
  expect(await until("result")).toMatchObject({ end: "disk-full" });
  expect(seen()).toEqual([]);
});
