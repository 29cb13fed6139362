import { expect, test } from "vitest";
import { parseNextStep } from "../../../../../shared/domain/parse-next-step.ts";
import {
  LOCALES,
  readOne,
  scoreOf,
  sentencesOf,
  WRITTEN_ON,
} from "../../../../helpers/score-sentences.ts";
import { openSentenceWorld } from "../../../../helpers/sentence-world.ts";

const world = openSentenceWorld(3_000);
const all = [...sentencesOf("blind"), ...sentencesOf("open")];

test.for(["blind", "open"] as const)(
  "INT-16: of the %s half of the sentences 95 % of contacts and dates and 90 % of whole visits are right",
  (half) => {
    const { misread, ...score } = scoreOf(sentencesOf(half), world);
    const told = JSON.stringify(misread, null, 1);
    expect(score.sentences).toBeGreaterThanOrEqual(100);
    expect(score.contacts, told).toBeGreaterThanOrEqual(0.95);
    expect(score.dates, told).toBeGreaterThanOrEqual(0.95);
    expect(score.whole, told).toBeGreaterThanOrEqual(0.9);
  },
);

test("the set has fifty sentences of each language, and none twice", () => {
  for (const language of ["fr", "de", "it", "en"])
    expect(all.filter(({ l }) => l === language).length).toBeGreaterThanOrEqual(
      50,
    );
  expect(new Set(all.map(({ t }) => t)).size).toBe(all.length);
});

test("INT-16: nothing of a sentence is lost, and the field of the next step says what the proposal says", () => {
  for (const sentence of all) {
    const { note, nextStep } = readOne(sentence, world);
    expect(note).toBe(sentence.t);
    if (!nextStep) continue;
    const again = parseNextStep(nextStep.text, WRITTEN_ON, LOCALES[sentence.l]);
    expect(again?.date ?? null, nextStep.text).toBe(nextStep.date);
    expect(again?.type ?? null, nextStep.text).toBe(nextStep.type);
    expect(again?.description ?? "", nextStep.text).toBe(nextStep.description);
  }
});
