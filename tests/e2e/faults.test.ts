import { expect, test } from "vitest";
import { faultRounds } from "../helpers/fault-rounds.ts";

test("a lost file, a cut file, another keyring, a newer version: the app says so, opens, and nothing typed is missing", async () => {
  // The same files in every run.
  let drawn = 0;
  const random = () => (drawn = (drawn + 0.381966) % 1);
  const report = await faultRounds({
    ...{ rounds: 4, random },
    only: ["lost-file", "cut-file", "keyring", "newer-version"],
  });
  expect(report).toMatchObject({
    ...{ missing: [], draftsLost: [], failures: [], acknowledged: 4 },
  });
  expect(report.said).toBeGreaterThanOrEqual(2);
});
