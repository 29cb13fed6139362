import { expect, test } from "vitest";
import { peopleOf } from "../../../../renderer/local-store/people-of.ts";
import type { ContactRow } from "../../../../renderer/local-store/store.ts";

test("who asks for the same people at the same time shares the answer; after a change it is another one", async () => {
  const answers: ((rows: readonly ContactRow[]) => void)[] = [];
  let tell = () => {};
  const list = {
    peopleOf: () =>
      new Promise<readonly ContactRow[]>((done) => answers.push(done)),
    subscribe: (listener: () => void) => {
      tell = listener;
      return () => {};
    },
  };
  const [first, second] = [peopleOf(list, "a"), peopleOf(list, "a")];
  void peopleOf(list, "b");
  expect(answers).toHaveLength(2);
  tell();
  const third = peopleOf(list, "a");
  expect(answers).toHaveLength(3);
  const [old, fresh] = [[], []];
  answers[0]?.(old);
  answers[2]?.(fresh);
  expect(await first).toBe(old);
  expect(await second).toBe(old);
  expect(await third).toBe(fresh);
  // Answered: the next one is asked for anew.
  void peopleOf(list, "a");
  expect(answers).toHaveLength(4);
});
