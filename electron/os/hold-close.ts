/** What we use of Electron's window. */
export interface ClosingWindow {
  on(
    event: "close",
    listener: (event: { preventDefault(): void }) => void,
  ): unknown;
  close(): void;
  isDestroyed(): boolean;
}

/**
 * Lets the page write what is still under way before its window closes: the last letters of a form, the draft of one
 * that was just saved. A page that does not answer within `limitMs`, or of which `canAnswer` is false, is not waited
 * for.
 *
 * @returns what the page's answer calls
 */
export function holdClose(
  window: ClosingWindow,
  deps: {
    /** Asked first: true = the window is hidden, and stays. */
    readonly hidesInstead: () => boolean;
    readonly canAnswer: () => boolean;
    readonly ask: () => void;
    readonly limitMs: number;
  },
): () => void {
  let stage: "open" | "asked" | "free" = "open";
  function letGo(): void {
    if (stage !== "asked") return;
    stage = "free";
    if (!window.isDestroyed()) window.close();
  }
  window.on("close", (event) => {
    if (stage === "open" && deps.hidesInstead()) return event.preventDefault();
    if (stage === "free" || !deps.canAnswer()) return;
    event.preventDefault();
    if (stage === "asked") return;
    stage = "asked";
    deps.ask();
    setTimeout(letGo, deps.limitMs);
  });
  return letGo;
}
