import fc from "fast-check";
import { expect, test } from "vitest";
import { runKilledHistory } from "../helpers/killed-history.ts";
import { runHistory } from "../helpers/projection-history.ts";

test("SRC-1, SRC-2, STA-1: whatever happened, every list, count, figure, search and neighbour is what working it out afresh gives", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), (seed) => runHistory(seed)),
    { numRuns: 60 },
  );
});

test("whenever a device is killed, whatever is damaged, it lists what the store holds, and mostly from what was stored", async () => {
  const starts = { loaded: 0, built: 0 };
  for (let seed = 1; seed <= 12; seed++) {
    const { loaded, built } = await runKilledHistory(seed);
    starts.loaded += loaded;
    starts.built += built;
  }
  expect(starts.built).toBeGreaterThan(0);
  expect(starts.loaded).toBeGreaterThan(starts.built);
});

// 2619: the name of whom a correction is about, when what it corrects is about somebody else.
test.each([2619])("history %i has found a fault once", async (seed) => {
  await runHistory(seed);
});
