import { describe, expect, test } from "vitest";
import { createSurvey, wholeOf } from "../../../../shared/sync/survey.ts";
import type { Group, Op } from "../../../../shared/sync/protocol.ts";

const id = (n: number) =>
  `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const FEED = { epoch: "after", head: 0 };

function held(n: number, v: Record<string, unknown> = {}) {
  return {
    ...{ c: "contacts" as const, id: id(n), seq: 1, epoch: "before" },
    v: { id: id(n), type: "company", name: `C${n}`, ...v },
  };
}

function edit(n: number, from: string | null, to: string): Op {
  const f = { comment: [from, to] as [string | null, string] };
  return { c: "contacts", id: id(n), k: "set", f };
}

function group(d: number, ops: Op[]): Group {
  return { d, m: id(1000 + d), hlc: `${d}.0`, ops };
}

/** A restored server that has none of these documents, of which own entries speak. */
function surveyOf(count: number, v: Record<string, unknown> = {}) {
  const keys = Array.from({ length: count }, (_, n) => `contacts/${id(n)}`);
  const survey = createSurvey({
    acknowledged: new Set(keys),
    unsent: new Set(keys),
  });
  survey.settle(
    keys.map((_, n) => held(n, v)),
    FEED,
  );
  return survey;
}

describe("what a restored server has lost", () => {
  test("is given back once, before the first edit of it, in a repeated push too", () => {
    const survey = surveyOf(1, { comment: "early" });
    const first = group(1, [edit(0, null, "early")]);
    const second = group(2, [edit(0, "early", "late")]);
    const once = [
      survey.rewritten(first, true),
      survey.rewritten(second, false),
    ];
    expect(once[0]?.ops).toMatchObject([{ k: "ins", v: { comment: "early" } }]);
    expect(once[1]?.ops).toEqual(second.ops);
    expect([
      survey.rewritten(first, true),
      survey.rewritten(second, false),
    ]).toEqual(once);
  });

  test("is given back before an edit that was made after everything had been compared", () => {
    const own = { acknowledged: new Set<string>(), unsent: new Set<string>() };
    const survey = createSurvey(own);
    const { lost } = survey.settle([held(0)], FEED);
    expect(lost).toHaveLength(1);
    const late = group(1, [edit(0, null, "late")]);
    expect(survey.rewritten(late, false).ops).toEqual([
      ...lost.map(wholeOf),
      ...late.ops,
    ]);
  });

  test("is given back as old as it is, not as young as the edit that follows it", () => {
    const modifiedAt = "2026-03-13T08:00:00.000Z";
    const survey = surveyOf(1, { comment: "old", modifiedAt });
    const { ops } = survey.rewritten(group(1, [edit(0, "old", "new")]), false);
    expect(ops[0]).toMatchObject({ k: "ins", h: "1773388800000.0" });
  });

  test("counts as late as it was last written, in place of an insert of long ago too", () => {
    const modifiedAt = "2026-03-13T08:00:00.000Z";
    const survey = surveyOf(1, { comment: "late", modifiedAt });
    const { v } = held(0);
    const insert: Op = { c: "contacts", id: id(0), k: "ins", v };
    const sent = survey.rewritten(group(1, [insert]), true);
    expect(sent).toMatchObject({
      hlc: "1773388800000.0",
      ops: [{ k: "ins", v: { comment: "late" } }],
    });
  });

  test("is not what was edited while the last page was being read: the feed is at its end when it ends twice at one place", () => {
    const survey = createSurvey({
      acknowledged: new Set<string>(),
      unsent: new Set<string>(),
    });
    const pages = [
      { more: true, head: 7 },
      { more: false, head: 7 },
      { more: false, head: 8 },
      { more: true, head: 9 },
      { more: false, head: 9 },
      { more: false, head: 9 },
    ];
    expect(pages.map(survey.isWhole)).toEqual([
      ...[false, false, false, false, false, true],
    ]);
  });

  test("fits into a group that is full already", () => {
    const survey = surveyOf(50);
    const edits = Array.from({ length: 50 }, (_, n) => edit(n, null, "late"));
    const { ops } = survey.rewritten(group(1, edits), false);
    expect(ops).toMatchObject(
      edits.map(({ id }) => ({ k: "ins", id, v: { comment: "late" } })),
    );
  });
});
