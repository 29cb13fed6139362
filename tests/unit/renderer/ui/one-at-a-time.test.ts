import { expect, it } from "vitest";
import { createOneAtATime } from "../../../../renderer/ui/one-at-a-time.ts";

it("a form that is being saved is not saved a second time; after a refusal it can be", async () => {
  const saves: (() => void)[] = [];
  const save = () => new Promise<void>((done) => saves.push(done));
  const once = createOneAtATime();
  const first = once.run(save);
  const held = once.run(save);
  expect(saves).toHaveLength(1);
  saves[0]?.();
  await Promise.all([first, held]);
  void once.run(save);
  expect(saves).toHaveLength(2);
});

it("what fails does not block the form", async () => {
  const once = createOneAtATime();
  await expect(
    once.run(() => Promise.reject(new Error("disk"))),
  ).rejects.toThrow("disk");
  let again = false;
  await once.run(() => {
    again = true;
    return Promise.resolve();
  });
  expect(again).toBe(true);
});
