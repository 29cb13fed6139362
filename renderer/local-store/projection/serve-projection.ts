import type {
  FeedMessage,
  FromProjection,
  Question,
  ToProjection,
} from "./messages.ts";
import { createProjection, type Projection } from "./projection.ts";

/** Changes are told at once, then at most this often: a first sync brings thousands of them. */
const TELL_EVERY_MS = 50;

/**
 * The projection behind messages. Questions wait until everything that was stored at the start has arrived: "no
 * contacts" must never be said of a list that is still being read.
 */
export function serveProjection(
  post: (message: FromProjection) => void,
): (message: ToProjection) => void {
  const projection = createProjection();
  const { promise: complete, resolve, reject } = Promise.withResolvers<void>();
  const tell = createThrottle(() => post({ kind: "changed" }), TELL_EVERY_MS);
  let loaded = false;
  // A failure is told with each question; without any question it is nobody's.
  complete.catch(() => {});

  function onFeed(message: FeedMessage): void {
    switch (message.kind) {
      case "stored":
        projection.applyStored(message.rows);
        // While nothing is shown yet there is nothing to read again.
        if (loaded) tell();
        return;
      case "complete":
        loaded = true;
        resolve();
        tell();
        return;
      case "failed":
        reject(new Error(message.reason));
    }
  }
  async function answer(n: number, question: Question): Promise<void> {
    try {
      await complete;
      post({ kind: "answer", n, answer: answerTo(projection, question) });
    } catch (error) {
      post({ kind: "refused", n, reason: String(error) });
    }
  }
  return (message) => {
    switch (message.kind) {
      case "feed":
        message.port.onmessage = ({ data }) => onFeed(data as FeedMessage);
        return;
      case "own":
        projection.applyOwn(message.rows);
        tell();
        return;
      case "ask":
        void answer(message.n, message.question);
    }
  };
}

function answerTo(projection: Projection, question: Question): unknown {
  switch (question.ask) {
    case "query":
      return projection.query(question.query, question.from, question.to);
    case "counts":
      return projection.counts(question.text);
    case "peopleOf":
      return projection.peopleOf(question.companyId);
    case "known":
      return projection.known(question.lookups);
    case "indexOf":
      return projection.indexOf(question.query, question.id);
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
