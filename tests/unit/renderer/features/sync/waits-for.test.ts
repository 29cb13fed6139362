import { expect, test } from "vitest";
import { outboxLines } from "../../../../../renderer/features/sync/outbox-lines.ts";
import { waitsFor } from "../../../../../renderer/features/sync/waits-for.ts";
import type { Op } from "../../../../../shared/sync/protocol.ts";

const COMPANY = "0190a0a0-0000-7000-8000-000000000001";
const PERSON = "0190a0a0-0000-7000-8000-000000000002";
const VISIT = "0190a0a0-0000-7000-8000-000000000003";
const ins = (c: string, id: string, v: Record<string, string>): Op => ({
  c,
  id,
  k: "ins",
  v: { id, ...v },
});
const entry = (d: number, ...ops: Op[]) => ({
  ...{ d, m: String(d), at: d, label: "x", ops },
});

test("a person waits for the new company, a visit for the new person", () => {
  const lines = outboxLines([
    entry(1, ins("contacts", COMPANY, { type: "company", companyId: COMPANY })),
    entry(2, ins("contacts", PERSON, { type: "person", companyId: COMPANY })),
    entry(3, ins("interactions", VISIT, { contactId: PERSON })),
  ]);
  const found = [...waitsFor(lines)].map(([key, { id }]) => [key, id]);
  expect(found).toEqual([
    [`contacts/${PERSON}`, COMPANY],
    [`interactions/${VISIT}`, PERSON],
  ]);
});

test("nothing waits for a contact that the server has", () => {
  const change: Op = {
    c: "contacts",
    id: COMPANY,
    k: "set",
    f: { city: [null, "Bulle"] },
  };
  const lines = outboxLines([
    entry(1, change),
    entry(2, ins("interactions", VISIT, { contactId: COMPANY })),
  ]);
  expect(waitsFor(lines).size).toBe(0);
});
