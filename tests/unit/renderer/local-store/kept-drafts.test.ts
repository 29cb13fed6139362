import { expect, it } from "vitest";
import { bringDraftsBack } from "../../../../renderer/local-store/kept-drafts.ts";
import type { Change } from "../../../../shared/domain/change.ts";
import type { Draft } from "../../../../shared/entities/draft.ts";

const draft = (at: string, name: string): Draft => ({
  ...{ id: "0190a0a0-0000-7000-8000-000000000001", form: "create" },
  ...{ value: { name }, savedAt: `2026-03-13T${at}.000Z` },
});

/** What is brought back when `kept` lies beside a store that holds `stored`. */
async function broughtBack(kept: Draft, stored: Draft | null) {
  const saved: Change[] = [];
  await bringDraftsBack({
    bridge: { invoke: async () => ({ drafts: [kept] }) as never },
    store: { get: async () => stored as never },
    save: async (_label, changes) => {
      saved.push(...changes);
      return { status: "saved", d: 0 };
    },
  });
  return saved;
}

const early = draft("08:00:00", "Half");
const late = draft("08:00:05", "Half typed SA");

it("brings back a form that the store has lost, or has only as it was before: its last writes were cut off", async () => {
  for (const stored of [null, early])
    expect(await broughtBack(late, stored)).toEqual([
      { c: "drafts", id: late.id, before: stored, after: late },
    ]);
});

it("leaves a form that the store has as it is, or later", async () => {
  expect(await broughtBack(early, late)).toEqual([]);
  expect(await broughtBack(late, late)).toEqual([]);
});
