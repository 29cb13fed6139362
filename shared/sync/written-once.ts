import type { StoredDocument } from "./stored-document.ts";

/** What may still change on an interaction that is not postponed (design.md §6.4). */
export const INTERACTION_REGISTERS: ReadonlySet<string> = new Set([
  "evaluation",
  "canceled",
]);

export function isWrittenOnce({ c, v }: StoredDocument): boolean {
  return c === "interactions" && v["postponed"] !== true;
}
