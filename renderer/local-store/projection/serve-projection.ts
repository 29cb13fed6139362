import { lookBackFrom } from "../../../shared/domain/written-up.ts";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { createAgenda } from "./agenda.ts";
import { answerTo } from "./answer-to.ts";
import { createGate, type Gate } from "./gate.ts";
import {
  fedNames,
  type FedName,
  type FeedMessage,
  type FeedRequest,
  type FromProjection,
  type Question,
  type ToProjection,
} from "./messages.ts";
import { createProjection } from "./projection.ts";
import { runSearch } from "./run-search.ts";
import { createThrottle } from "./throttle.ts";

/** Changes are told at once, then at most this often: a first sync brings thousands of them. */
const TELL_EVERY_MS = 50;

/**
 * The projection behind messages. Questions wait until everything that they are about has arrived: "no contacts" must
 * never be said of a list that is still being read.
 */
export function serveProjection(
  post: (message: FromProjection) => void,
): (message: ToProjection) => void {
  const projection = createProjection();
  const agenda = createAgenda(projection);
  const gates = Object.fromEntries(
    fedNames.map((c) => [c, createGate()]),
  ) as Record<FedName, Gate>;
  /** What has been asked of the store worker, by first day. */
  const interactions = new Map<CalendarDay, Gate>();
  const tell = createThrottle(() => post({ kind: "changed" }), TELL_EVERY_MS);
  const tellAgenda = createThrottle(
    () => post({ kind: "agenda-changed" }),
    TELL_EVERY_MS,
  );
  let failure: string | null = null;
  let request: (message: FeedRequest) => void = () => {};
  let newestSearch = 0;

  function changed(c: FedName): void {
    if (c === "contacts") {
      // While nothing is shown yet there is nothing to read again.
      if (gates.contacts.open) tell();
      return;
    }
    const partly = [...interactions.values()].some((gate) => gate.open);
    if (gates[c].open || (c === "interactions" && partly)) tellAgenda();
  }

  function onFeed(message: FeedMessage): void {
    switch (message.kind) {
      case "stored":
        projection.applyStored(message);
        return changed(message.c);
      case "complete":
        gates[message.c].pass();
        return changed(message.c);
      case "interactions-complete":
        return interactions.get(message.since)?.pass();
      case "failed":
        failure = message.reason;
        for (const gate of [...Object.values(gates), ...interactions.values()])
          gate.fail(failure);
    }
  }

  /** Interactions of the last weeks are fetched before all others when somebody asks, by the work date of the question. */
  function interactionsSince(since: CalendarDay): Promise<void> {
    if (gates.interactions.open) return gates.interactions.passed;
    for (const [day, gate] of interactions)
      if (day <= since) return gate.passed;
    const gate = createGate();
    interactions.set(since, gate);
    if (failure === null) request({ kind: "interactions-since", since });
    else gate.fail(failure);
    return gate.passed;
  }

  async function arrived(question: Question): Promise<void> {
    await gates.contacts.passed;
    if (question.ask !== "due" && question.ask !== "week") return;
    await gates.tasks.passed;
    if (question.ask === "week")
      await interactionsSince(lookBackFrom(question.question.today));
  }
  async function answer(n: number, question: Question): Promise<void> {
    try {
      await arrived(question);
      const answered = answerTo(projection, agenda, question);
      post({ kind: "answer", n, answer: answered });
    } catch (error) {
      post({ kind: "refused", n, reason: String(error) });
    }
  }
  async function search(n: number, text: string, limit: number): Promise<void> {
    newestSearch = n;
    await gates.contacts.passed;
    const isNewest = () => newestSearch === n;
    if (!isNewest()) return;
    await runSearch(projection, text, limit, isNewest, (found) =>
      post({ kind: "found", n, found }),
    );
  }
  return (message) => {
    switch (message.kind) {
      case "feed": {
        const { port } = message;
        port.onmessage = ({ data }) => onFeed(data as FeedMessage);
        request = (wanted) => port.postMessage(wanted);
        request({ kind: "start", since: null });
        return;
      }
      case "own":
        for (const change of message.changes) {
          projection.applyOwn(change);
          changed(change.c);
        }
        return;
      case "ask":
        void answer(message.n, message.question);
        return;
      case "search":
        search(message.n, message.text, message.limit).catch((error: unknown) =>
          post({ kind: "refused", n: message.n, reason: String(error) }),
        );
    }
  };
}
