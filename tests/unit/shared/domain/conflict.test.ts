import { describe, expect, it } from "vitest";
import {
  dismissConflict,
  takeBack,
  type ConflictFacts,
} from "../../../../shared/domain/conflict.ts";
import {
  inheritFlagsOf,
  inheritOnJoin,
} from "../../../../shared/domain/inheritance.ts";
import { Note } from "../../../../shared/entities/note.ts";
import { gruyere, person } from "./contact-builder.ts";
import { task } from "./visit-builder.ts";

const flags = inheritFlagsOf(null);
const itemId = "0190a0a0-0000-7000-8000-00000000aaaa";

function note(values: Partial<Note> = {}): Note {
  const made: Note = {
    id: "0190a0a0-0000-7000-8000-00000000cccc",
    kind: "conflict",
    collection: "contacts",
    docId: gruyere().id,
    field: "phone",
    winner: { value: "+41 26 555 99 00" },
    loser: { value: "+41 26 555 77 77" },
    status: "open",
    ...values,
  };
  expect(Note.fields.safeParse(made).error).toBeUndefined();
  return made;
}

function facts(values: Partial<ConflictFacts> = {}): ConflictFacts {
  return {
    document: gruyere({ phone: "+41 26 555 99 00" }),
    people: [],
    flags,
    ...values,
  };
}

describe("taking back the value that lost", () => {
  it("OFF-6: writes it again by an ordinary edit and closes the note", () => {
    const result = takeBack(note(), facts());
    expect(result).toMatchObject({
      ok: true,
      value: [
        { c: "contacts", after: { phone: "+41 26 555 77 77" } },
        { c: "notes", before: { status: "open" }, after: { status: "done" } },
      ],
    });
    expect(result.ok && result.value[0]?.origin).toBeUndefined();
  });

  it("INH-5: reaches the company's people like any edit", () => {
    const company = gruyere({ phone: "+41 26 555 99 00" });
    const luc = inheritOnJoin(person(), company, null, flags);
    const result = takeBack(
      note(),
      facts({ document: company, people: [luc] }),
    );
    expect(result.ok && result.value.map((change) => change.origin)).toEqual([
      undefined,
      "inherited",
      undefined,
    ]);
  });

  it("NAM-2: a name taken back brings search name and parts with it", () => {
    const luc = person({ searchName: "LUC PASQUIER" });
    const result = takeBack(
      note({ docId: luc.id, field: "name", loser: { value: "Luc Favre" } }),
      facts({ document: luc }),
    );
    expect(result.ok && result.value[0]?.after).toMatchObject({
      name: "Luc Favre",
      surname: "Favre",
      searchName: "LUC FAVRE",
    });
  });

  it("OFF-6: an emptied value that lost is emptied again", () => {
    const result = takeBack(note({ loser: { value: null } }), facts());
    expect(result.ok && result.value[0]?.after).not.toHaveProperty("phone");
  });

  it("OFF-6: a value that is there already only closes the note", () => {
    const document = gruyere({ phone: "+41 26 555 77 77" });
    const result = takeBack(note(), facts({ document }));
    expect(result.ok && result.value.map((change) => change.c)).toEqual([
      "notes",
    ]);
  });

  it("OFF-6: works inside keyed items and for every collection", () => {
    const document = gruyere({
      more: { [itemId]: { kind: "phone", value: "1" } },
    });
    const inside = takeBack(
      note({ field: `more/${itemId}/value`, loser: { value: "2" } }),
      facts({ document }),
    );
    expect(inside.ok && inside.value[0]?.after).toMatchObject({
      more: { [itemId]: { kind: "phone", value: "2" } },
    });
    const whole = takeBack(
      note({ field: `more/${itemId}`, loser: { value: null } }),
      facts({ document }),
    );
    expect(whole.ok && whole.value[0]?.after).not.toHaveProperty("more");
    const call = task();
    const onTask = takeBack(
      note({
        collection: "tasks",
        docId: call.id,
        field: "date",
        loser: { value: "2026-03-27" },
      }),
      facts({ document: call }),
    );
    expect(onTask.ok && onTask.value[0]).toMatchObject({
      c: "tasks",
      before: call,
      after: { ...call, date: "2026-03-27" },
    });
  });

  it("OFF-6: an item that lost comes back, a member that was emptied goes", () => {
    const item = { kind: "phone", value: "1" };
    const back = takeBack(
      note({ field: `more/${itemId}`, loser: { value: item } }),
      facts(),
    );
    expect(back.ok && back.value[0]?.after).toMatchObject({
      more: { [itemId]: item },
    });
    const call = task({ startTime: "10:00" });
    const emptied = takeBack(
      note({
        collection: "tasks",
        docId: call.id,
        field: "startTime",
        loser: { value: null },
      }),
      facts({ document: call }),
    );
    const { startTime: _, ...without } = call;
    expect(emptied.ok && emptied.value[0]).toEqual({
      c: "tasks",
      id: call.id,
      before: call,
      after: without,
    });
  });

  it("TYP-9: an employer that lost is written as it was", () => {
    const luc = person({ companyId: gruyere().id });
    const result = takeBack(
      note({ docId: luc.id, field: "companyId", loser: { value: itemId } }),
      facts({ document: luc }),
    );
    expect(result.ok && result.value[0]?.after).toMatchObject({
      companyId: itemId,
    });
  });
});

describe("what cannot be taken back", () => {
  it.each([
    ["document-gone", note(), { document: null }],
    ["document-gone", note(), { document: person() }],
    ["item-gone", note({ field: `more/${itemId}/value` }), {}],
    ["not-a-conflict", note({ kind: "notice" }), {}],
    ["not-a-conflict", note({ collection: "nowhere" }), {}],
  ] as const)("is refused as %s", (kind, about, around) => {
    expect(takeBack(about, facts(around))).toEqual({
      ok: false,
      error: { kind },
    });
  });

  it("a note without the value that lost has nothing to take back", () => {
    const { loser: _, ...without } = note();
    expect(takeBack(without, facts())).toEqual({
      ok: false,
      error: { kind: "not-a-conflict" },
    });
  });

  it("OFF-7: a deletion that lost is asked for again in the ordinary way", () => {
    const { field: _, ...whole } = note({ loser: { value: "deleted" } });
    expect(takeBack(whole, facts())).toEqual({
      ok: false,
      error: { kind: "whole-document" },
    });
  });

  it("PRV-2: what the flags forbid stays forbidden", () => {
    const child = person({ minor: true, privacyBlocked: true });
    expect(
      takeBack(
        note({
          docId: child.id,
          field: "privacyBlocked",
          loser: { value: null },
        }),
        facts({ document: child }),
      ),
    ).toEqual({ ok: false, error: { kind: "consent-missing" } });
  });
});

it("dismissing closes the note and touches nothing else, once", () => {
  const [change, ...others] = dismissConflict(note());
  expect(change).toMatchObject({ c: "notes", after: { status: "done" } });
  expect(others).toEqual([]);
  expect(dismissConflict(note({ status: "done" }))).toEqual([]);
});
