import { describe, expect, test } from "vitest";
import {
  outboxLines,
  type FieldChange,
} from "../../../../../renderer/features/sync/outbox-lines.ts";
import type { Op } from "../../../../../shared/sync/protocol.ts";

const G = "0198c1a0-0000-7000-8000-000000000001";
const L = "0198c1a0-0000-7000-8000-000000000002";
const V = "0198c1a0-0000-7000-8000-000000000003";

const entry = (d: number, label: string, ...ops: readonly Op[]) => ({
  d,
  m: String(d),
  label,
  at: d * 1000,
  ops: [...ops],
});
const company = (v: Record<string, string>): Op => ({
  c: "contacts",
  id: G,
  k: "ins",
  v: { id: G, type: "company", ...v },
});
const phone = (old: string | null, now: string | null): Op => ({
  c: "contacts",
  id: G,
  k: "set",
  f: { phone: [old, now] },
});
const groups = (k: "add" | "rem", ...e: string[]): Op => ({
  c: "contacts",
  id: G,
  k,
  f: "mailingGroups",
  e,
});

function onlyFields(...ops: readonly Op[]): readonly FieldChange[] {
  const [line] = outboxLines(
    ops.map((op, i) => entry(i + 1, "action.editContact", op)),
  );
  return line?.fields ?? [];
}

describe("one line a record (ux.md 5(e)3)", () => {
  test("three intentions on a new card are one line with all their numbers and the words of its making", () => {
    const lines = outboxLines([
      entry(4, "action.createCompany", company({ name: "Fromagerie" })),
      entry(5, "action.editContact", phone(null, "026 555 01 23")),
      entry(7, "action.undo", phone("026 555 01 23", "026 555 77 77")),
    ]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      id: G,
      state: "created",
      label: "action.createCompany",
      at: 7000,
      order: [4, 5, 7],
    });
  });

  test("one intention on two records is two lines, in the order of sending", () => {
    const visit: Op = {
      c: "interactions",
      id: V,
      k: "ins",
      v: { id: V, contactId: L, date: "2026-03-09" },
    };
    const task: Op = {
      c: "tasks",
      id: G,
      k: "ins",
      v: { id: G, contactId: L, type: "task", description: "Offre" },
    };
    const lines = outboxLines([entry(1, "action.logVisit", visit, task)]);
    expect(lines.map(({ c, contactId }) => [c, contactId])).toEqual([
      ["interactions", L],
      ["tasks", L],
    ]);
  });

  test("records of two collections with one id stay apart", () => {
    const note: Op = { c: "notes", id: G, k: "del", rev: 1 };
    const lines = outboxLines([entry(1, "a", phone("1", "2"), note)]);
    expect(lines.map(({ c, state }) => [c, state])).toEqual([
      ["contacts", "changed"],
      ["notes", "deleted"],
    ]);
  });

  test("a contact belongs to itself and brings its new name; a changed visit does not say whose it is", () => {
    const evaluated: Op = {
      c: "interactions",
      id: V,
      k: "set",
      f: { evaluation: [null, "positive"] },
    };
    const lines = outboxLines([
      entry(1, "action.createCompany", company({ name: "Fromagerie" })),
      entry(2, "action.evaluate", evaluated),
    ]);
    expect(lines.map(({ contactId, name }) => [contactId, name])).toEqual([
      [G, "Fromagerie"],
      [null, null],
    ]);
  });

  test("nothing waits, nothing is listed", () => {
    expect(outboxLines([])).toEqual([]);
  });
});

describe("fields, old and new", () => {
  test("two edits of a field are one change, from what the office has to what was typed last", () => {
    expect(onlyFields(phone("1", "2"), phone("2", "3"))).toEqual([
      { path: "phone", old: "1", now: "3" },
    ]);
  });

  test("an edit that was taken back is no change", () => {
    expect(onlyFields(phone("1", "2"), phone("2", "1"))).toEqual([]);
  });

  test("an emptied field keeps its old value beside nothing", () => {
    expect(onlyFields(phone("1", null))).toEqual([
      { path: "phone", old: "1", now: null },
    ]);
  });

  test("an edit of a record that is itself unsent has no old value", () => {
    expect(
      onlyFields(company({ phone: "1" }), phone("1", "2")).find(
        ({ path }) => path === "phone",
      ),
    ).toEqual({ path: "phone", old: null, now: "2" });
  });

  test("of a set only what came and what went is told", () => {
    expect(
      onlyFields(groups("add", "X-GIFT", "NEWS"), groups("rem", "OLD")),
    ).toEqual([
      { path: "mailingGroups", old: ["OLD"], now: ["X-GIFT", "NEWS"] },
    ]);
  });

  test("an element that came and went again leaves nothing behind beside the others", () => {
    expect(
      onlyFields(groups("add", "NEWS", "X-GIFT"), groups("rem", "NEWS")),
    ).toEqual([{ path: "mailingGroups", old: [], now: ["X-GIFT"] }]);
  });

  test("an element that came and went again is no change", () => {
    expect(onlyFields(groups("add", "NEWS"), groups("rem", "NEWS"))).toEqual(
      [],
    );
  });

  test("a set that a new record was created with grows by what is added afterwards", () => {
    const created: Op = {
      c: "contacts",
      id: G,
      k: "ins",
      v: { mailingGroups: ["NEWS"] },
    };
    expect(onlyFields(created, groups("add", "X-GIFT"))).toEqual([
      { path: "mailingGroups", old: [], now: ["NEWS", "X-GIFT"] },
    ]);
  });

  test("a deleted record has no fields to show", () => {
    expect(
      onlyFields(phone("1", "2"), { c: "contacts", id: G, k: "del", rev: 3 }),
    ).toEqual([]);
  });
});

test("what follows the company says so until somebody types there", () => {
  const inherited: Op = { ...phone("1", "2"), o: "inherited" };
  const [line] = outboxLines([entry(1, "action.editContact", inherited)]);
  expect(line?.follows).toBe(true);
  const [typed] = outboxLines([
    entry(1, "action.editContact", inherited),
    entry(2, "action.editContact", phone("2", "3")),
  ]);
  expect(typed?.follows).toBe(false);
});
