import { afterEach, describe, expect, it } from "vitest";
import {
  createDraftWriter,
  type DraftWriter,
} from "../../../../renderer/local-store/draft-writer.ts";
import { isDraftTaken } from "../../../../renderer/local-store/open-forms.ts";
import type { Draft } from "../../../../shared/entities/draft.ts";

const NOBODY = "nobody";
const open: DraftWriter[] = [];
afterEach(() => {
  for (const writer of open.splice(0)) writer.leave();
});

/** A store as it is after a rebase: an insertion over what is there, and an edit of what is not, change nothing. */
function desk(...drafts: readonly (readonly [string, string])[]) {
  const rows = new Map(drafts.map(([id, text]) => [id, draftOf(id, text)]));
  let names = 0;
  function form(id: string, found: Draft | null = null) {
    const typed = { id, text: "" };
    const writer = createDraftWriter({
      store: { get: async (_c, wanted) => (rows.get(wanted) ?? null) as never },
      save: async (_label, changes) => {
        for (const { id: row, before, after } of changes)
          if (after === null) rows.delete(row);
          else if ((before === null) !== rows.has(row))
            rows.set(row, after as Draft);
        return { status: "saved", d: 0 };
      },
      now: () => 0,
      newId: () => `own-${++names}`,
      typed: () => ({
        ...{ id: typed.id, form: "visit", value: typed.text },
        worthKeeping: typed.text !== "",
      }),
      found,
    });
    open.push(writer);
    writer.enter(id);
    return {
      ...writer,
      turnTo: (other: string) => (typed.id = other),
      async type(text: string) {
        typed.text = text;
        await writer.write();
      },
    };
  }
  const texts = () =>
    Object.fromEntries([...rows].map(([id, { value }]) => [id, value]));
  return { form, texts };
}

function draftOf(id: string, value: string): Draft {
  return { id, form: "visit", value, savedAt: "2026-03-13T08:00:00.000Z" };
}

describe("the draft of a form", () => {
  it("is written, follows the form to another subject, and goes when it is emptied", async () => {
    const { form, texts } = desk();
    const visit = form("anna");
    await visit.type("a");
    await visit.type("ab");
    expect(texts()).toEqual({ anna: "ab" });
    visit.turnTo("bruno");
    await visit.type("abc");
    expect(texts()).toEqual({ bruno: "abc" });
    await visit.type("");
    expect(texts()).toEqual({});
  });

  it("is not written over one that waits for the form's new subject", async () => {
    const { form, texts } = desk(["bruno", "waits"]);
    const visit = form("anna");
    await visit.type("a");
    visit.turnTo("bruno");
    await visit.type("ab");
    await visit.type("abc");
    expect(texts()).toEqual({ anna: "abc", bruno: "waits" });
  });

  it("of the next visit leaves one about nobody that waits", async () => {
    const { form, texts } = desk([NOBODY, "waits"]);
    const next = form(NOBODY);
    await next.type("a");
    await next.type("ab");
    expect(texts()).toEqual({ [NOBODY]: "waits", "own-1": "ab" });
    await next.type("");
    expect(texts()).toEqual({ [NOBODY]: "waits" });
  });

  it("is one of its own where two forms begin the same", async () => {
    const { form, texts } = desk();
    const [here, beside] = [form(NOBODY), form(NOBODY)];
    await here.type("here");
    await beside.type("beside");
    await here.type("here, too");
    expect(new Set(Object.values(texts()))).toEqual(
      new Set(["beside", "here, too"]),
    );
    expect(here.removal()).toHaveLength(1);
    await beside.type("beside, too");
    expect(Object.values(texts())).toContain("beside, too");
  });

  it("is the first form's where two find the same", async () => {
    const { form, texts } = desk(["anna", "found"]);
    const found = draftOf("anna", "found");
    const [here, beside] = [form("anna", found), form("anna", found)];
    await beside.type("beside");
    await here.type("here");
    await beside.type("");
    expect(texts()).toEqual({ anna: "here" });
  });

  it("is still written by a form that has gone, which holds it against nobody", async () => {
    const { form, texts } = desk();
    const visit = form("anna");
    visit.leave();
    await visit.type("typed last");
    expect(texts()).toEqual({ anna: "typed last" });
    expect(isDraftTaken("anna")).toBe(false);
    expect(visit.adopt(draftOf("bruno", "waits"))).toBe(false);
    expect(isDraftTaken("bruno")).toBe(false);
  });

  it("that was found elsewhere goes on there, and what was typed before goes with it", async () => {
    const { form, texts } = desk(["bruno", "waits"]);
    const visit = form("anna");
    await visit.type("a");
    visit.turnTo("bruno");
    visit.hold();
    expect(visit.adopt(draftOf("bruno", "waits"))).toBe(true);
    visit.resume();
    await visit.type("waits, a");
    expect(texts()).toEqual({ bruno: "waits, a" });
  });
});
