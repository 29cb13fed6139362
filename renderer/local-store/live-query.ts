import type { CollectionName } from "../../shared/entities/registry.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { createReadAgain } from "./read-again.ts";
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

/** Reads once, and again (`createReadAgain`) after each change that concerns it. */
export function createLiveAnswer<T>(
  store: Store,
  query: LiveQuery<T>,
): LiveAnswer<T> {
  let state: LiveState<T> = LOADING;
  const listeners = new Set<() => void>();
  let stops: readonly (() => void)[] = [];

  function concerns(changed: readonly DocumentKey[]): boolean {
    return changed.some(
      ({ c, id }) =>
        query.collections.includes(c) && (query.ids?.includes(id) ?? true),
    );
  }
  const readAgain = createReadAgain(
    async () => {
      state = await answerOf(query, store);
      for (const listener of [...listeners]) listener();
    },
    () => listeners.size > 0,
  );
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
