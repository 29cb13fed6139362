import { expect, test, vi } from "vitest";
import {
  onFindRequested,
  requestFind,
} from "../../../../renderer/ui/find-request.ts";

test("a request reaches the list that is on the screen", () => {
  const find = vi.fn();
  const stop = onFindRequested(find);
  requestFind();
  expect(find).toHaveBeenCalledTimes(1);
  stop();
});

test("a request before the list comes is answered when it comes, once", () => {
  requestFind();
  const find = vi.fn();
  const stop = onFindRequested(find);
  expect(find).toHaveBeenCalledTimes(1);
  stop();
  const later = vi.fn();
  onFindRequested(later)();
  expect(later).not.toHaveBeenCalled();
});
