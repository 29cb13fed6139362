import { writtenDay } from "../../core/calendar.ts";
import type { TypedVisit } from "../typed-visit.ts";
import type { SentenceProposal } from "./read-sentence.ts";

/** From so many words on a text may tell of a visit. */
const FEWEST_WORDS = 4;

/** Whether it is worth reading as a sentence: a name and a town are none. */
export function maybeSentence(text: string): boolean {
  return text.trim().split(/\s+/).length >= FEWEST_WORDS;
}

/** Whether a proposal says more than whom. */
export function tellsVisit(proposal: SentenceProposal): boolean {
  const { date, time, minutes, outcome, nextStep, template } = proposal;
  const told = [date, time, minutes, outcome, nextStep, template];
  const pieces = told.filter((one) => one !== null).length;
  return pieces >= (proposal.contact === null ? 2 : 1);
}

/**
 * The form as the sentence fills it: what was said is set, all else stays. The note is the sentence as typed, behind
 * what was noted before.
 */
export function visitOfSentence(
  values: TypedVisit,
  proposal: SentenceProposal,
): TypedVisit {
  const { contact, people, date, time, minutes, template, outcome, nextStep } =
    proposal;
  return {
    ...values,
    contactId: contact?.id ?? values.contactId,
    attendees: people.map(({ id }) => id),
    ...(date === null ? {} : { date: writtenDay(date) }),
    ...(time === null ? {} : { time }),
    ...(minutes === null ? {} : { duration: String(minutes) }),
    ...(template === null ? {} : { template }),
    ...(outcome === null ? {} : { outcome }),
    ...(nextStep === null ? {} : { nextStep: nextStep.text }),
    result: [values.result, proposal.note]
      .filter((text) => text.trim() !== "")
      .join("\n"),
  };
}
