import { expect, test } from "vitest";
import { createUnfinished } from "../../../../renderer/local-store/unfinished.ts";

test("who waits hears of what was under way and what that has begun, and not of what others go on beginning", async () => {
  const unfinished = createUnfinished();
  const ended: string[] = [];
  const work = async (name: string) => {
    await new Promise((resolve) => setImmediate(resolve));
    ended.push(name);
  };
  unfinished.add(
    work("save").then(() => {
      unfinished.add(work("its draft"));
    }),
  );
  let stopped = false;
  // An import: the next one has begun before the one before it ends.
  const goOn = async (): Promise<void> => {
    for (let n = 0; !stopped && n < 1_000; n++) {
      const next = work(`import ${n}`);
      unfinished.add(next.then(() => work("more")));
      await next;
    }
  };
  const importing = goOn();
  await unfinished.ended();
  stopped = true;
  expect(ended).toEqual(expect.arrayContaining(["save", "its draft"]));
  expect(ended.length).toBeLessThan(50);
  await importing;
});
