import type { Refusal } from "./read-group.ts";

/** Thrown inside a group only: everything it has done so far is rolled back and its neighbours go on. */
export class GroupRefused extends Error {
  readonly refusal: Refusal;
  constructor(code: string, message: string) {
    super(message);
    this.refusal = { code, message };
  }
}
