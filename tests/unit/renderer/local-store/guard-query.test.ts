import { expect, test } from "vitest";
import { guardQuery } from "../../../../renderer/local-store/guard-query.ts";

const good = {
  selector: { _deleted: { $eq: false }, contactId: { $eq: "x" } },
  sort: [{ contactId: "asc" }, { atDesc: "asc" }, { id: "asc" }],
  skip: 0,
  limit: 10,
};

test("a query on members in clear passes", () => {
  expect(() => guardQuery(good)).not.toThrow();
});

test.each([
  ["a selector on salesperson", { selector: { salesperson: "CRO" } }],
  ["a selector on name", { selector: { $or: [{ id: "x" }, { name: "y" }] } }],
  ["a query without a limit", { limit: undefined }],
  ["skip", { skip: 20 }],
  ["a descending sort", { sort: [{ id: "desc" }] }],
  ["sorting by name", { sort: [{ name: "asc" }] }],
])("%s is refused aloud", (what, difference) => {
  const query = { ...good, ...difference } as typeof good;
  expect(() => guardQuery(query)).toThrow(what);
});
