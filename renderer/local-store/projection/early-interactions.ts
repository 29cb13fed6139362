import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type { HappenedQuestion } from "../store.ts";
import { createGate, type Gate } from "./gate.ts";
import type { FeedMessage, FeedRequest } from "./messages.ts";
import type { Projection } from "./projection.ts";

/** Asked of the store beyond what a card shows: some may be another company's, and days are told whole. */
const TIMES = 4;

/**
 * What a screen waits for of the interactions while all of them are still being read: years of visits take a while. What
 * has been fetched stays, so that the same is asked of the store once.
 */
export interface EarlyInteractions {
  /** Resolves when those from that day on are here. */
  since(day: CalendarDay): Promise<void>;
  /** Resolves when those are here that a card shows first. */
  newestOf(question: HappenedQuestion): Promise<void>;
  /** Whether somebody shows a part of them that has all that was asked for. */
  readonly isAnswered: { readonly since: boolean; readonly newest: boolean };
  take(
    message: Extract<
      FeedMessage,
      { readonly kind: "interactions-complete" | "newest-complete" }
    >,
  ): void;
}

/** @param whole passes when all of them are here, and fails when they cannot be read */
export function createEarlyInteractions(deps: {
  readonly request: (message: FeedRequest) => void;
  readonly whole: Gate;
  readonly shown: () => Projection;
}): EarlyInteractions {
  const { request, whole, shown } = deps;
  /** By first day. */
  const days = new Map<CalendarDay, Gate>();
  const cards = new Map<string, Promise<void>>();
  const asked = new Map<number, (after: CalendarDay | null) => void>();
  let last = 0;
  let isNewestAnswered = false;

  async function readNewest(question: HappenedQuestion): Promise<void> {
    const contactIds = shown().toldAbout(question);
    for (let limit = question.want * TIMES; ; limit *= TIMES) {
      const n = ++last;
      const answer = new Promise<CalendarDay | null>((resolve) =>
        asked.set(n, resolve),
      );
      request({ kind: "newest-interactions", n, contactIds, limit });
      const after = await Promise.race([answer, whole.passed.then(() => null)]);
      if (after === null || shown().hasHappened(question, after)) break;
    }
    isNewestAnswered = true;
  }
  return {
    since(day) {
      if (whole.open) return whole.passed;
      for (const [since, gate] of days)
        if (since <= day) return Promise.race([gate.passed, whole.passed]);
      const gate = createGate();
      days.set(day, gate);
      request({ kind: "interactions-since", since: day });
      return Promise.race([gate.passed, whole.passed]);
    },
    newestOf(question) {
      if (whole.open) return whole.passed;
      const key = JSON.stringify(question);
      const known = cards.get(key) ?? readNewest(question);
      cards.set(key, known);
      return known;
    },
    get isAnswered() {
      return {
        since: [...days.values()].some((gate) => gate.open),
        newest: isNewestAnswered,
      };
    },
    take(message) {
      if (message.kind === "interactions-complete")
        return days.get(message.since)?.pass();
      asked.get(message.n)?.(message.after);
      asked.delete(message.n);
    },
  };
}
