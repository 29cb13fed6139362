import { expect, test } from "vitest";
import { nextCheckpoint } from "../../../../shared/sync/next-checkpoint.ts";
import type { Checkpoint } from "../../../../shared/sync/ports.ts";

const page = (head: number, more: boolean) => ({
  ...{ epoch: "e", head, more },
  cursors: { contacts: more ? 3 : head },
});

test("a first reading knows of the deletions before it began, and of all of them at its end", () => {
  const none: Checkpoint = { epoch: null, cursors: {} };
  const first = nextCheckpoint(none, page(10, true));
  expect(first.deletionsUpTo).toBe(10);
  const second = nextCheckpoint(first, page(14, true));
  expect(second.deletionsUpTo).toBe(10);
  expect(nextCheckpoint(second, page(15, false))).toEqual({
    ...{ epoch: "e", cursors: { contacts: 15 }, deletionsUpTo: 15 },
  });
});

test("what an earlier version has read to its end is known from the next end on", () => {
  const old: Checkpoint = { epoch: "e", cursors: { contacts: 2 } };
  expect(nextCheckpoint(old, page(10, true)).deletionsUpTo).toBeUndefined();
  expect(nextCheckpoint(old, page(10, false)).deletionsUpTo).toBe(10);
});
