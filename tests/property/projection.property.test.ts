import fc from "fast-check";
import { test } from "vitest";
import { runHistory } from "../helpers/projection-history.ts";

test("SRC-1, SRC-2, STA-1: whatever happened, every list, count, figure, search and neighbour is what working it out afresh gives", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => runHistory(seed)),
    { numRuns: 60 },
  );
});
