import fc from "fast-check";
import { expect, test } from "vitest";
import type { Op } from "../../shared/sync/protocol.ts";
import { rebase } from "../../shared/sync/rebase.ts";
import {
  neededFirst,
  sentFirst,
  takenAlong,
  takenBack,
} from "../../shared/sync/set-aside.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";

const ID = "a";
const word = fc.option(fc.constantFrom("Bulle", "Romont", "Vevey"), {
  nil: null,
});
const members = fc.constantFrom("city", "phone", "comment");

/** Edits of one document, each made on top of the one before, as a person makes them. */
const edits = fc.array(
  fc.oneof(
    fc.record({ path: members, now: word }),
    fc.record({
      k: fc.constantFrom("add" as const, "rem" as const),
      e: fc.constantFrom("X", "Y"),
    }),
  ),
  { minLength: 1, maxLength: 8 },
);

type Row = Record<string, unknown>;
type Edit =
  { path: string; now: string | null } | { k: "add" | "rem"; e: string };

function opOf(shown: Row, edit: Edit): Op[] {
  if ("path" in edit) {
    const base = (shown[edit.path] ?? null) as string | null;
    return base === edit.now
      ? []
      : [
          {
            c: "contacts",
            id: ID,
            k: "set",
            f: { [edit.path]: [base, edit.now] },
          },
        ];
  }
  const has = ((shown["groups"] ?? []) as string[]).includes(edit.e);
  // A set's operations name only what really comes or goes.
  return has === (edit.k === "add")
    ? []
    : [{ c: "contacts", id: ID, k: edit.k, f: "groups", e: [edit.e] }];
}

const asSets = (row: Row | null) =>
  row && { ...row, groups: [...((row["groups"] ?? []) as string[])].sort() };

test("what was laid on a document can be taken back from it, and what stood there before is there again", () => {
  fc.assert(
    fc.property(
      fc.record({ city: word, phone: word }),
      fc.subarray(["X", "Y"]),
      edits,
      (plain, groups, list) => {
        const before: Row = Object.fromEntries(
          Object.entries({
            ...{ id: ID, ...plain },
            groups: groups.length > 0 ? groups : null,
          }).filter(([, value]) => value !== null),
        );
        const ops: Op[] = [];
        let shown = before;
        for (const edit of list) {
          const op = opOf(shown, edit);
          ops.push(...op);
          shown = rebase(shown, op) ?? {};
        }
        const back = takenBack(shown, ops);
        expect(sameValue(asSets(back), asSets(before))).toBe(true);
        // After a kill in between it is done once more.
        expect(sameValue(takenBack(back, ops), back)).toBe(true);
      },
    ),
  );
});

test("what was made here goes as a whole, what somebody changed since stays", () => {
  const made: Op = { c: "contacts", id: ID, k: "ins", v: { id: ID } };
  const typed: Op = {
    ...{ c: "contacts", id: ID, k: "set" },
    f: { city: [null, "Bulle"], phone: ["1", "2"] },
  };
  expect(takenBack({ id: ID, city: "Bulle" }, [made, typed])).toBe(null);
  expect(takenBack({ id: ID, city: "Vevey", phone: "2" }, [typed])).toEqual({
    ...{ id: ID, city: "Vevey", phone: "1" },
  });
});

/** Intentions on five records, some of which make a record or name another one. */
const intentions = fc
  .array(
    fc.array(
      fc.record({
        id: fc.constantFrom("a", "b", "c", "d", "e"),
        parent: fc.option(fc.constantFrom("a", "b", "c", "d", "e"), {
          nil: null,
        }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => {
    const there = new Set<string>();
    return list.map((ops, i) => ({
      m: String(i),
      ops: ops.map(({ id, parent }): Op => {
        const known = there.has(id);
        there.add(id);
        const name = parent !== null && there.has(parent) ? parent : null;
        return known
          ? { c: "contacts", id, k: "set", f: { companyId: [null, name] } }
          : { c: "contacts", id, k: "ins", v: { id, companyId: name } };
      }),
    }));
  });

/** Each record is made before it is changed or named, as far as it is made in here at all. */
function isInOrder(
  entries: readonly { readonly ops: readonly Op[] }[],
  before: ReadonlySet<string>,
): boolean {
  const there = new Set(before);
  return entries.every(({ ops }) =>
    ops.every((op) => {
      const names =
        op.k === "ins"
          ? [op.v["companyId"]]
          : op.k === "set"
            ? Object.values(op.f).map(([, now]) => now)
            : [];
      if (op.k === "ins") there.add(op.id);
      return [op.id, ...names].every(
        (id) => typeof id !== "string" || there.has(id),
      );
    }),
  );
}

const onRecord = (
  entries: readonly { m: string; ops: readonly Op[] }[],
  id: string,
) =>
  entries.filter(({ ops }) => ops.some((op) => op.id === id)).map(({ m }) => m);

test("whatever is set aside or sent first: parents come before children, and the order on one record stays", () => {
  fc.assert(
    fc.property(
      intentions,
      fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
      (entries, chosen) => {
        const wanted = new Set(
          chosen.map((n) => entries[n % entries.length]?.m ?? ""),
        );
        const along = takenAlong(entries, wanted);
        const rest = entries.filter(({ m }) => !along.has(m));
        const aside = entries.filter(({ m }) => along.has(m));
        expect([...wanted].every((m) => along.has(m))).toBe(true);
        expect(isInOrder(rest, new Set())).toBe(true);
        // Later on what was set aside comes behind what was not.
        expect(isInOrder([...rest, ...aside], new Set())).toBe(true);

        const first = neededFirst(entries, wanted);
        const ordered = sentFirst(entries, first);
        expect(isInOrder(ordered, new Set())).toBe(true);
        for (const id of ["a", "b", "c", "d", "e"]) {
          expect(onRecord(ordered, id)).toEqual(onRecord(entries, id));
          expect(onRecord([...rest, ...aside], id)).toEqual(
            onRecord(entries, id),
          );
        }
      },
    ),
  );
});
