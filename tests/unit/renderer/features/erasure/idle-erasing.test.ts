import { expect, test } from "vitest";
import { createIdleErasing } from "../../../../../renderer/features/erasure/idle-erasing.ts";
import type { ErasureState } from "../../../../../shared/ipc/erasures.ts";

const MINUTE = 60_000;

function desk(state: Partial<ErasureState>) {
  const at = { now: 1_000, form: false };
  let rebuilt = 0;
  const watch = createIdleErasing({
    erasing: {
      state: () => ({ waiting: [], rebuilt: false, done: [], ...state }),
      rebuild: async () => {
        rebuilt += 1;
        throw new Error("not now");
      },
    },
    now: () => at.now,
    isFormOpen: () => at.form,
  });
  return { ...watch, at, rebuilt: () => rebuilt };
}

const WAITING = { waiting: ["erased"] };

test("PRV-5: five minutes after the last touch the copy is made anew, and again where that failed", () => {
  const { at, touch, look, rebuilt } = desk(WAITING);
  at.now += 4 * MINUTE;
  look();
  touch();
  at.now += 4 * MINUTE;
  look();
  expect(rebuilt()).toBe(0);
  at.now += MINUTE;
  look();
  expect(rebuilt()).toBe(1);
  look();
  expect(rebuilt()).toBe(2);
});

test("PRV-5: never under an open form, nor when nothing waits or all is done", () => {
  const open = desk(WAITING);
  open.at.now += 10 * MINUTE;
  open.at.form = true;
  open.look();
  expect(open.rebuilt()).toBe(0);
  open.at.form = false;
  open.look();
  expect(open.rebuilt()).toBe(1);
  for (const state of [{}, { ...WAITING, rebuilt: true }]) {
    const one = desk(state);
    one.at.now += 10 * MINUTE;
    one.look();
    expect(one.rebuilt()).toBe(0);
  }
});
