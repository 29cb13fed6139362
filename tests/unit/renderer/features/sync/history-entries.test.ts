import { expect, test } from "vitest";
import { historyEntries } from "../../../../../renderer/features/sync/history-entries.ts";
import type { HistoryAnswer, Op } from "../../../../../shared/sync/protocol.ts";

const ID = "0190a0a0-0000-7000-8000-000000000001";
const ANNA = "0190a0a0-0000-7000-8000-0000000000a1";
const LAPTOP = "0190a0a0-0000-7000-8000-0000000000d1";
const record = { c: "contacts", id: ID };

type Row = HistoryAnswer["rows"][number];
const row = (seq: number, values: Partial<Row>): Row => ({
  seq,
  atMs: seq,
  path: "city",
  from: null,
  to: "Bulle",
  outcome: "set",
  stamp: { h: `${seq * 1000}.0`, d: LAPTOP, u: ANNA },
  ...values,
});
const answer = (...rows: Row[]): HistoryAnswer => ({
  rows,
  people: { [ANNA]: "Anna" },
  devices: { [LAPTOP]: "Anna's laptop" },
});
const set = (f: Extract<Op, { k: "set" }>["f"], id = ID): Op => ({
  c: "contacts",
  id,
  k: "set",
  f,
});

test("what waits here stands above what the server knows, and both tell who, where, when and how", () => {
  const pending = [{ d: 7, at: 5000, ops: [set({ phone: ["1", "2"] })] }];
  const inherited = row(2, {});
  const entries = historyEntries(
    record,
    pending,
    answer({ ...inherited, stamp: { ...inherited.stamp, o: "inherited" } }),
  );
  expect(entries).toMatchObject([
    { waiting: true, at: 5000, origin: "typed", lines: [{ path: "phone" }] },
    {
      waiting: false,
      at: 2000,
      userName: "Anna",
      deviceName: "Anna's laptop",
      origin: "inherited",
      lines: [
        { path: "city", from: null, to: "Bulle", revert: { value: null } },
      ],
    },
  ]);
});

test("fields written in one go are one entry; another record's work is none", () => {
  const other = "0190a0a0-0000-7000-8000-000000000002";
  const entries = historyEntries(
    record,
    [{ d: 1, at: 1, ops: [set({ city: [null, "x"] }, other)] }],
    answer(
      row(3, { path: "phone" }),
      row(3, {}),
      row(1, { path: "", to: null }),
    ),
  );
  expect(entries.map(({ lines }) => lines.map(({ path }) => path))).toEqual([
    ["phone", "city"],
    [""],
  ]);
  expect(entries[1]?.lines[0]).toMatchObject({ kind: "created" });
});

test("a value that was put aside can be used, one that was replaced brought back", () => {
  const [entry] = historyEntries(
    record,
    [],
    answer(
      row(4, { outcome: "lost", from: "Bulle", to: "Gruyères" }),
      row(4, { path: "phone", from: "1", to: "2" }),
    ),
  );
  expect(entry?.lines.map(({ revert }) => revert)).toEqual([
    { value: "Gruyères" },
    { value: "1" },
  ]);
});

test("one element of a set came or went", () => {
  const ops: Op[] = [
    { c: "contacts", id: ID, k: "add", f: "mailingGroups", e: ["A", "B"] },
  ];
  const [entry] = historyEntries(record, [{ d: 1, at: 1, ops }], null);
  expect(entry?.lines).toMatchObject([
    { path: "mailingGroups/A", from: null, to: "A", revert: { value: null } },
    { path: "mailingGroups/B", from: null, to: "B" },
  ]);
});

test("final numbers and the written part of an interaction have no way back", () => {
  const [number] = historyEntries(record, [], answer(row(1, { path: "no" })));
  expect(number?.lines[0]?.revert).toBeUndefined();
  const lines = historyEntries(
    { c: "interactions", id: ID },
    [],
    answer(row(2, { path: "result" }), row(2, { path: "evaluation" })),
  ).flatMap((entry) => entry.lines);
  expect(lines.map(({ revert }) => revert !== undefined)).toEqual([
    false,
    true,
  ]);
});
