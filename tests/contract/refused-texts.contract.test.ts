import { afterEach, beforeEach, expect, test } from "vitest";
import {
  keepRefused,
  readRefused,
} from "../../renderer/local-store/refused-texts.ts";
import {
  createTestDisk,
  openTestStore,
  type TestStore,
} from "../helpers/local-store.ts";

const CONTACT = "01890000-0000-7000-8000-000000000001";
const PHONE = { text: "call me", code: "letters-in-phone" } as const;
const NAME = { text: "", code: "required" } as const;

let local: TestStore;
beforeEach(async () => {
  local = await openTestStore(createTestDisk());
});
afterEach(() => local.close());

const deps = () => ({
  store: local.store,
  save: local.save,
  now: () => Date.parse("2026-03-13T08:00:00Z"),
});

test("a text that a cell of the list refused stands with those of the card, field by field, until it is put right", async () => {
  await keepRefused(deps(), CONTACT, "phone", PHONE);
  await keepRefused(deps(), CONTACT, "name", NAME);
  expect([...(await readRefused(local.store, CONTACT))]).toEqual([
    ["phone", PHONE],
    ["name", NAME],
  ]);
  await keepRefused(deps(), CONTACT, "phone", null);
  expect([...(await readRefused(local.store, CONTACT)).keys()]).toEqual([
    "name",
  ]);
  await keepRefused(deps(), CONTACT, "name", null);
  expect((await readRefused(local.store, CONTACT)).size).toBe(0);
});
