import { readFileSync } from "node:fs";
import path from "node:path";
import { fold } from "../../shared/core/fold.ts";
import {
  readSentence,
  type SentenceProposal,
} from "../../shared/domain/sentence/read-sentence.ts";
import type { SentenceWorld } from "./sentence-world.ts";

/** A Friday; the sentences are of that day. */
export const WRITTEN_ON = "2026-11-27";
export const LOCALES = {
  fr: "fr-CH",
  de: "de-CH",
  it: "it-CH",
  en: "en",
} as const;

/** See tests/fixtures/sentences/README.md. */
export interface Sentence {
  readonly l: keyof typeof LOCALES;
  readonly t: string;
  readonly who?: string;
  readonly met?: readonly string[];
  readonly day?: string;
  readonly at?: string;
  readonly min?: number;
  readonly kind?: string;
  readonly out?: string;
  readonly next?: readonly [type: string, day: string | null, words: string];
}

/** What of a proposal is not as it should be. */
export interface Misread {
  readonly sentence: Sentence;
  /** By member: wanted and got. */
  readonly wrong: Readonly<Record<string, readonly [unknown, unknown]>>;
}

export interface Score {
  readonly sentences: number;
  /** Right ones, as shares of all. */
  readonly contacts: number;
  readonly dates: number;
  readonly whole: number;
  readonly misread: readonly Misread[];
}

export function sentencesOf(half: "blind" | "open"): readonly Sentence[] {
  const file = path.join(
    import.meta.dirname,
    `../fixtures/sentences/${half}.jsonl`,
  );
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Sentence);
}

export function scoreOf(
  sentences: readonly Sentence[],
  world: SentenceWorld,
): Score {
  const misread: Misread[] = [];
  const rightOnes = { contacts: 0, dates: 0 };
  for (const sentence of sentences) {
    const wrong = compare(sentence, readOne(sentence, world), world);
    if (!("who" in wrong) && !("met" in wrong)) rightOnes.contacts += 1;
    if (!("day" in wrong)) rightOnes.dates += 1;
    if (Object.keys(wrong).length > 0) misread.push({ sentence, wrong });
  }
  const share = (count: number) => count / sentences.length;
  return {
    sentences: sentences.length,
    contacts: share(rightOnes.contacts),
    dates: share(rightOnes.dates),
    whole: share(sentences.length - misread.length),
    misread,
  };
}

export function readOne(
  { t, l }: Sentence,
  { names }: SentenceWorld,
): SentenceProposal {
  return readSentence(t, { today: WRITTEN_ON, language: LOCALES[l] }, names);
}

function compare(
  wanted: Sentence,
  got: SentenceProposal,
  { keys }: SentenceWorld,
): Misread["wrong"] {
  const key = (contact: { readonly id: string; readonly name: string }) =>
    keys.get(contact.id) ?? `${contact.name} (${contact.id})`;
  const [type, day, text] = wanted.next ?? [];
  const step = got.nextStep;
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    who: [wanted.who ?? null, got.contact && key(got.contact)],
    met: [
      [...(wanted.met ?? [])].sort().join(),
      got.people.map(key).sort().join(),
    ],
    day: [wanted.day ?? WRITTEN_ON, got.date ?? WRITTEN_ON],
    at: [wanted.at ?? null, got.time],
    min: [wanted.min ?? null, got.minutes],
    kind: [wanted.kind ?? "ONSITE", got.template ?? "ONSITE"],
    out: [wanted.out ?? null, got.outcome],
    next: [
      wanted.next ? [type, day, telling(text ?? "")].join(" | ") : null,
      step &&
        [step.type ?? "task", step.date, telling(step.description)].join(" | "),
    ],
  };
  return Object.fromEntries(
    Object.entries(pairs).filter(([, [a, b]]) => a !== b),
  );
}

/** The words of a text that are worth comparing: those of four letters and more. */
function telling(text: string): string {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4)
    .join(" ");
}
