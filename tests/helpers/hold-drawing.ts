import type { Page } from "playwright-core";

interface Held extends Window {
  carnetHeld?: { count: number; release(): void };
}

/**
 * What the page draws because an answer has come waits until it is released; what it draws because of a key does not. So a
 * key can be pressed between an answer and its drawing, which on a busy machine happens by itself.
 */
export async function holdDrawing(page: Page) {
  await page.evaluate(() => {
    const post = MessagePort.prototype.postMessage;
    const waiting: (() => void)[] = [];
    // React's scheduler sends itself nulls.
    MessagePort.prototype.postMessage = function (message: unknown): void {
      if (message === null) waiting.push(() => post.call(this, null));
      else Reflect.apply(post, this, arguments);
    };
    (window as Held).carnetHeld = {
      get count() {
        return waiting.length;
      },
      release() {
        MessagePort.prototype.postMessage = post;
        for (const send of waiting) send();
      },
    };
  });
  return {
    /** Something is waiting to be drawn. */
    waits: () =>
      page.waitForFunction(
        () => ((window as Held).carnetHeld?.count ?? 0) > 0,
        undefined,
        { polling: 20 },
      ),
    release: () => page.evaluate(() => (window as Held).carnetHeld?.release()),
  };
}
