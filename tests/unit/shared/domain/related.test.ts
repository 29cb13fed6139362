import { expect, it } from "vitest";
import {
  datedNotes,
  removeNote,
  writeNote,
} from "../../../../shared/domain/dated-note.ts";
import { linksOf } from "../../../../shared/domain/employer.ts";
import { relateContacts, unlink } from "../../../../shared/domain/related.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import type { Note } from "../../../../shared/entities/note.ts";
import { gruyere, person } from "./contact-builder.ts";

const ID = "0190a0a0-0000-7000-8000-0000000000a1";
const OTHER = "0190a0a0-0000-7000-8000-0000000000a2";

it("two related contacts show each other, and are parted on both cards", () => {
  const related = relateContacts(person(), gruyere(), ID, "  Recommended  by ");
  const [luc, company] = related.ok
    ? related.value.map(({ after }) => after as Contact)
    : [];
  if (!luc || !company) throw new Error("not related");
  expect(linksOf(luc, "related")).toEqual([
    [ID, { kind: "related", contactId: company.id, label: "Recommended by" }],
  ]);
  expect(linksOf(company, "related")).toMatchObject([
    [ID, { contactId: luc.id }],
  ]);
  expect(relateContacts(luc, company, OTHER, "")).toMatchObject({
    error: { code: "related-already" },
  });
  expect(unlink(luc, ID, company).map(({ after }) => after)).toEqual([
    person(),
    gruyere(),
  ]);
  expect(unlink(luc, ID, null)).toHaveLength(1);
  expect(unlink(person(), ID, null)).toEqual([]);
});

it("nobody is related to themselves, nor by words that no field takes", () => {
  const code = (other: Contact, label: string) => {
    const result = relateContacts(person(), other, ID, label);
    return result.ok ? "ok" : result.error.code;
  };
  expect(code(person(), "")).toBe("itself");
  expect(code(gruyere(), "x".repeat(61))).toBe("too-long");
  expect(code(gruyere(), "a\u0000")).toBe("unstorable-character");
  expect(code(gruyere(), "")).toBe("ok");
});

it("a dated note is kept as typed, the newest day first", () => {
  const typed = {
    id: ID,
    date: "2026-03-13",
    text: " Aime le vacherin.\n=1+1 ",
  };
  const written = writeNote(gruyere().id, null, typed);
  const note = written.ok ? (written.value[0]?.after as Note) : null;
  if (!note) throw new Error("not written");
  expect(note.text).toBe("Aime le vacherin.\n=1+1");
  const older: Note = { ...note, id: OTHER, date: "2026-03-01" };
  const conflict: Note = { ...note, kind: "conflict" };
  expect(datedNotes([older, conflict, note])).toEqual([note, older]);
  expect(writeNote(gruyere().id, note, typed)).toEqual({ ok: true, value: [] });
  expect(removeNote(note)).toMatchObject([{ before: note, after: null }]);
});

it("a note that is empty, too long or not storable is refused", () => {
  const code = (text: string) => {
    const result = writeNote(gruyere().id, null, {
      id: ID,
      date: "2026-03-13",
      text,
    });
    return result.ok ? "ok" : result.error.code;
  };
  expect(code("  ")).toBe("required");
  expect(code("x".repeat(16_001))).toBe("too-long");
  expect(code("a\u0000b")).toBe("unstorable-character");
  expect(code("\ud83e")).toBe("unstorable-character");
});

it("TYP-9: the tie of somebody who has left cannot be taken away: the company's card finds their visits by it", () => {
  const company = gruyere({
    links: {
      [ID]: { kind: "formerPerson", contactId: OTHER, until: "2026-03-31" },
    },
  });
  const left = person({
    id: OTHER,
    links: { [OTHER]: { kind: "formerEmployer", contactId: company.id } },
  });
  expect(unlink(company, ID, left)).toEqual([]);
  expect(unlink(left, OTHER, company)).toEqual([]);
});
