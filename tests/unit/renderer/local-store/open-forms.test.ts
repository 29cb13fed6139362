import { expect, test } from "vitest";
import {
  isDraftTaken,
  leaveDraft,
  takeDraft,
} from "../../../../renderer/local-store/open-forms.ts";

test("a draft is one form's alone until that takes another one or leaves", () => {
  const [here, beside] = [{}, {}];
  expect(takeDraft("a", here)).toBe(true);
  expect(takeDraft("a", here)).toBe(true);
  expect(takeDraft("a", beside)).toBe(false);
  expect(takeDraft("b", beside)).toBe(true);
  // Refused another form's, it keeps its own.
  expect(takeDraft("a", beside)).toBe(false);
  expect(isDraftTaken("b")).toBe(true);
  expect(takeDraft("c", here)).toBe(true);
  expect(takeDraft("a", beside)).toBe(true);
  expect(isDraftTaken("b")).toBe(false);
  leaveDraft(here);
  leaveDraft(beside);
  expect(["a", "b", "c"].filter(isDraftTaken)).toEqual([]);
});
