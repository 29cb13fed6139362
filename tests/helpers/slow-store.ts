import type { Page } from "playwright-core";

interface Slowed extends Window {
  carnetQuick?: () => void;
}

/** Every message of the page to its workers leaves `ms` later, as on a busy machine: answers of the store come late. */
export async function slowStore(page: Page, ms: number) {
  await page.evaluate((late) => {
    const kinds = [MessagePort.prototype, Worker.prototype];
    const posts = kinds.map((kind) => kind.postMessage);
    for (const [i, kind] of kinds.entries())
      kind.postMessage = function (this: object, ...message: unknown[]): void {
        const send = () => Reflect.apply(posts[i] ?? send, this, message);
        // React's scheduler sends itself nulls.
        if (message[0] === null) send();
        else setTimeout(send, late);
      };
    (window as Slowed).carnetQuick = () => {
      for (const [i, kind] of kinds.entries())
        kind.postMessage = posts[i] ?? kind.postMessage;
    };
  }, ms);
  return {
    /** Once everything has left: nothing overtakes what is still waiting. */
    async end() {
      await page.waitForTimeout(ms);
      await page.evaluate(() => (window as Slowed).carnetQuick?.());
    },
  };
}
