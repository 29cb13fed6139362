import { describe, expect, test } from "vitest";
import { mergeOp } from "../../../../shared/sync/merge.ts";
import type {
  MergeOutcome,
  StoredDocument,
} from "../../../../shared/sync/stored-document.ts";
import type { Op } from "../../../../shared/sync/protocol.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const A = { device: "device-a", user: "user-a" };
const B = { device: "device-b", user: "user-b" };
const B_TYPED = { h: "2000.0", d: B.device };
const at = (ms: number, who: typeof A) => ({ hlc: `${ms}.0`, ...who });
const set = (f: Record<string, [unknown, unknown]>, o?: "inherited"): Op =>
  ({ c: "contacts", id: ID, k: "set", f, ...(o ? { o } : {}) }) as Op;

function merged(outcome: MergeOutcome) {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome;
}

function contact(v: Record<string, unknown> = {}): StoredDocument {
  const op: Op = {
    c: "contacts",
    id: ID,
    k: "ins",
    v: { id: ID, type: "company", name: "Favre SA", ...v } as never,
  };
  return merged(mergeOp(null, op, at(1000, A))).doc;
}

describe("merging fields", () => {
  test("two people edit different fields: both survive, no conflict", () => {
    const one = merged(
      mergeOp(contact(), set({ phone: [null, "021"] }), at(2000, A)),
    );
    const two = merged(
      mergeOp(one.doc, set({ city: [null, "Bulle"] }), at(1500, B)),
    );
    expect(two.doc.v).toMatchObject({ phone: "021", city: "Bulle" });
    expect(two.conflicts).toEqual([]);
    expect(two.doc.rev).toBe(3);
  });

  test("same field: the later edit wins whatever the order of arrival, and the loser is kept", () => {
    const base = contact({ phone: "0" });
    const early = set({ phone: ["0", "early"] });
    const late = set({ phone: ["0", "late"] });
    const aFirst = merged(
      mergeOp(merged(mergeOp(base, early, at(2000, A))).doc, late, at(3000, B)),
    );
    const bFirst = merged(
      mergeOp(merged(mergeOp(base, late, at(3000, B))).doc, early, at(2000, A)),
    );
    for (const result of [aFirst, bFirst]) {
      expect(result.doc.v["phone"]).toBe("late");
      expect(result.outcome).toBe("conflict");
      expect(result.conflicts[0]).toMatchObject({
        winner: { value: "late" },
        loser: { value: "early" },
      });
    }
  });

  test("an edit made on top of the present value is set whatever its clock says", () => {
    const one = merged(
      mergeOp(contact({ phone: "0" }), set({ phone: ["0", "1"] }), at(9000, A)),
    );
    const two = merged(mergeOp(one.doc, set({ phone: ["1", "2"] }), at(5, B)));
    expect(two.doc.v["phone"]).toBe("2");
    expect(two.conflicts).toEqual([]);
  });

  test("a device never conflicts with its own earlier write", () => {
    const one = merged(
      mergeOp(contact({ phone: "0" }), set({ phone: ["0", "1"] }), at(9000, B)),
    );
    const two = merged(
      mergeOp(one.doc, set({ phone: ["0", "2"] }), at(9001, B)),
    );
    expect(two.doc.v["phone"]).toBe("2");
    expect(two.conflicts).toEqual([]);
  });

  test("OFF-6: what two have typed alike does not give way to the inherited value that it is", () => {
    const v = { type: "person", city: "Bern" };
    const cleared = merged(
      mergeOp(contact(v), set({ city: ["Bern", null] }, "inherited"), at(3, A)),
    );
    const typed = merged(
      mergeOp(cleared.doc, set({ city: ["Bern", null] }), at(2000, B)),
    );
    expect(typed.outcome).toBe("same");
    const other = { device: "device-c", user: "user-c" };
    const late = merged(
      mergeOp(typed.doc, set({ city: ["Bern", "Bulle"] }), at(3000, other)),
    );
    expect(late.conflicts).toMatchObject([
      { winner: { value: "Bulle" }, loser: { value: null, stamp: B_TYPED } },
    ]);
  });

  test("OFF-5: of what two have typed alike the later one counts, whatever the order of arrival", () => {
    const base = contact({ phone: "0" });
    const other = { device: "device-c", user: "user-c" };
    const ops = [
      [set({ phone: ["0", "alike"] }), at(2000, A)],
      [set({ phone: ["0", "alike"] }), at(4000, B)],
      [set({ phone: ["0", "between"] }), at(3000, other)],
    ] as const;
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [2, 1, 0],
    ]) {
      let doc = base;
      for (const i of order) {
        const [op, context] = ops[i] ?? ops[0];
        doc = merged(mergeOp(doc, op, context)).doc;
      }
      expect(doc.v["phone"]).toBe("alike");
    }
  });

  test("repeating an operation changes nothing", () => {
    const op = set({ phone: [null, "1"], city: [null, "Bulle"] });
    const one = merged(mergeOp(contact(), op, at(2000, B)));
    const two = merged(mergeOp(one.doc, op, at(2000, B)));
    expect(two.outcome).toBe("same");
    expect(two.doc).toEqual(one.doc);
  });

  test("OFF-6: a typed value beats an inherited one whatever its time, quietly, in both orders", () => {
    const base = contact({ phone: "0" });
    const typed = set({ phone: ["0", "typed"] });
    const inherited = set({ phone: ["0", "inherited"] }, "inherited");
    const typedFirst = merged(
      mergeOp(
        merged(mergeOp(base, typed, at(2000, A))).doc,
        inherited,
        at(3000, B),
      ),
    );
    const typedLast = merged(
      mergeOp(
        merged(mergeOp(base, inherited, at(3000, B))).doc,
        typed,
        at(2000, A),
      ),
    );
    for (const result of [typedFirst, typedLast]) {
      expect(result.doc.v["phone"]).toBe("typed");
      expect(result.conflicts).toEqual([]);
      expect(result.outcome).toBe("merged");
      expect(
        result.history.some(
          (row) => row.outcome === "discarded" && row.to === "inherited",
        ),
      ).toBe(true);
    }
  });

  test("a privacy block wins over a later unblock that had not seen it", () => {
    const base = contact({ privacyBlocked: false });
    const block = merged(
      mergeOp(base, set({ privacyBlocked: [null, true] }), at(2000, B)),
    );
    const unblock = merged(
      mergeOp(
        block.doc,
        set({ privacyBlocked: [null, false] }),
        at(9000, { device: "c", user: "c" }),
      ),
    );
    expect(unblock.doc.v["privacyBlocked"]).toBe(true);
  });

  test("items of a map merge one by one, and an edit of a removed item is kept as lost", () => {
    const item = "01890000-0000-7000-8000-0000000000aa";
    const base = contact({ more: { [item]: { kind: "phone", value: "1" } } });
    const gone = merged(
      mergeOp(
        base,
        set({ [`more/${item}`]: [{ kind: "phone", value: "1" }, null] }),
        at(2000, A),
      ),
    );
    expect(gone.doc.v["more"]).toBeUndefined();
    const edit = merged(
      mergeOp(
        gone.doc,
        set({ [`more/${item}/value`]: ["1", "2"] }),
        at(3000, B),
      ),
    );
    expect(edit.doc.v["more"]).toBeUndefined();
    expect(edit.conflicts[0]).toMatchObject({ loser: { value: "2" } });
  });
});

