import { expect, test } from "vitest";
import { mergedFields } from "../../../../shared/sync/merged-fields.ts";
import type { Op } from "../../../../shared/sync/protocol.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const ITEM = "01890000-0000-7000-8000-0000000000aa";
const OTHER = "01890000-0000-7000-8000-0000000000bb";
const typed = (f: Record<string, [null, string]>, o?: Op["o"]): Op => ({
  ...{ c: "contacts", id: ID, k: "set", f },
  ...(o ? { o } : {}),
});
const before = { id: ID, type: "company", name: "Favre SA", city: "Bulle" };

const merged = (after: object, ...own: Op[]) =>
  mergedFields("contacts", ID, before, { ...before, ...after }, own);

test("what somebody else changed beside one's own work, member, item and element", () => {
  const after = {
    ...{ city: "Romont", phone: "1", mailingGroups: ["X"] },
    more: { [ITEM]: { kind: "phone", value: "2" } },
  };
  expect(merged(after, typed({ phone: [null, "1"] }))).toEqual([
    { path: "city", before: "Bulle", after: "Romont" },
    {
      ...{ path: `more/${ITEM}`, before: null },
      after: { kind: "phone", value: "2" },
    },
    { path: "mailingGroups/X", before: null, after: "X" },
  ]);
});

test("not one's own fields and items, nor what the server computes", () => {
  const own = [
    typed({ city: [null, "Romont"], [`more/${OTHER}`]: [null, "x"] }),
    { c: "contacts", id: ID, k: "add" as const, f: "mailingGroups", e: ["X"] },
  ];
  const after = {
    ...{ city: "Vevey", mailingGroups: ["X"], modifiedAt: "2026-03-13" },
    more: { [OTHER]: { kind: "phone", value: "2" } },
    ...{ no: "CT000001", noStatus: "final" },
  };
  expect(merged(after, ...own)).toEqual([]);
});

test("without work that a person typed here it is just somebody's change", () => {
  expect(merged({ city: "Romont" })).toEqual([]);
  const follows = typed({ phone: [null, "1"] }, "inherited");
  expect(merged({ city: "Romont" }, follows)).toEqual([]);
});

test("a text with lines of both, but not one that lost a conflict", () => {
  const mine = "One\nTwo here\nThree";
  const edit = (now: string): Op => ({
    ...{ c: "contacts", id: ID, k: "set" },
    f: { comment: ["One\nTwo\nThree", now] },
  });
  const comment = (after: string) =>
    mergedFields(
      ...(["contacts", ID] as const),
      { ...before, comment: mine },
      { ...before, comment: after },
      [edit(mine)],
    );
  const both = "One\nTwo here\nThree there";
  expect(comment(both)).toEqual([
    { path: "comment", before: mine, after: both },
  ]);
  expect(comment("One\nTwo there\nThree")).toEqual([]);
});
