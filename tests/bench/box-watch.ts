import type { Page } from "playwright-core";

/** What was seen of one key in the search box, milliseconds from it on. */
export interface SeenKey {
  /** To the frame that shows the first answer; null = nothing was asked. */
  readonly first: number | null;
  /** To the message that everything has been looked through. */
  readonly complete: number | null;
}

/** In the page: what a key leads to, also as marks for a trace: `key`, `asked`, `complete`, `painted`, each with the key's number. */
export interface BoxWatch {
  /** The next key counts; it gets this number. */
  arm(n: number): void;
  /** Resolves when everything that the key has led to is painted. */
  settled(): Promise<SeenKey>;
}

type Own = { boxWatch: BoxWatch };

/** Listens to the messages between the page and its search, and to what is drawn. */
export async function watchBox(page: Page): Promise<void> {
  await page.evaluate(() => {
    const QUIET_MS = 80;
    const nothing = { n: 0, asked: 0, since: 0, isFirst: false };
    let key = { ...nothing, first: null as number | null };
    let complete: number | null = null;
    let changed = 0;
    let isPainting = false;
    const mark = (what: string) => performance.mark(`${what}-${key.n}`);
    const begin = (event: Event) => {
      if (key.since !== 0) return;
      key.since = event.timeStamp;
      changed = performance.now();
      mark("key");
    };
    addEventListener("keydown", begin, { capture: true });
    addEventListener("beforeinput", begin, { capture: true });

    const heard = new WeakSet<Worker>();
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message: unknown, ...more) {
      const asked = message as { kind?: string; n: number; text?: string };
      if (asked.kind === "search" && asked.text !== "") {
        key.asked = asked.n;
        mark("asked");
        if (!heard.has(this)) this.addEventListener("message", hear);
        heard.add(this);
      }
      Reflect.apply(post, this, [message, ...more]);
    };
    const hear = ({ data }: MessageEvent) => {
      const { kind, n, found } = data as {
        kind: string;
        n: number;
        found: { work: unknown };
      };
      if (kind !== "found" || n !== key.asked) return;
      key.isFirst = true;
      changed = performance.now();
      painted();
      if (found.work === null) return;
      complete = performance.now() - key.since;
      mark("complete");
    };
    /** After the next frame. */
    const painted = () => {
      if (isPainting) return;
      isPainting = true;
      const of = key;
      const { isFirst } = of;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          isPainting = false;
          changed = performance.now();
          if (isFirst) of.first ??= changed - of.since;
          mark("painted");
          // What came after its frame had begun.
          if (key.isFirst && key.first === null) painted();
        };
        port2.postMessage(null);
      });
    };
    new MutationObserver(() => {
      changed = performance.now();
      painted();
    }).observe(document.body, {
      ...{ childList: true, subtree: true, characterData: true },
      attributes: true,
    });
    const isSettled = () =>
      key.since !== 0 &&
      !isPainting &&
      (key.asked === 0 || complete !== null) &&
      performance.now() - changed > QUIET_MS;
    const watch: BoxWatch = {
      arm(n) {
        key = { ...nothing, n, first: null };
        complete = null;
      },
      settled: () =>
        new Promise((done) => {
          const timer = setInterval(() => {
            if (!isSettled()) return;
            clearInterval(timer);
            done({ first: key.first, complete });
          }, 20);
        }),
    };
    Object.assign(globalThis, { boxWatch: watch });
  });
}

/** Types one letter and waits until all that it leads to is painted. */
export async function typeLetter(
  page: Page,
  letter: string,
  n: number,
): Promise<SeenKey> {
  return settledAfter(page, n, () => page.keyboard.type(letter));
}

export async function settledAfter(
  page: Page,
  n: number,
  press: () => Promise<void>,
): Promise<SeenKey> {
  await page.evaluate((i) => (globalThis as unknown as Own).boxWatch.arm(i), n);
  const settled = page.evaluate(() =>
    (globalThis as unknown as Own).boxWatch.settled(),
  );
  await press();
  return settled;
}