test("a member of an item that was never there makes no half of an item", () => {
  const [one, two] = ["aa", "bb"].map(
    (end) => `01890000-0000-7000-8000-0000000000${end}`,
  );
  const base = contact({ more: { [`${one}`]: { kind: "phone", value: "1" } } });
  const edit = merged(
    mergeOp(base, set({ [`more/${two}/value`]: [null, "2"] }), at(3000, B)),
  );
  expect(edit.doc.v["more"]).toEqual({
    [`${one}`]: { kind: "phone", value: "1" },
  });
  expect(edit.conflicts[0]).toMatchObject({ loser: { value: "2" } });
});

describe("items of maps", () => {
  const item = "01890000-0000-7000-8000-0000000000aa";
  const old = { kind: "phone", value: "1", label: "x" };
  const edited = () =>
    merged(
      mergeOp(
        contact({ more: { [item]: old } }),
        set({ [`more/${item}/value`]: ["1", "2"] }),
        at(3000, B),
      ),
    ).doc;
  const removal = set({ [`more/${item}`]: [old, null] });

  test("removing an item does not destroy another's later edit of it without a word", () => {
    const stale = merged(mergeOp(edited(), removal, at(2000, A)));
    expect(stale.doc.v["more"]).toEqual({ [item]: { ...old, value: "2" } });
    expect(stale.conflicts).toHaveLength(1);
    const later = merged(mergeOp(edited(), removal, at(4000, A)));
    expect(later.doc.v["more"]).toBeUndefined();
    expect(later.conflicts[0]).toMatchObject({
      loser: { value: { value: "2" }, stamp: { d: B.device } },
    });
  });

  test("whose clock is behind edits a member of an item all the same: its maker does not write over that unasked", () => {
    const path = `more/${item}`;
    const made = set({ [path]: [null, old] });
    const one = merged(mergeOp(contact(), made, at(9000, A))).doc;
    const theirs = set({ [`${path}/value`]: ["1", "2"] });
    const two = merged(mergeOp(one, theirs, at(3000, B))).doc;
    const mine = set({ [`${path}/value`]: ["1", "3"] });
    const three = merged(mergeOp(two, mine, at(9001, A)));
    expect(three.conflicts).toMatchObject([
      { winner: { value: "3" }, loser: { value: "2" } },
    ]);
  });

  test("a whole item written later is not beaten by an older edit of one member", () => {
    const whole = set({
      [`more/${item}`]: [
        { ...old, value: "2" },
        { ...old, value: "9" },
      ],
    });
    const now = merged(mergeOp(edited(), whole, at(5000, A))).doc;
    const late = merged(
      mergeOp(
        now,
        set({ [`more/${item}/value`]: ["2", "3"] }),
        at(4000, { device: "c", user: "c" }),
      ),
    );
    expect(late.doc.v["more"]).toMatchObject({ [item]: { value: "9" } });
    expect(late.conflicts[0]).toMatchObject({
      winner: { stamp: { d: A.device } },
      loser: { value: "3" },
    });
  });
});

