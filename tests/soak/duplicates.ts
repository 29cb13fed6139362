// Planted duplicates among many contacts, in the projection as it is shipped: how many are found, that the safe lane holds
// nothing else, how long the check of one card takes while one types, and the full scan against comparing all with all.
import { parseArgs } from "node:util";
import { createProjection } from "../../renderer/local-store/projection/projection.ts";
import { factsOf } from "../../renderer/local-store/projection/doubles.ts";
import { slimContact } from "../../renderer/local-store/projection/slim-contact.ts";
import { duplicateSetUpOf } from "../../shared/domain/duplicate-set-up.ts";
import { compareContacts } from "../../shared/domain/duplicates/compare-contacts.ts";
import { plantDuplicates, SEED } from "../helpers/planted-duplicates.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    /** Contacts. */
    rows: { type: "string" },
    /** Cards that are typed. */
    rounds: { type: "string" },
  },
});
const contacts = figure(values.rows, 100_000);
const rounds = figure(values.rounds, 300);
const SET_UP = duplicateSetUpOf(null);
const PAIRS_A_PART = 50;
/** One frame: a check within it is never felt. */
const FRAME_MS = 16;

const percentile = (sorted: readonly number[], share: number) =>
  Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;

await runSoak("duplicates", async (say) => {
  const doubles = contacts / PAIRS_A_PART;
  const planted = plantDuplicates(contacts, doubles);
  const projection = createProjection();
  for (let i = 0; i < planted.contacts.length; i += 500)
    projection.applyStored({
      c: "contacts",
      rows: planted.contacts.slice(i, i + 500).map((v) => ({
        ...{ id: v.id, lwt: 1, applied: 0 },
        value: slimContact(v),
      })),
    });
  say(`${contacts} contacts, ${planted.pairs.length} of them planted`);

  // The first question makes the search strings of all; the dialog asks it when it opens.
  const empty = slimContact({ id: "new", type: "company" });
  const warmUp = performance.now();
  await projection.doubles(empty, SET_UP, 3);
  const stringsMs = performance.now() - warmUp;
  const times: number[] = [];
  /** What the worker itself was at: whatever else the machine does is not in it. */
  const worked: number[] = [];
  let told = 0;
  for (let i = 0; i < rounds; i++) {
    const at = (i * 7919) % planted.pairs.length;
    const [twin, id] = planted.pairs[at] ?? ["", ""];
    const typed = planted.contacts.find((one) => one.id === id) ?? {};
    const draft = slimContact({ ...typed, id: "new" });
    const begun = performance.now();
    const before = process.threadCpuUsage();
    const found = await projection.doubles(draft, SET_UP, 3);
    const { user, system } = process.threadCpuUsage(before);
    worked.push((user + system) / 1_000);
    times.push(performance.now() - begun);
    // Beside the one that it is typed after.
    if (found.some(({ contact }) => contact.id === twin)) told += 1;
  }
  for (const list of [times, worked]) list.sort((a, b) => a - b);
  say("checked while typing");

  const begun = performance.now();
  const scanBefore = process.threadCpuUsage();
  const answer = await projection.scan(
    SET_UP,
    () => false,
    () => {},
  );
  const scanMs = performance.now() - begun;
  const scanned = process.threadCpuUsage(scanBefore);
  const scanWorkMs = (scanned.user + scanned.system) / 1_000;
  say("scanned");

  const facts = planted.contacts.map((v) => factsOf(slimContact(v)));
  const one = facts[0];
  const bruteBegun = process.threadCpuUsage();
  if (one) for (const other of facts) compareContacts(one, other);
  const brute = process.threadCpuUsage(bruteBegun);
  const bruteOneMs = (brute.user + brute.system) / 1_000;

  const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const real = new Set(planted.pairs.map(([a, b]) => pairOf(a, b)));
  const found = answer?.pairs ?? [];
  const counts = answer?.counts ?? { safe: 0, likely: 0, look: 0 };
  // Of each lane the likeliest are told; the whole safe lane must be among them to be judged.
  const safe = found.filter(({ lane }) => lane === "safe");
  const wrong = safe.filter(({ a, b }) => !real.has(pairOf(a, b)));
  const recalled = found.filter(({ a, b }) => real.has(pairOf(a, b)));
  const recall = recalled.length / real.size;
  const of = (list: readonly number[]) => ({
    ...{ p50: percentile(list, 0.5), p95: percentile(list, 0.95) },
  });
  const typing = of(worked);
  return {
    ok:
      recall >= 0.95 &&
      wrong.length === 0 &&
      safe.length === counts.safe &&
      typing.p95 <= FRAME_MS,
    contacts,
    planted: real.size,
    seed: SEED,
    recall: Math.round(recall * 10_000) / 10_000,
    lanes: counts,
    safeWrong: wrong.length,
    typingMs: typing,
    typingWallMs: of(times),
    typingP95IsBruteForceOf:
      Math.round((typing.p95 / bruteOneMs) * 1_000) / 1_000,
    typingRecall: Math.round((told / rounds) * 10_000) / 10_000,
    stringsMs: Math.round(stringsMs),
    scanMs: Math.round(scanMs),
    scanWorkMs: Math.round(scanWorkMs),
    bruteForceOfOneMs: Math.round(bruteOneMs),
    scanIsBruteForceOf: Math.round((scanWorkMs / bruteOneMs) * 10) / 10,
  };
});
