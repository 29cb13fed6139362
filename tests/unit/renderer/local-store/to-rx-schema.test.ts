import { expect, test } from "vitest";
import {
  indexedValues,
  toRxSchema,
} from "../../../../renderer/local-store/to-rx-schema.ts";
import { AT_DESC_MAX } from "../../../../shared/entities/define-entity.ts";
import { collectionNames } from "../../../../shared/entities/registry.ts";

test("there are as few indexes as possible, because they are the cost of a write", () => {
  const indexes = collectionNames.map((c) => [c, toRxSchema(c).indexes]);
  expect(Object.fromEntries(indexes)).toEqual({
    contacts: [],
    interactions: [["contactId", "atDesc"]],
    tasks: [["contactId", "atDesc"]],
    opportunities: [["contactId"]],
    codes: [],
    settings: [],
    purchases: [["contactId", "atDesc"]],
    accounts: [["contactId"]],
    files: [["contactId"]],
    notes: [["contactId"]],
    drafts: [["contactId"]],
  });
});

test("a task of nobody, or with a day that is none, still has a place in the index", () => {
  expect(indexedValues("tasks", { date: "2026-05-01" })).toEqual({
    contactId: "",
    atDesc: AT_DESC_MAX - Date.UTC(2026, 4, 1),
  });
  expect(indexedValues("tasks", { contactId: "c", date: "soon" })).toEqual({
    contactId: "c",
    atDesc: AT_DESC_MAX,
  });
});

test("a contact shows nothing of itself beside its id", () => {
  expect(indexedValues("contacts", { id: "x", name: "Müller" })).toEqual({});
});