describe("inheritance and deletions", () => {
  test("an inherited echo does not bring a deleted person back", () => {
    const gone = merged(
      mergeOp(
        contact(),
        { c: "contacts", id: ID, k: "del", rev: 1 },
        at(6000, B),
      ),
    ).doc;
    const echo = merged(
      mergeOp(gone, set({ phone: [null, "1"] }, "inherited"), at(3000, A)),
    );
    expect(echo).toMatchObject({
      outcome: "same",
      changed: false,
      conflicts: [],
    });
    expect(echo.doc.deleted).toBe(true);
  });

  test("an inherited value is no edit that a deletion had to see", () => {
    const followed = merged(
      mergeOp(contact(), set({ phone: [null, "1"] }, "inherited"), at(2000, B)),
    ).doc;
    const gone = merged(
      mergeOp(
        followed,
        { c: "contacts", id: ID, k: "del", rev: 1 },
        at(3000, A),
      ),
    );
    expect(gone.doc.deleted).toBe(true);
  });
});

test("the author corrects an unsent visit as often as needed", () => {
  const v = { id: ID, contactId: ID, date: "2026-03-13" };
  let visit = merged(
    mergeOp(null, { c: "interactions", id: ID, k: "ins", v }, at(1, A)),
  ).doc;
  for (const [path, value] of [
    ["evaluation", "positive"],
    ["result", "a"],
    ["durationMin", 15],
  ] as const) {
    const op: Op = {
      c: "interactions",
      id: ID,
      k: "set",
      f: { [path]: [null, value] },
    };
    visit = merged(mergeOp(visit, op, at(2, A))).doc;
  }
  expect(visit.v).toMatchObject({ result: "a", durationMin: 15 });
});

