import { expect, test } from "vitest";
import { lineDiff } from "../../../../shared/core/line-diff.ts";

const said = (older: string, newer: string) =>
  lineDiff(older, newer).map(
    ({ kind, text }) =>
      `${kind === "same" ? " " : kind === "added" ? "+" : "-"}${text}`,
  );

test("lines that both have stay, the others go and come", () => {
  expect(said("one\ntwo\nthree", "one\nzwei\nthree\nfour")).toEqual([
    " one",
    "-two",
    "+zwei",
    " three",
    "+four",
  ]);
});

test("a line in the middle is found again wherever it went", () => {
  expect(said("a\nb\nc\nd", "x\nb\nd\ny")).toEqual([
    "-a",
    "+x",
    " b",
    "-c",
    " d",
    "+y",
  ]);
});

test("an empty text has no lines", () => {
  expect(said("", "a")).toEqual(["+a"]);
  expect(said("a", "")).toEqual(["-a"]);
  expect(said("", "")).toEqual([]);
});

test("two very long texts are compared at once, in blocks", () => {
  const lines = (word: string) =>
    Array.from({ length: 100_000 }, (_, i) => `${word} ${i}`).join("\n");
  // A table of lines against lines would have 10^10 cells: the test would end at its time-out.
  const diff = lineDiff(`head\n${lines("a")}`, `head\n${lines("b")}`);
  expect(diff).toHaveLength(200_001);
  expect(diff[0]).toEqual({ kind: "same", text: "head" });
});
