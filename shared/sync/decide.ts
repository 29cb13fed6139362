import { compareHlc } from "../core/hlc.ts";
import type { Stamp } from "./stored-document.ts";

interface Clash {
  readonly path: string;
  readonly base: unknown;
  readonly current: unknown;
  readonly holder: Stamp;
  readonly incoming: unknown;
  readonly stamp: Stamp;
}

/** `…-quietly`: no question is asked and no conflict kept, an inherited value merely gave way to a typed one. */
export type Winner =
  "incoming" | "current" | "incoming-quietly" | "current-quietly";

const CLOSED = new Set<unknown>(["completed", "won", "lost"]);

/**
 * Who wins a real conflict on one field (design.md §5, in this order): privacy block and withdrawn consent; closed
 * over open unless reopened later; typed over inherited (OFF-6); the later clock, ties by device id.
 */
export function decide(clash: Clash): Winner {
  return (
    byPrivacy(clash) ?? byClosing(clash) ?? byOrigin(clash) ?? byClock(clash)
  );
}

function byPrivacy({ path, current, incoming }: Clash): Winner | null {
  if (path === "privacyBlocked" || path === "minor") {
    if (incoming === true) return "incoming";
    if (current === true) return "current";
  }
  if (path === "parentalConsent") {
    if (incoming !== true) return "incoming";
    if (current !== true) return "current";
  }
  return null;
}

function byClosing(clash: Clash): Winner | null {
  const { path, base, current, incoming } = clash;
  if (path !== "status" || CLOSED.has(current) === CLOSED.has(incoming))
    return null;
  if (CLOSED.has(incoming)) return "incoming";
  // Reopening is a decision about a closed one: it may win, by the clock.
  return CLOSED.has(base) ? null : "current";
}

function byOrigin({ holder, stamp }: Clash): Winner | null {
  const held = holder.o === "inherited";
  const given = stamp.o === "inherited";
  if (held === given) return null;
  return given ? "current-quietly" : "incoming-quietly";
}

function byClock({ holder, stamp }: Clash): Winner {
  const order = compareHlc(stamp.h, holder.h) || (stamp.d < holder.d ? -1 : 1);
  // Two inherited values: the company's own conflict is shown, not its echo on every person.
  const quiet = holder.o === "inherited" && stamp.o === "inherited";
  if (order > 0) return quiet ? "incoming-quietly" : "incoming";
  return quiet ? "current-quietly" : "current";
}