describe("sets, inserts, deletions", () => {
  const add = (e: string): Op => ({
    c: "contacts",
    id: ID,
    k: "add",
    f: "mailingGroups",
    e: [e],
  });
  const rem = (e: string): Op => ({
    c: "contacts",
    id: ID,
    k: "rem",
    f: "mailingGroups",
    e: [e],
  });

  test("sets merge per element, and adding wins a tie", () => {
    const one = merged(mergeOp(contact(), add("X-CARD"), at(2000, A)));
    const two = merged(mergeOp(one.doc, add("X-GIFT"), at(1000, B)));
    expect(two.doc.v["mailingGroups"]).toEqual(["X-CARD", "X-GIFT"]);
    const removed = merged(mergeOp(two.doc, rem("X-CARD"), at(3000, A)));
    const again = merged(mergeOp(removed.doc, add("X-CARD"), at(3000, B)));
    expect(again.doc.v["mailingGroups"]).toEqual(["X-GIFT", "X-CARD"]);
  });

  test("adding what is there already counts: an earlier removal that arrives later does not undo it", () => {
    const one = merged(mergeOp(contact(), add("X"), at(2000, A))).doc;
    const two = merged(mergeOp(one, add("X"), at(4000, B))).doc;
    const late = merged(mergeOp(two, rem("X"), at(3000, A)));
    expect(late.doc.v["mailingGroups"]).toEqual(["X"]);
    const gone = merged(mergeOp(two, rem("X"), at(5000, A))).doc;
    const again = merged(mergeOp(gone, rem("X"), at(7000, B))).doc;
    const early = merged(mergeOp(again, add("X"), at(6000, A)));
    expect(early.doc.v["mailingGroups"]).toBeUndefined();
  });

  test.each([A, B])(
    "two add at one moment: neither's removal of the same moment undoes the other's",
    (who) => {
      const one = merged(mergeOp(contact(), add("X"), at(2000, A))).doc;
      const two = merged(mergeOp(one, add("X"), at(2000, B))).doc;
      const three = merged(mergeOp(two, rem("X"), at(2000, who))).doc;
      expect(three.v["mailingGroups"]).toEqual(["X"]);
      expect(mergeOp(two, add("X"), at(2000, who))).toMatchObject({
        changed: false,
      });
    },
  );

  test("a whole document over another's edit wins by the clock, and the edit is kept", () => {
    const edited = merged(
      mergeOp(contact({ phone: "1" }), set({ phone: ["1", "2"] }), at(2000, A)),
    ).doc;
    const v = { id: ID, type: "company", name: "Favre SA", phone: "1" };
    const ins: Op = { c: "contacts", id: ID, k: "ins", v };
    const whole = merged(mergeOp(edited, ins, at(3000, B)));
    expect(whole.doc.v["phone"]).toBe("1");
    expect(whole.conflicts).toMatchObject([
      { winner: { value: "1" }, loser: { value: "2" } },
    ]);
    expect(merged(mergeOp(edited, ins, at(1500, B)))).toMatchObject({
      ...{ outcome: "same", doc: { v: { phone: "2" } } },
    });
  });

  test("the same visit id with other content is a collision, with the same content nothing", () => {
    const v = { id: ID, contactId: ID, date: "2026-03-13" };
    const first = merged(
      mergeOp(null, { c: "interactions", id: ID, k: "ins", v }, at(1, A)),
    ).doc;
    expect(
      mergeOp(first, { c: "interactions", id: ID, k: "ins", v }, at(1, A)),
    ).toMatchObject({ outcome: "same" });
    const other: Op = {
      c: "interactions",
      id: ID,
      k: "ins",
      v: { ...v, result: "x" },
    };
    expect(mergeOp(first, other, at(2, B))).toMatchObject({
      ok: false,
      code: "id_collision",
    });
  });

  test("a visit is written once, but its evaluation may change", () => {
    const v = { id: ID, contactId: ID, date: "2026-03-13" };
    const visit = merged(
      mergeOp(null, { c: "interactions", id: ID, k: "ins", v }, at(1, A)),
    ).doc;
    const op = (f: Record<string, [null, string]>): Op => ({
      c: "interactions",
      id: ID,
      k: "set",
      f,
    });
    expect(mergeOp(visit, op({ result: [null, "y"] }), at(2, B))).toMatchObject(
      { ok: false, code: "immutable" },
    );
    expect(
      mergeOp(visit, op({ evaluation: [null, "positive"] }), at(2, B)),
    ).toMatchObject({ outcome: "ok" });
  });

  test("OFF-7: a deletion that had not seen another's edit leaves the document", () => {
    const edited = merged(
      mergeOp(contact(), set({ phone: [null, "1"] }), at(2000, A)),
    ).doc;
    const stale = merged(
      mergeOp(edited, { c: "contacts", id: ID, k: "del", rev: 1 }, at(3000, B)),
    );
    expect(stale.doc.deleted).toBe(false);
    expect(stale.conflicts).toHaveLength(1);
    const informed = merged(
      mergeOp(edited, { c: "contacts", id: ID, k: "del", rev: 2 }, at(3000, B)),
    );
    expect(informed.doc.deleted).toBe(true);
  });

  test("deleting a document that only this device has edited since is not stale", () => {
    const edited = merged(
      mergeOp(contact(), set({ phone: [null, "1"] }), at(2000, B)),
    ).doc;
    expect(
      merged(
        mergeOp(
          edited,
          { c: "contacts", id: ID, k: "del", rev: 1 },
          at(3000, B),
        ),
      ).doc.deleted,
    ).toBe(true);
  });

  test("an edit of a deleted document brings it back with what it held", () => {
    const gone = merged(
      mergeOp(
        contact(),
        { c: "contacts", id: ID, k: "del", rev: 1 },
        at(2000, A),
      ),
    ).doc;
    const back = merged(
      mergeOp(gone, set({ phone: [null, "1"] }), at(1500, B)),
    );
    expect(back.doc).toMatchObject({
      deleted: false,
      v: { name: "Favre SA", phone: "1" },
    });
    expect(back.outcome).toBe("conflict");
  });

  test("the device that deleted a document takes it back by inserting it again; a late insert of another does not", () => {
    const gone = merged(
      mergeOp(
        contact({ phone: "1" }),
        { c: "contacts", id: ID, k: "del", rev: 1 },
        at(2000, A),
      ),
    ).doc;
    const v = { id: ID, type: "company", name: "Favre SA", phone: "2" };
    const ins: Op = { c: "contacts", id: ID, k: "ins", v };
    const undone = merged(mergeOp(gone, ins, at(2001, A)));
    expect(undone).toMatchObject({ outcome: "ok", conflicts: [] });
    expect(undone.doc).toMatchObject({ deleted: false, v: { phone: "2" } });
    // A restored server is sent it back as it was before the deletion, by the same device too.
    const whole = merged(mergeOp(gone, ins, at(1000, A)));
    expect(whole).toMatchObject({ outcome: "same", doc: { deleted: true } });
    const late = merged(mergeOp(gone, ins, at(3000, B)));
    expect(late).toMatchObject({ outcome: "same", doc: { deleted: true } });
  });

  test("DEL-2: a visit passes to the company it was recorded under and back, and to nobody else", () => {
    const visit = {
      ...{ id: ID, contactId: "luc", companyId: "gruyere" },
      ...{ date: "2026-03-09" },
    };
    const ins = { c: "interactions", id: ID, k: "ins", v: visit } as Op;
    const made = merged(mergeOp(null, ins, at(1000, A))).doc;
    const to = (doc: StoredDocument, base: string, now: string) =>
      mergeOp(
        doc,
        {
          ...{ c: "interactions", id: ID, k: "set" },
          f: { contactId: [base, now] },
        } as Op,
        at(2000, B),
      );
    expect(to(made, "luc", "helvetia")).toMatchObject({ code: "immutable" });
    const passed = merged(to(made, "luc", "gruyere")).doc;
    expect(passed.v["contactId"]).toBe("gruyere");
    expect(merged(to(passed, "gruyere", "luc")).doc.v["contactId"]).toBe("luc");
  });

  test("somebody else's deletion is taken out of the trash, and an old wish to do so does not outlive a newer deletion", () => {
    const remove = (rev: number): Op => ({
      ...{ c: "contacts", id: ID, k: "del", rev },
    });
    const gone = merged(mergeOp(contact(), remove(1), at(2000, A))).doc;
    const ins = { c: "contacts", id: ID, k: "ins", v: gone.v } as Op;
    const plain = merged(mergeOp(gone, ins, at(3000, B)));
    expect(plain.doc.deleted).toBe(true);
    const restored = { ...ins, o: "restored" } as Op;
    const back = merged(mergeOp(gone, restored, at(3000, B)));
    expect(back).toMatchObject({ outcome: "ok", conflicts: [] });
    expect(back.doc.deleted).toBe(false);
    const again = merged(mergeOp(back.doc, remove(3), at(4000, A))).doc;
    expect(merged(mergeOp(again, restored, at(3000, B))).doc.deleted).toBe(
      true,
    );
  });

  test("anything but an insert of an unknown document is not_found", () => {
    expect(mergeOp(null, set({ phone: [null, "1"] }), at(1, A))).toMatchObject({
      ok: false,
      code: "not_found",
    });
    expect(
      mergeOp(null, { c: "contacts", id: ID, k: "del", rev: 1 }, at(1, A)),
    ).toMatchObject({ code: "not_found" });
  });
});

