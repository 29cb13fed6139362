/** A set of callbacks; each is called in the order of subscribing. */
export interface Listeners<A extends readonly unknown[]> {
  /** The return value unsubscribes. */
  add(listener: (...args: A) => void): () => void;
  tell(...args: A): void;
}

export function createListeners<A extends readonly unknown[]>(): Listeners<A> {
  const listeners = new Set<(...args: A) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell(...args) {
      for (const listener of [...listeners]) listener(...args);
    },
  };
}
