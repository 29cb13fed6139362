import { expect, test } from "vitest";
import { unknownKeys } from "../../../../shared/sync/unknown-keys.ts";
import type { GroupResult, Op } from "../../../../shared/sync/protocol.ts";

const ins: Op = { c: "tasks", id: "made", k: "ins", v: {} };
const set: Op = { c: "tasks", id: "edited", k: "set", f: {} };

function unknown(
  result: Omit<GroupResult, "d">,
  docs: string[] = [],
  told: readonly number[] = [1],
) {
  const envelope = { c: "tasks", seq: 1, rev: 1, deleted: false, v: {} };
  const answer = {
    ...{ epoch: "e", head: 1, upto: 1, serverTime: 0 },
    results: [{ d: 1, ...result }],
    docs: docs.map((id) => ({ ...envelope, id })),
  };
  const groups = [{ d: 1, m: "m", hlc: "1.0", ops: [ins, set] }];
  return unknownKeys(groups, answer, new Set(told)).map(({ id }) => id);
}

test("what was taken once and is not there any more was deleted and forgotten meanwhile", () => {
  expect(unknown({ s: "dup" })).toEqual(["made", "edited"]);
  expect(unknown({ s: "dup" }, ["made", "edited"])).toEqual([]);
});

test("of what was refused, what was made here and what is not found does not exist", () => {
  expect(unknown({ s: "rejected", code: "forbidden" })).toEqual(["made"]);
  expect(unknown({ s: "rejected", code: "not_found" }, ["edited"])).toEqual([
    "made",
  ]);
  expect(unknown({ s: "ok" })).toEqual([]);
  // A restored server refuses what it took once, and nothing is lost with it.
  expect(unknown({ s: "rejected", code: "forbidden" }, [], [])).toEqual([]);
});
