import type { Bridge } from "../../shared/ipc/contract.ts";

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly bridge: Bridge;
  }
}

/**
 * The main process as the renderer sees it; the only reader of `window.bridge`. A request rejects when main refused the
 * input or failed unexpectedly; what can be expected to fail says so in its answer.
 */
export const bridge: Bridge = window.bridge;
