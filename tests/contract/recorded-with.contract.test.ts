import { expect, test } from "vitest";
import { recordedWith } from "../../renderer/local-store/recorded-with.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Task } from "../../shared/entities/task.ts";
import { createTestDisk, openTestStore } from "../helpers/local-store.ts";

const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`;
const [company, here, left, tie] = [id(1), id(2), id(3), id(4)];

test("DEL-1, TYP-5: a company's guards see what somebody did for it who works elsewhere now (TYP-9)", async () => {
  const store = await openTestStore(createTestDisk());
  const firma: Contact = {
    ...{ id: company, type: "company", name: "Firma" },
    links: { [tie]: { kind: "formerPerson", contactId: left } },
  };
  const task = (n: number, contactId: string, under?: string): Task => ({
    ...{ id: id(n), contactId, type: "task", description: `Nr ${n}` },
    ...{ date: "2026-03-31", status: "notStarted" },
    ...(under === undefined ? {} : { companyId: under }),
  });
  const tasks = [
    task(5, company),
    task(6, left, company),
    task(7, left, id(9)),
    task(8, here, company),
  ];
  await store.replica.applyServer(
    "epoch",
    tasks.map((v, i) => ({
      ...{ c: "tasks", id: v.id, seq: i + 1, rev: 1, deleted: false, v },
    })) as never,
    0,
  );
  const of = async (contact: Contact) =>
    (await recordedWith(store.store, "tasks", contact, 10)).map(
      (one) => one.id,
    );
  expect(await of(firma)).toEqual([id(5), id(6)]);
  const luc: Contact = { id: left, type: "person", name: "Luc" };
  expect((await of(luc)).toSorted()).toEqual([id(6), id(7)]);
  await store.close();
});
