import { useSyncExternalStore } from "react";
import type { DuplicateSetUp } from "../../../shared/domain/duplicate-set-up.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactList, ScanAnswer } from "../../local-store/store.ts";

export type ScanState =
  | { readonly status: "none" }
  | { readonly status: "running"; readonly share: number }
  | { readonly status: "failed" }
  | { readonly status: "done"; readonly answer: ScanAnswer };

/** One scan of a notebook: it goes on, and its answer stays, while one looks at something else. */
export interface ScanSession {
  state(): ScanState;
  start(setUp: DuplicateSetUp): void;
  stop(): void;
  subscribe(listener: () => void): () => void;
}

const sessions = new WeakMap<object, ScanSession>();

export function useScan(): ScanSession & { readonly now: ScanState } {
  const { list } = useLocalStore();
  const session = sessions.get(list) ?? createSession(list);
  sessions.set(list, session);
  const now = useSyncExternalStore(session.subscribe, session.state);
  return { ...session, now };
}

export function createSession(list: Pick<ContactList, "scan">): ScanSession {
  const listeners = new Set<() => void>();
  let state: ScanState = { status: "none" };
  let before: ScanState = state;
  let running: ReturnType<ContactList["scan"]> | null = null;
  function put(next: ScanState): void {
    state = next;
    for (const listener of listeners) listener();
  }
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(setUp) {
      if (running) return;
      before = state.status === "done" ? state : { status: "none" };
      put({ status: "running", share: 0 });
      const mine = list.scan(setUp, (share) => {
        if (running === mine) put({ status: "running", share });
      });
      running = mine;
      mine.ended.then(
        (answer) => {
          running = null;
          put(answer ? { status: "done", answer } : before);
        },
        () => {
          running = null;
          put({ status: "failed" });
        },
      );
    },
    stop: () => running?.stop(),
  };
}