describe("long texts", () => {
  const C = { device: "device-c", user: "user-c" };
  const base = "one\ntwo\nthree\nfour\nfive";
  const text = (now: string, from: string | null = base) =>
    set({ comment: [from, now] });
  const changed = (line: string, to: string, of = base) => of.replace(line, to);
  const card = contact({ comment: base });
  const all = (doc: StoredDocument, ...ops: [Op, typeof A, number][]) =>
    ops.reduce(
      (now, [op, who, ms]) => merged(mergeOp(now.doc, op, at(ms, who))),
      { doc } as ReturnType<typeof merged>,
    );

  test("ux.md 3.7: different lines of one text both survive without a question, in whatever order they arrive", () => {
    const ops: [Op, typeof A, number][] = [
      [text(changed("one", "ONE")), A, 2000],
      [text(changed("three", "THREE")), B, 4000],
      [text(changed("five", "FIVE")), C, 3000],
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const last = all(card, ...order.flatMap((i) => ops.slice(i, i + 1)));
      expect(last.doc.v["comment"]).toBe("ONE\ntwo\nTHREE\nfour\nFIVE");
      expect(last.conflicts).toEqual([]);
      expect(last.outcome).toBe("merged");
    }
  });

  test("one line changed by two is a conflict with both texts, as is one that there was no text before", () => {
    const late = all(
      card,
      [text(changed("one", "ONE")), A, 2000],
      [text(changed("one", "Eins")), B, 3000],
    );
    expect(late.conflicts).toMatchObject([
      {
        winner: { value: changed("one", "Eins") },
        loser: { value: changed("one", "ONE") },
      },
    ]);
    const fresh = all(
      contact(),
      [text("mine", null), A, 2000],
      [text("theirs", null), B, 3000],
    );
    expect(fresh.conflicts).toHaveLength(1);
  });

  test("whoever goes on with their own text does not take the other's lines along", () => {
    const mine = changed("one", "ONE");
    const last = all(
      card,
      [text(mine), A, 2000],
      [text(changed("five", "FIVE")), B, 2500],
      [text(changed("two", "TWO", mine), mine), A, 3000],
    );
    expect(last.doc.v["comment"]).toBe("ONE\nTWO\nthree\nfour\nFIVE");
    expect(last.conflicts).toEqual([]);
    const again = all(last.doc, [
      text(changed("five", "5", mine), mine),
      A,
      4000,
    ]);
    expect(again.conflicts).toHaveLength(1);
  });

  test("what would become too long for the field is asked about", () => {
    const long = Array.from({ length: 5 }, () => "x".repeat(2900)).join("\n");
    const more = "y".repeat(1300);
    const last = all(
      contact({ comment: long }),
      [text(`${more}\n${long}`, long), A, 2000],
      [text(`${long}\n${more}`, long), B, 3000],
    );
    expect(last.conflicts).toHaveLength(1);
  });

  test("of other fields none is merged within", () => {
    const last = all(
      contact({ name2: "a\nb\nc" }),
      [set({ name2: ["a\nb\nc", "A\nb\nc"] }), A, 2000],
      [set({ name2: ["a\nb\nc", "a\nb\nC"] }), B, 3000],
    );
    expect(last.conflicts).toHaveLength(1);
  });
});
