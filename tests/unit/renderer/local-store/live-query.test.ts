import { expect, test } from "vitest";
import { createLiveAnswer } from "../../../../renderer/local-store/live-query.ts";
import type { Store } from "../../../../renderer/local-store/store.ts";
import type { DocumentKey } from "../../../../shared/sync/reply.ts";

/** A store whose readings end when the test says so. */
function slowStore() {
  const readings: ((value: number) => void)[] = [];
  let listener: (changed: readonly DocumentKey[]) => void = () => {};
  const store = {
    subscribe(added: typeof listener) {
      listener = added;
      return () => (listener = () => {});
    },
  } as Partial<Store> as Store;
  return {
    store,
    readings,
    read: () => new Promise<number>((resolve) => readings.push(resolve)),
    change: (c: DocumentKey["c"], id: string) => listener([{ c, id }]),
    answer: async (value: number) => {
      readings.shift()?.(value);
      await new Promise((done) => setTimeout(done));
    },
  };
}

test("a query reads once, and again after a change that concerns it", async () => {
  const { store, read, readings, change, answer } = slowStore();
  const live = createLiveAnswer(store, {
    key: "k",
    collections: ["contacts"],
    ids: ["a"],
    read,
  });
  expect(live.state()).toEqual({ status: "loading" });
  live.subscribe(() => {});
  await answer(1);
  expect(live.state()).toEqual({ status: "ready", value: 1 });
  change("tasks", "a");
  change("contacts", "b");
  expect(readings).toHaveLength(0);
  change("contacts", "a");
  await answer(2);
  expect(live.state()).toEqual({ status: "ready", value: 2 });
});

test("many changes during a reading lead to one more, and the newest answer stays", async () => {
  const { store, read, readings, change, answer } = slowStore();
  const live = createLiveAnswer(store, {
    key: "k",
    collections: ["contacts"],
    read,
  });
  const seen: unknown[] = [];
  live.subscribe(() => seen.push(live.state()));
  for (const id of ["a", "b", "c"]) change("contacts", id);
  expect(readings).toHaveLength(1);
  await answer(1);
  expect(readings).toHaveLength(1);
  await answer(2);
  expect(readings).toHaveLength(0);
  expect(seen).toEqual([
    { status: "ready", value: 1 },
    { status: "ready", value: 2 },
  ]);
});

test("nobody listens, nothing is read; a failure is an answer", async () => {
  const { store, change } = slowStore();
  let reads = 0;
  const live = createLiveAnswer(store, {
    key: "k",
    collections: ["contacts"],
    read: () => {
      reads++;
      return Promise.reject(new Error("broken"));
    },
  });
  const stop = live.subscribe(() => {});
  await new Promise((done) => setTimeout(done));
  expect(live.state()).toMatchObject({ status: "failed" });
  stop();
  change("contacts", "a");
  await new Promise((done) => setTimeout(done));
  expect(reads).toBe(1);
});
