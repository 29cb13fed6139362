import { expect, test } from "vitest";
import type { LiveQuery } from "../../../../renderer/local-store/live-query.ts";
import {
  answerTo,
  askAhead,
} from "../../../../renderer/local-store/shared-answers.ts";
import type { Store } from "../../../../renderer/local-store/store.ts";

const quietStore = () =>
  ({ subscribe: () => () => {} }) as Partial<Store> as Store;
const settled = () => new Promise((done) => setTimeout(done));

function counted(answers: readonly (number | Error)[]): LiveQuery<number> & {
  readonly reads: () => number;
} {
  let reads = 0;
  return {
    key: "k",
    collections: ["contacts"],
    shared: true,
    reads: () => reads,
    read: () => {
      const answer = answers[reads++] ?? new Error("none left");
      return answer instanceof Error
        ? Promise.reject(answer)
        : Promise.resolve(answer);
    },
  };
}

test("who asks the same is answered from one reading, as long as somebody listens", async () => {
  const store = quietStore();
  const query = counted([1, 2]);
  const stops = [1, 2, 3].map(() => answerTo(store, query).subscribe(() => {}));
  await settled();
  expect(query.reads()).toBe(1);
  expect(answerTo(store, query).state()).toEqual({ status: "ready", value: 1 });
  for (const stop of stops) stop();
  // What nobody listened to may be out of date.
  expect(answerTo(store, query).state()).toEqual({ status: "loading" });
});

test("what was asked ahead stands there when the page asks, and is not read twice", async () => {
  const store = quietStore();
  const query = counted([1]);
  expect(await askAhead(store, query)).toBe(1);
  const answer = answerTo(store, query);
  expect(answer.state()).toEqual({ status: "ready", value: 1 });
  answer.subscribe(() => {});
  await settled();
  expect(query.reads()).toBe(1);
});

test("of another store nothing is known, and a query that is not shared has an answer of its own", async () => {
  const query = counted([1, 2, 3]);
  const store = quietStore();
  answerTo(store, query).subscribe(() => {});
  await settled();
  expect(answerTo(quietStore(), query).state()).toEqual({ status: "loading" });
  const { shared: _, ...own } = query;
  expect(answerTo(store, own).state()).toEqual({ status: "loading" });
});

test("a reading that failed is tried again for whoever asks next", async () => {
  const store = quietStore();
  const query = counted([new Error("broken"), 2]);
  await expect(askAhead(store, query)).rejects.toThrow("broken");
  const answer = answerTo(store, query);
  answer.subscribe(() => {});
  await settled();
  expect(answer.state()).toEqual({ status: "ready", value: 2 });
});
