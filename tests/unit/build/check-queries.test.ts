import path from "node:path";
import { expect, test } from "vitest";
import { checkQueries } from "../../../build/check-queries.ts";

const canary = path.resolve(import.meta.dirname, "../../canary/queries");

test("a query that sealed documents cannot answer is found", () => {
  const found = checkQueries(canary).map(
    ({ line, message }) => `${line}: ${message}`,
  );
  expect(found).toEqual([
    "7: a selector on name, which is sealed",
    "8: skip: page by the last key instead",
    "9: no limit",
    "10: a descending sort: store an inverted number",
    "1: a live query that counts: ask for the first one",
  ]);
});
