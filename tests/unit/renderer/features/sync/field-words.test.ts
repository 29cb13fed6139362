import { beforeAll, describe, expect, test } from "vitest";
import type { i18n } from "i18next";
import { changesText } from "../../../../../renderer/features/sync/changes-text.ts";
import {
  fieldWord,
  spokenChanges,
  valueWords,
} from "../../../../../renderer/features/sync/field-words.ts";
import {
  actionWord,
  recordWord,
  stateWord,
} from "../../../../../renderer/features/sync/outbox-words.ts";
import { startWords } from "../../../../../renderer/i18n/start-words.ts";
import {
  codeText,
  findCode,
} from "../../../../../shared/domain/starter-codes.ts";

const LUC = "0198c1a0-0000-7000-8000-000000000002";

let words: i18n;
beforeAll(async () => {
  words = await startWords("en");
});

const value = (c: string, path: string, what: unknown) =>
  valueWords(c, path, what, {
    words,
    language: "en",
    names: new Map([[LUC, "Luc Pasquier"]]),
    codes: {
      of: () => [],
      find: (kind, code) => findCode(kind, code, []),
      text(kind, code, language) {
        if (typeof kind !== "string") throw new Error("This is no list.");
        const found = findCode(kind, code, []);
        return found ? codeText(found, language) : code;
      },
    },
  });

describe("fields have the names that they have on the card", () => {
  test.each([
    ["phone", "Phone"],
    ["mailingGroups", "Mailing groups"],
    ["more/0198c1a0/value", "Further channels"],
    ["somethingNewer", "somethingNewer"],
  ])("%s is %s", (path, name) => {
    expect(fieldWord(path, words)).toBe(name);
  });
});

describe("values are read as people read them", () => {
  test.each([
    ["contacts", "phone", "+41 26 555 01 23", "+41 26 555 01 23"],
    ["contacts", "phone", null, ""],
    ["contacts", "phone", undefined, ""],
    ["contacts", "type", "company", "Company"],
    ["contacts", "correspondence", "email", "E-mail"],
    ["contacts", "country", "CH", "Switzerland"],
    ["contacts", "country", "??", "??"],
    ["contacts", "privacyBlocked", true, "yes"],
    ["contacts", "privacyBlocked", false, "no"],
    ["contacts", "comment", "2026-03-20 offer", "2026-03-20 offer"],
    ["interactions", "date", "2026-03-09", "09.03.2026"],
    ["interactions", "evaluation", "veryPositive", "Very positive"],
    ["interactions", "template", "ONSITE", "Visit at customer"],
    ["interactions", "durationMin", 90, "90"],
    ["interactions", "attendees", [LUC, "x"], "Luc Pasquier, x"],
    ["tasks", "type", "phoneCall", "Phone call"],
    ["tasks", "status", "completed", "Completed"],
    [
      "contacts",
      "more/1",
      { kind: "phone", value: "026 1", label: "Home" },
      "phone · 026 1 · Home",
    ],
  ])("%s %s %j is %j", (c, path, stored, shown) => {
    expect(value(c, path, stored)).toBe(shown);
  });

  test("a value that is the name of a member of every object is itself", () => {
    expect(value("contacts", "constructor", "toString")).toBe("toString");
  });
});

describe("what nobody typed is not listed", () => {
  const change = (path: string, now: unknown) => ({ path, old: null, now });

  test("ids and the folded name", () => {
    const changes = ["id", "contactId", "companyId", "searchName"].map((path) =>
      change(path, "x"),
    );
    expect(spokenChanges(changes)).toEqual([]);
  });

  test("a company as its own employer, but a person's employer is", () => {
    const own = [change("name", "G"), change("companyName", "G")];
    const employed = [change("name", "Luc"), change("companyName", "G")];
    expect(spokenChanges(own).map(({ path }) => path)).toEqual(["name"]);
    expect(spokenChanges(employed)).toEqual(employed);
  });
});

test("new values go to the clipboard one a line, with the words of the card", () => {
  const text = changesText(
    {
      c: "contacts",
      fields: [
        { path: "id", old: null, now: "x" },
        { path: "name", old: null, now: "Marie Clerc" },
        { path: "phone", old: "1", now: null },
      ],
    },
    {
      words,
      language: "en",
      names: new Map(),
      codes: { of: () => [], find: () => null, text: (_kind, code) => code },
    },
  );
  expect(text).toBe("Name: Marie Clerc\nPhone: –");
});

test("a line says which record, what was done and how much", () => {
  expect(recordWord("tasks", words)).toBe("Task");
  expect(recordWord("of-tomorrow", words)).toBe("Record");
  expect(actionWord("action.logVisit", words)).toBe("Visit logged");
  expect(actionWord("action.ofTomorrow", words)).toBe("action.ofTomorrow");
  expect(stateWord("created", 3, words)).toBe("new");
  expect(stateWord("changed", 1, words)).toBe("1 change");
  expect(stateWord("changed", 3, words)).toBe("3 changes");
  expect(stateWord("deleted", 0, words)).toBe("deleted");
});
