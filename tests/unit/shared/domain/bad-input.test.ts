import { describe, expect, it } from "vitest";
import { writeAltAddress } from "../../../../shared/domain/alt-address.ts";
import { writeNote } from "../../../../shared/domain/dated-note.ts";
import { editContact } from "../../../../shared/domain/edit-contact.ts";
import {
  checkField,
  type TextField,
} from "../../../../shared/domain/field-check.ts";
import { inheritFlagsOf } from "../../../../shared/domain/inheritance.ts";
import { writeChannel } from "../../../../shared/domain/more-channels.ts";
import { writeWebSource } from "../../../../shared/domain/web-sources.ts";
import { Contact } from "../../../../shared/entities/contact.ts";
import { PASTED } from "../../../helpers/pasted-texts.ts";
import { gruyere, personId } from "./contact-builder.ts";

const inputs = PASTED;

const shape = Contact.fields.shape;
const fields = (Object.keys(shape) as TextField[]).filter((field) => {
  if (field === "id" || field === "type" || field === "correspondence")
    return false;
  const schema = shape[field];
  return schema.safeParse("CH12").success || isSpecial(field);
});

function isSpecial(field: TextField): boolean {
  return ["email", "email2", "phone", "mobile", "fax", "pager"].includes(field);
}

/** As a field keeps it: one line, or for the comment as many as were typed. */
function asTyped(field: TextField, text: string): string {
  const line =
    field === "comment" ? text.trim() : text.replace(/\s+/g, " ").trim();
  return line;
}

describe.each(fields)("%s", (field) => {
  it.each(Object.entries(inputs))(
    "%s is stored as typed or refused with a reason",
    (_, text) => {
      const { value, problem } = checkField(field, text, gruyere());
      if (problem?.kind === "error") {
        expect(problem.code).toMatch(/^[a-z-]+$/);
        return;
      }
      const typed = asTyped(field, text);
      expect(value === typed || value === typed.toUpperCase()).toBe(true);
      expect(shape[field].safeParse(value).error).toBeUndefined();
      const edited = editContact(
        { contact: gruyere(), people: [], flags: inheritFlagsOf(null) },
        { [field]: text },
      );
      const after = edited.ok ? edited.value[0]?.after : null;
      if (after) expect(Contact.fields.safeParse(after).error).toBeUndefined();
    },
  );
});

it("every text of a card was tried", () => {
  expect(fields.length).toBeGreaterThan(30);
  expect(fields).toEqual(
    expect.arrayContaining(["name", "phone", "email", "comment", "vatNo"]),
  );
});

describe.each(Object.entries(inputs))("%s", (_, text) => {
  const storable = (contact: unknown) =>
    expect(Contact.fields.safeParse(contact).error).toBeUndefined();

  it.each(["phone", "email", "homePage", "address"] as const)(
    "as a further %s",
    (kind) => {
      const typed = { kind, label: text, value: text };
      const written = writeChannel(gruyere(), personId, typed);
      if (written.ok) storable(written.value[0]?.after);
      else expect(written.error.code).toMatch(/^[a-z-]+$/);
    },
  );

  it("in every field of an alternative address", () => {
    const texts = { code: "A", address: text, city: text, email: text };
    const typed = { texts, periods: [] };
    const written = writeAltAddress(gruyere(), personId, typed);
    if (written.ok) storable(written.value[0]?.after);
    else expect(written.error.problems.size).toBeGreaterThan(0);
  });

  it("as a search word and as a note", () => {
    const source = { code: "ZEFIX", searchWord: text };
    const written = writeWebSource(gruyere(), personId, source);
    if (written.ok) storable(written.value[0]?.after);
    const note = writeNote(personId, null, {
      id: personId,
      date: "2026-03-13",
      text,
    });
    const [change] = note.ok ? note.value : [];
    if (change) expect(change.after).toMatchObject({ text: text.trim() });
  });
});
