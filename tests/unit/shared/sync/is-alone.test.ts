import { expect, it } from "vitest";
import { isAlone } from "../../../../shared/sync/is-alone.ts";

it("nothing waits in a notebook that no server has known; connected, or once known, all of it does", () => {
  expect(isAlone({ kind: "not-connected", lastSuccess: null })).toBe(true);
  expect(isAlone({ kind: "never-synced", lastSuccess: null })).toBe(false);
  expect(isAlone({ kind: "offline", lastSuccess: null })).toBe(false);
  expect(isAlone({ kind: "not-connected", lastSuccess: 1 })).toBe(false);
});
