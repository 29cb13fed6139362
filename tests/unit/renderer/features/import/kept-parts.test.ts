import { expect, test } from "vitest";
import { createKeptParts } from "../../../../../renderer/features/import/kept-parts.ts";
import type { CardsRead } from "../../../../../renderer/features/import/read-file.ts";

const contact = { type: "person", name: "Zoé Müller", fields: {} } as never;
const part = (read: number): CardsRead => ({
  read,
  cards: [
    { kind: "bad", number: 1, line: 2, reason: "no-name", cells: [""] },
    {
      ...{ kind: "contact", number: 2, line: 3, contact },
      ...{ photo: null, cells: ["Zoé", "Müller"] },
    },
  ],
});

test("what was read comes back in order, once, without what only the preview shows", () => {
  const kept = createKeptParts();
  kept.keep(part(100));
  kept.keep(part(200));
  const card = { kind: "contact", number: 2, line: 3, contact, photo: null };
  expect([...(kept.take() ?? [])]).toEqual([
    { read: 100, cards: [card] },
    { read: 200, cards: [card] },
  ]);
  expect(kept.take()).toBeNull();
});

test("of a table that is too large for it nothing is kept", () => {
  const kept = createKeptParts(150);
  kept.keep(part(100));
  kept.keep(part(200));
  kept.keep(part(300));
  expect(kept.take()).toBeNull();
});
