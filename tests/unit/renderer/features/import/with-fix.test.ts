import { expect, test } from "vitest";
import { withFix } from "../../../../../renderer/features/import/with-fix.ts";

test("a value that was emptied and is typed again is taken over as the file has it", () => {
  const emptied = withFix({ 2: { a: "b" } }, 1, "079 CAFFE", " ");
  expect(emptied).toEqual({ 1: { "079 CAFFE": "" }, 2: { a: "b" } });
  const back = withFix(emptied, 1, "079 CAFFE", "079 CAFFE ");
  expect(back).toEqual({ 1: {}, 2: { a: "b" } });
});
