/** For what cannot happen unless we made a mistake; the message says which promise was broken. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken promise: ${message}`);
}

/** Ends an exhaustive switch: adding a member to the union makes the call site fail to compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}`);
}
