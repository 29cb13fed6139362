import type { CollectionName } from "../../shared/entities/registry.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { Store } from "./store.ts";

/** A question to the store with an identity: two queries of one `key` ask the same. */
export interface LiveQuery<T> {
  readonly key: string;
  /** A change in any of these makes it read again. */
  readonly collections: readonly CollectionName[];
  /** Only changes of these documents count, when given. */
  readonly ids?: readonly string[];
  /** Asked in several places of a page, or ahead of it: one answer serves all. */
  readonly shared?: true;
  /** Whatever else makes it read again. The function that it answers ends it. */
  readonly also?: (tell: () => void) => () => void;
  read(store: Store): Promise<T>;
}

export type LiveState<T> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly error: unknown };

const LOADING = { status: "loading" } as const;

/** One running query. It reads while somebody listens; `state` keeps its last answer. */
export interface LiveAnswer<T> {
  state(): LiveState<T>;
  subscribe(listener: () => void): () => void;
}

/**
 * Reads once, and again after each change that concerns it. One reading at a time: changes that come meanwhile lead to
 * one more reading afterwards, so an older answer can never follow a newer one.
 */
export function createLiveAnswer<T>(
  store: Store,
  query: LiveQuery<T>,
): LiveAnswer<T> {
  let state: LiveState<T> = LOADING;
  const listeners = new Set<() => void>();
  let stops: readonly (() => void)[] = [];
  let reading = false;
  let stale = false;

  function concerns(changed: readonly DocumentKey[]): boolean {
    return changed.some(
      ({ c, id }) =>
        query.collections.includes(c) && (query.ids?.includes(id) ?? true),
    );
  }
  async function readAgain(): Promise<void> {
    stale = true;
    if (reading) return;
    reading = true;
    while (stale && listeners.size > 0) {
      stale = false;
      const answer = await answerOf(query, store);
      state = answer;
      for (const listener of [...listeners]) listener();
    }
    reading = false;
  }
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      if (stops.length === 0) {
        const again = () => void readAgain();
        stops = [
          store.subscribe((changed) => {
            if (concerns(changed)) again();
          }),
          ...(query.also ? [query.also(again)] : []),
        ];
        again();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        for (const stop of stops) stop();
        stops = [];
      };
    },
  };
}

async function answerOf<T>(
  query: LiveQuery<T>,
  store: Store,
): Promise<LiveState<T>> {
  try {
    return { status: "ready", value: await query.read(store) };
  } catch (error) {
    return { status: "failed", error };
  }
}
