import { lookBackFrom } from "../../../shared/domain/written-up.ts";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { createAgenda, type Agenda } from "./agenda.ts";
import type {
  FeedMessage,
  FeedRequest,
  FromProjection,
  Question,
  ToProjection,
} from "./messages.ts";
import { createProjection, type Projection } from "./projection.ts";

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
  const agenda = createAgenda(projection.contactOf);
  const contacts = createGate();
  const tasks = createGate();
  /** What has been asked of the store worker, by first day. */
  const interactions = new Map<CalendarDay, Gate>();
  const tell = createThrottle(() => post({ kind: "changed" }), TELL_EVERY_MS);
  const tellAgenda = createThrottle(
    () => post({ kind: "agenda-changed" }),
    TELL_EVERY_MS,
  );
  let failure: string | null = null;
  let request: (message: FeedRequest) => void = () => {};

  function onFeed(message: FeedMessage): void {
    switch (message.kind) {
      case "stored":
        projection.applyStored(message.rows);
        // While nothing is shown yet there is nothing to read again.
        if (contacts.open) tell();
        return;
      case "complete":
        contacts.pass();
        tell();
        return;
      case "tasks":
        agenda.tasks.applyStored(message.rows);
        if (tasks.open) tellAgenda();
        return;
      case "tasks-complete":
        return tasks.pass();
      case "interactions":
        agenda.interactions.applyStored(message.rows);
        if ([...interactions.values()].some((gate) => gate.open)) tellAgenda();
        return;
      case "interactions-complete":
        return interactions.get(message.since)?.pass();
      case "failed":
        failure = message.reason;
        for (const gate of [contacts, tasks, ...interactions.values()])
          gate.fail(failure);
    }
  }

  /** Interactions of the last weeks are fetched when somebody asks, by the work date of the question. */
  function interactionsSince(since: CalendarDay): Promise<void> {
    for (const [day, gate] of interactions)
      if (day <= since) return gate.passed;
    const gate = createGate();
    interactions.set(since, gate);
    if (failure === null) request({ kind: "interactions-since", since });
    else gate.fail(failure);
    return gate.passed;
  }

  async function arrived(question: Question): Promise<void> {
    await contacts.passed;
    if (question.ask !== "due" && question.ask !== "week") return;
    await tasks.passed;
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
  return (message) => {
    switch (message.kind) {
      case "feed": {
        const { port } = message;
        port.onmessage = ({ data }) => onFeed(data as FeedMessage);
        request = (wanted) => port.postMessage(wanted);
        return;
      }
      case "own":
        projection.applyOwn(message.rows);
        agenda.tasks.applyOwn(message.tasks);
        agenda.interactions.applyOwn(message.interactions);
        if (message.rows.length > 0) tell();
        if (message.tasks.length + message.interactions.length > 0)
          tellAgenda();
        return;
      case "ask":
        void answer(message.n, message.question);
    }
  };
}

/** Something that is waited for, once. */
interface Gate {
  readonly open: boolean;
  readonly passed: Promise<void>;
  pass(): void;
  fail(reason: string): void;
}

function createGate(): Gate {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  // A failure is told with each question; without any question it is nobody's.
  promise.catch(() => {});
  let open = false;
  return {
    get open() {
      return open;
    },
    passed: promise,
    pass() {
      open = true;
      resolve();
    },
    fail: (reason) => reject(new Error(reason)),
  };
}

function answerTo(
  projection: Projection,
  agenda: Agenda,
  question: Question,
): unknown {
  switch (question.ask) {
    case "query":
      return projection.query(question.query, question.from, question.to);
    case "counts":
      return projection.counts(question.of);
    case "countsOf":
      return question.filters.map((one) => projection.countOf(one));
    case "ids":
      return projection.ids(question.query);
    case "facets":
      return projection.facets(question.of, question.column);
    case "rows":
      return projection.rows(question.ids);
    case "peopleOf":
      return projection.peopleOf(question.companyId);
    case "known":
      return projection.known(question.lookups);
    case "indexOf":
      return projection.indexOf(question.query, question.id);
    case "due":
      return agenda.due(question.question);
    case "week":
      return agenda.week(question.question);
  }
}

function createThrottle(run: () => void, everyMs: number): () => void {
  let waiting = false;
  let again = false;
  return function request() {
    if (waiting) {
      again = true;
      return;
    }
    waiting = true;
    run();
    setTimeout(() => {
      waiting = false;
      if (again) {
        again = false;
        request();
      }
    }, everyMs);
  };
}
