import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdClose } from "../../../../electron/os/hold-close.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function heldWindow(canAnswer = true, hidesInstead = () => false) {
  let closed = false;
  let listener: ((event: { preventDefault(): void }) => void) | undefined;
  const window = {
    on: (_name: "close", heard: typeof listener) => (listener = heard),
    close() {
      let prevented = false;
      listener?.({ preventDefault: () => (prevented = true) });
      closed ||= !prevented;
    },
    isDestroyed: () => closed,
  };
  const ask = vi.fn();
  const mayClose = holdClose(window, {
    ...{ ask, limitMs: 2_000 },
    canAnswer: () => canAnswer,
    hidesInstead,
  });
  return { window, ask, mayClose, isClosed: () => closed };
}

test("the page is asked once, and the window closes when it has answered", () => {
  const { window, ask, mayClose, isClosed } = heldWindow();
  window.close();
  window.close();
  expect(ask).toHaveBeenCalledTimes(1);
  expect(isClosed()).toBe(false);
  mayClose();
  expect(isClosed()).toBe(true);
});

test("a window that is hidden instead is not asked, and closes when it is to end", () => {
  let hides = true;
  const { window, ask, mayClose, isClosed } = heldWindow(true, () => hides);
  window.close();
  expect([ask.mock.calls.length, isClosed()]).toEqual([0, false]);
  hides = false;
  window.close();
  mayClose();
  expect([ask.mock.calls.length, isClosed()]).toEqual([1, true]);
});

test("a page that does not answer is not waited for", () => {
  const { window, isClosed } = heldWindow();
  window.close();
  vi.advanceTimersByTime(1_999);
  expect(isClosed()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isClosed()).toBe(true);
});

test("a page that cannot answer is not asked; an answer that nobody asked for closes nothing", () => {
  const broken = heldWindow(false);
  broken.window.close();
  expect(broken.ask).not.toHaveBeenCalled();
  expect(broken.isClosed()).toBe(true);

  const open = heldWindow();
  open.mayClose();
  expect(open.isClosed()).toBe(false);
});
