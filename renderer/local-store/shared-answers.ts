import {
  createLiveAnswer,
  type LiveAnswer,
  type LiveQuery,
} from "./live-query.ts";
import type { Store } from "./store.ts";

/** Those that somebody listens to, by key. */
const heard = new WeakMap<Store, Map<string, LiveAnswer<unknown>>>();

/** Long enough for a page to come, short enough that nothing is kept for long that nobody looks at. */
const WAITS_MS = 3_000;

/** The answer to a query; of a `shared` one the same for all who ask while somebody listens, and so read once. */
export function answerTo<T>(store: Store, query: LiveQuery<T>): LiveAnswer<T> {
  if (!query.shared) return createLiveAnswer(store, query);
  const answers = heard.get(store) ?? new Map<string, LiveAnswer<unknown>>();
  heard.set(store, answers);
  const known = answers.get(query.key);
  // A reading that failed was thrown to whoever asked: who asks again gets another chance.
  if (known && known.state().status !== "failed") return known as LiveAnswer<T>;
  const { state, subscribe } = createLiveAnswer(store, query);
  let listeners = 0;
  const answer: LiveAnswer<T> = {
    state,
    subscribe(listener) {
      // What nobody listened to may be out of date: it is not handed on, but who holds it already goes on with it.
      answers.set(query.key, answer);
      listeners++;
      const stop = subscribe(listener);
      return () => {
        stop();
        listeners--;
        if (listeners === 0 && answers.get(query.key) === answer)
          answers.delete(query.key);
      };
    },
  };
  answers.set(query.key, answer);
  return answer;
}

/**
 * Begins to read what a page will ask for in a moment with the same `shared` query: what a click leads to is read while
 * the page is made.
 *
 * @returns the first answer
 */
export function askAhead<T>(store: Store, query: LiveQuery<T>): Promise<T> {
  const answer = answerTo(store, query);
  return new Promise((resolve, reject) => {
    const look = () => {
      const state = answer.state();
      if (state.status === "ready") resolve(state.value);
      if (state.status === "failed") reject(state.error);
    };
    const stop = answer.subscribe(look);
    look();
    setTimeout(stop, WAITS_MS);
  });
}
