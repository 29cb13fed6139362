import type { Op } from "./protocol.ts";
import type { StoredDocument } from "./stored-document.ts";

/**
 * What somebody set up in a notebook of their own (`inherited`) holds until it meets a company's: of that it changes
 * nothing, neither a default nor one that the company does without.
 */
export function givesWay(
  stored: StoredDocument | null,
  op: Op,
  device: string,
): boolean {
  return (
    stored?.c === "settings" &&
    op.o === "inherited" &&
    op.k !== "del" &&
    stored.created.d !== device
  );
}

/** The same, joining a company that nobody has set up: only who may set it up brings it along. */
export function waitsForSetUp(stored: StoredDocument | null, op: Op): boolean {
  return op.c === "settings" && op.o === "inherited" && stored === null;
}
