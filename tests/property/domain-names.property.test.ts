import fc from "fast-check";
import { expect, it } from "vitest";
import {
  joinName,
  searchNameOf,
  splitName,
  withName,
  withNameParts,
} from "../../shared/domain/contact-name.ts";
import { checkField, type TextField } from "../../shared/domain/field-check.ts";
import { Contact } from "../../shared/entities/contact.ts";

const id = "0190a0a0-0000-7000-8000-000000000011";

/** Words as people have them, and any sign at all now and then. */
const word = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("Luc", "van", "Ümit", "Jean-Pierre"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
);
const name = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => words.join(" ").replace(/\s+/g, " ").trim())
  .filter((text) => text !== "" && text.length <= 100);

it("NAM-1: the parts of a name make the name again", () => {
  fc.assert(
    fc.property(name, (text) => {
      const parts = splitName(text);
      if (Object.values(parts).every((part) => (part?.length ?? 0) < 60)) {
        expect(joinName(parts)).toBe(text);
      }
    }),
  );
});

it("NAM-1: a person's name and parts always agree, whichever was typed", () => {
  const person: Contact = { id, type: "person", name: "?" };
  fc.assert(
    fc.property(name, name, (first, second) => {
      const named = withName(person, first);
      const { firstName, middleName } = splitName(second);
      const edited = withNameParts(named, { firstName, surname: middleName });
      expect(joinName(edited)).toBe(edited.name);
      expect(joinName(named)).toBe(named.name);
    }),
  );
});

it("NAM-2: the search name follows every renaming until one is typed", () => {
  const company: Contact = { id, type: "company", name: "Luc" };
  fc.assert(
    fc.property(fc.array(name), name, (names, typed) => {
      const renamed = names.reduce(withName, company);
      if (names.length > 0) {
        expect(renamed.searchName).toBe(searchNameOf(renamed.name));
        expect(renamed.companyName).toBe(renamed.name);
      }
      const own = { ...company, searchName: `${searchNameOf(typed)}!` };
      expect(names.reduce(withName, { ...own, name: typed }).searchName).toBe(
        own.searchName,
      );
    }),
  );
});

const fields: readonly TextField[] = [
  "name",
  "searchName",
  "phone",
  "email",
  "homePage",
  "vatNo",
  "postCode",
  "city",
  "language",
  "comment",
];

it("a typed text is stored in a form that the store takes and that stays as it is", () => {
  const typed = fc.oneof(
    name,
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.constantFrom("che-116.073.488 tva", "a@b.ch, c@d.ch", "026 555 01 23"),
  );
  fc.assert(
    fc.property(fc.constantFrom(...fields), typed, (field, text) => {
      const { value, problem } = checkField(field, text, {});
      if (problem?.kind === "error") expect(value).toBeUndefined();
      else if (value === undefined) expect(text.trim()).toBe("");
      else {
        expect(Contact.fields.shape[field].safeParse(value).success).toBe(true);
        expect(checkField(field, value, {}).value).toBe(value);
      }
    }),
    { numRuns: 2000 },
  );
});
