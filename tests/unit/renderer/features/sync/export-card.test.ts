import { expect, test } from "vitest";
import { exportCard } from "../../../../../renderer/features/sync/export-card.ts";
import { outboxLines } from "../../../../../renderer/features/sync/outbox-lines.ts";
import type { Op } from "../../../../../shared/sync/protocol.ts";
import { readBytes } from "../../../shared/vcard/read-text.ts";

const G = "0198c1a0-0000-7000-8000-000000000001";
const L = "0198c1a0-0000-7000-8000-000000000002";
const T = "0198c1a0-0000-7000-8000-000000000003";

function exported(...ops: readonly Op[]) {
  const lines = outboxLines([
    { d: 1, m: "1", label: "x", at: 0, ops: [...ops] },
  ]);
  const text = exportCard(lines, ({ c }) => (c === "contacts" ? "Luc" : null));
  if (text === null) return null;
  const { cards } = readBytes(new TextEncoder().encode(text));
  return cards.map((card) => (card.kind === "contact" ? card.contact : null));
}

test("what was refused of contacts goes out as vCards: a new one whole, of a known one what was typed, other records not", () => {
  const task = { id: T, type: "task", description: "Call" };
  const company = {
    ...{ id: G, type: "company", name: "Gruyère-Est; SA" },
    ...{ phone: "+41 26 555 01 23", city: "Bulle" },
  };
  const cards = exported(
    { c: "contacts", id: G, k: "ins", v: company },
    {
      ...{ c: "contacts", id: L, k: "set" },
      f: { email: [null, "luc@gruyere-est.example"], phone: ["1", null] },
    },
    { c: "tasks", id: T, k: "ins", v: task },
  );
  expect(cards).toMatchObject([
    {
      ...{ type: "company", name: "Gruyère-Est; SA" },
      fields: { phone: "+41 26 555 01 23", city: "Bulle" },
    },
    {
      ...{ type: "person", name: "Luc" },
      fields: { email: "luc@gruyere-est.example" },
    },
  ]);
  expect(cards?.[1]?.fields.phone).toBeUndefined();
});

test("where nothing is a contact's, or it is to be deleted, there is no vCard", () => {
  const task = { id: T, type: "task", description: "Call" };
  expect(exported({ c: "tasks", id: T, k: "ins", v: task })).toBeNull();
  expect(exported({ c: "contacts", id: G, k: "del", rev: 1 })).toBeNull();
});
