import type { Around, ImportState, ImportStep } from "./import-state.ts";

const TELL_EVERY_MS = 250;

/** Where an import stands, for whoever draws it. */
export interface ImportBoard {
  readonly state: ImportState;
  /** Of the imports before and after this one. */
  readonly around: Around;
  become(next: ImportStep): void;
  /** Progress, which a person reads some times in a second and not a hundred. */
  advance(next: ImportStep): void;
  share(changed: Partial<Around>): void;
  subscribe(listener: () => void): () => void;
}

export function createImportBoard(first: ImportStep): ImportBoard {
  const listeners = new Set<() => void>();
  let around: Around = {
    waiting: [],
    imports: [],
    undoing: null,
    undoFailed: null,
  };
  let state: ImportState = { ...first, ...around };
  let telling: ReturnType<typeof setTimeout> | null = null;

  function tell(): void {
    if (telling !== null) clearTimeout(telling);
    telling = null;
    for (const listener of listeners) listener();
  }
  function become(next: ImportStep): void {
    state = { ...next, ...around };
    tell();
  }
  return {
    get state() {
      return state;
    },
    get around() {
      return around;
    },
    become,
    advance(next) {
      state = { ...next, ...around };
      telling ??= setTimeout(tell, TELL_EVERY_MS);
    },
    share(changed) {
      around = { ...around, ...changed };
      become(state);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
