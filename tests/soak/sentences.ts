// What becomes of the sentences among 100,000 contacts, half by half, and what each of them costs the thread that reads
// them: time of the processor, not of the clock, for the machine may have other work.
import { parseArgs } from "node:util";
import { figure, runSoak } from "../helpers/run-soak.ts";
import { readOne, scoreOf, sentencesOf } from "../helpers/score-sentences.ts";
import { openSentenceWorld } from "../helpers/sentence-world.ts";

const { values } = parseArgs({
  options: {
    documents: { type: "string" },
    /** How often each sentence is read. */
    rounds: { type: "string" },
  },
});
const documents = figure(values.documents, 100_000);
const rounds = figure(values.rounds, 3);
const MOST_MS = 50;

await runSoak("sentences", async (say) => {
  const world = openSentenceWorld(documents);
  say(`${documents} contacts`);
  const halves = { blind: sentencesOf("blind"), open: sentencesOf("open") };
  const took: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const sentence of [...halves.blind, ...halves.open]) {
      const before = process.cpuUsage();
      readOne(sentence, world);
      const { user, system } = process.cpuUsage(before);
      took.push((user + system) / 1_000);
    }
  const scores = Object.fromEntries(
    Object.entries(halves).map(([half, sentences]) => {
      const { misread, ...score } = scoreOf(sentences, world);
      for (const { sentence, wrong } of misread)
        say(`${half}: ${sentence.t} ${JSON.stringify(wrong)}`);
      return [half, score];
    }),
  );
  // The very first one is read while the machine is still making its code of it.
  const [first = 0, ...others] = took;
  const sorted = others.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(2));
  const ms = {
    first: Number(first.toFixed(2)),
    p50: at(0.5),
    p95: at(0.95),
    most: at(1),
  };
  const ok =
    ms.most <= MOST_MS &&
    Object.values(scores).every(
      ({ contacts, dates, whole }) =>
        contacts >= 0.95 && dates >= 0.95 && whole >= 0.9,
    );
  return { ok, documents, rounds, ms, ...scores };
});
