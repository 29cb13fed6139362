import type { SentenceProposal } from "../sentence/read-sentence.ts";
import { maybeSentence, tellsVisit } from "../sentence/visit-of-sentence.ts";
import type { PastedVisit } from "./read-paste.ts";

/** Whether a line that names nobody by its pieces may tell its visit as a sentence. */
export function isFreeLine({ line }: PastedVisit): boolean {
  return maybeSentence(line);
}

/**
 * A pasted line as the sentence that it is: what was understood goes into its columns, the whole line stays as the note.
 * Null when it tells nothing, or of nobody who is known: the line is then as its pieces have it.
 */
export function visitOfLine(
  visit: PastedVisit,
  proposal: SentenceProposal,
): PastedVisit | null {
  const { contact, date, time, minutes, outcome, nextStep, template } =
    proposal;
  if (contact === null || !tellsVisit(proposal)) return null;
  return {
    ...visit,
    day: date ?? visit.day,
    time: time ?? "",
    when: null,
    who: contact.name,
    person: "",
    outcome: outcome ?? "",
    note: visit.line,
    nextStep: nextStep?.text ?? "",
    minutes: minutes === null ? null : String(minutes),
    kind: template ?? "",
  };
}
