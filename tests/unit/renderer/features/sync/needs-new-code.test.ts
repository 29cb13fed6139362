import { expect, test } from "vitest";
import { needsNewCode } from "../../../../../renderer/features/sync/needs-new-code.ts";

const problem = (code: string) => ({ code, message: "" });

test("a device that the server no longer knows needs a new code", () => {
  expect(needsNewCode({ kind: "signed-out", problem: null })).toBe(true);
  for (const code of ["revoked", "device_forked", "device_mismatch"])
    expect(needsNewCode({ kind: "attention", problem: problem(code) })).toBe(
      true,
    );
});

test("neither a dead line, a refused entry nor an old version needs one", () => {
  expect(needsNewCode({ kind: "offline", problem: problem("revoked") })).toBe(
    false,
  );
  expect(needsNewCode({ kind: "attention", problem: null })).toBe(false);
  expect(
    needsNewCode({ kind: "attention", problem: problem("client_too_old") }),
  ).toBe(false);
});
