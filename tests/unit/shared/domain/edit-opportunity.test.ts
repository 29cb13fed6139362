import { expect, it } from "vitest";
import {
  companyId,
  gruyere,
  helvetia,
  otherPersonId,
  person,
} from "./contact-builder.ts";
import { affineur, edit, luc } from "./opportunity-builder.ts";
import { task } from "./visit-builder.ts";

const marie = person({ id: otherPersonId, name: "Marie Clerc", companyId });

it("OPP-9: changes the contact freely before the start, afterwards within the company", () => {
  const idle = affineur({ start: undefined });
  const moved = edit(idle, { contact: helvetia() });
  expect(moved.ok && moved.value[0]?.after).toMatchObject({
    contactId: helvetia().id,
    companyId: helvetia().id,
  });
  expect(edit(affineur(), { contact: helvetia() })).toMatchObject({
    error: { kind: "other-company" },
  });
  expect(edit(affineur(), { contact: marie }).ok).toBe(true);
  expect(edit(affineur(), { contact: gruyere() }).ok).toBe(true);
});

it("OPP-9: its open tasks follow contact and salesperson when asked to", () => {
  const open = task({ contactId: luc.id });
  const done = task({ status: "completed" });
  const tasks = [open, done];
  const values = { contact: marie, salesperson: "MBE" };
  const alone = edit(affineur(), values, { tasks });
  expect(alone.ok && alone.value).toHaveLength(1);
  const together = edit(affineur(), values, { tasks, followTasks: true });
  if (!together.ok) throw new Error(together.error.kind);
  expect(together.value.slice(1)).toMatchObject([
    {
      id: open.id,
      after: { contactId: marie.id, salesperson: "MBE", companyId },
    },
  ]);
});
