import { expect, test } from "vitest";
import { newestOfMany } from "../../../../../renderer/features/visits/newest-of-many.ts";
import type {
  ContactRow,
  Store,
} from "../../../../../renderer/local-store/store.ts";
import type { Interaction } from "../../../../../shared/entities/interaction.ts";

const person = (n: number, values: Partial<ContactRow>): ContactRow => ({
  id: `p${n}`,
  type: "person",
  name: `Person ${n}`,
  no: "",
  companyId: "c",
  companyName: "C",
  phone: "",
  email: "",
  postCode: "",
  city: "",
  salesperson: "",
  ...values,
});

const day = (n: number) =>
  new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/** Person n was last visited on day n, and on the four days before. */
function company(size: number) {
  const people = Array.from({ length: size }, (_, n) =>
    person(n, n % 2 ? { lastVisit: day(n) } : { lastAttempt: day(n) }),
  );
  const asked: string[] = [];
  const visits = (id: string) =>
    Array.from(
      { length: 5 },
      (_, i) =>
        ({
          id: `${id}/${i}`,
          contactId: id,
          date: day(Number(id.slice(1)) - i),
        }) as Interaction,
    );
  const store = {
    byContact: (c: string, id: string) => {
      asked.push(`${c}/${id}`);
      return Promise.resolve(c === "interactions" ? visits(id) : []);
    },
  } as unknown as Store;
  return { people, asked, store, all: people.flatMap(({ id }) => visits(id)) };
}

const newest = (interactions: readonly Interaction[], want: number) =>
  interactions
    .map(({ date }) => date)
    .toSorted()
    .toReversed()
    .slice(0, want);

test("the newest of two thousand people come from those who were seen last, and nobody else is asked", async () => {
  const { people, asked, store, all } = company(2000);
  const read = await newestOfMany(store, people, 100);
  expect(newest(read.interactions, 100)).toEqual(newest(all, 100));
  expect(read.more).toBe(true);
  expect(asked.length).toBeLessThan(101);
});

test("asked for everything, it reads everything; people whom nobody has seen are not asked", async () => {
  const { people, asked, store, all } = company(120);
  const strangers = Array.from({ length: 50 }, (_, n) => person(900 + n, {}));
  const read = await newestOfMany(store, [...strangers, ...people], 10_000);
  expect(read.interactions).toHaveLength(all.length);
  expect(read.more).toBe(false);
  expect(asked.filter((key) => key.includes("/p9"))).toHaveLength(10 + 1);
});

test("of planned work those come who have it due first", async () => {
  const { store, asked } = company(0);
  const people = Array.from({ length: 80 }, (_, n) =>
    person(n, { nextTask: day(n) }),
  ).toReversed();
  await newestOfMany(store, people, 100);
  expect(asked[0]).toBe("tasks/p0");
  expect(asked).toHaveLength(50);
});
