import { expect, test } from "vitest";
import { eraseFacts } from "../../../../../renderer/features/erasure/erase-facts.ts";
import type { Store } from "../../../../../renderer/local-store/store.ts";

const ID = "01890000-0000-7000-8000-000000000001";

test("PRV-4: of the notes those are counted that somebody has written, not what an import keeps beside the card", async () => {
  const notes = ["vcard", "comment", "merge", "comment"].map((kind) => ({
    kind,
  }));
  const store = {
    get: () => Promise.resolve({ id: ID, type: "person", name: "Elena" }),
    byContact: (c: string) => Promise.resolve(c === "notes" ? notes : []),
  } as unknown as Store;
  const none = () => Promise.resolve([]);
  const list = { absorbedBy: none, peopleOf: none };
  expect(await eraseFacts(store, list, ID)).toMatchObject({ notes: 2 });
});
