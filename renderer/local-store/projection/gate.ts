/** Something that is waited for, once. */
export interface Gate {
  readonly open: boolean;
  readonly passed: Promise<void>;
  pass(): void;
  fail(reason: string): void;
}

export function createGate(): Gate {
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
