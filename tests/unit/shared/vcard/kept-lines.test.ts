import { expect, it } from "vitest";
import type { Change } from "../../../../shared/domain/change.ts";
import { toOps } from "../../../../shared/sync/to-ops.ts";
import { validateOp } from "../../../../shared/sync/validate-op.ts";
import { contactsHere } from "../../../../shared/vcard/contacts-here.ts";
import { inTexts } from "../../../../shared/vcard/kept-lines.ts";
import { createImportPlan } from "../../../../shared/vcard/plan-import.ts";
import type { ReadContact } from "../../../../shared/vcard/read-contact.ts";
import { unfold } from "../../../../shared/vcard/unfold.ts";
import { contactOf } from "./read-text.ts";

let last = 0;
const newId = () =>
  `0190a0a0-0000-7000-8000-${(++last).toString(16).padStart(12, "0")}`;

function changesOf(card: ReadContact): readonly Change[] {
  const plan = createImportPlan({
    newId,
    setting: null,
    userSalesperson: null,
    known: "leave",
    today: "2026-03-13",
    wordOf: (use) => use,
    companyCards: new Map(),
  });
  return plan.take(card, contactsHere([])).changes;
}

it("a control character, in a value or a parameter, never reaches the wire", () => {
  for (const line of [
    "X-FOO:a\u0000b",
    "X-FOO;X-P=a\u0000b:c",
    'X-FOO;X-P="a\u0000b","c":d',
    "X-FOO;X-\u0000P=a:b",
    "KEY;ENCODING=b:AAAA\u0000BBBB",
  ]) {
    const card = contactOf("3.0", "N:Nul;Zoe", line);
    expect(card.kept, line).toHaveLength(1);
    const ops = changesOf(card).flatMap((change) => toOps(change, 0));
    for (const op of ops)
      expect(validateOp(op), line).toMatchObject({ ok: true });
  }
  const { kept } = contactOf("3.0", "N:Nul;Zoe", "X-FOO:a\u0007b\u0085c");
  expect(kept).toEqual(["X-FOO:a b…c"]);
});

it("what only calls itself base64 is kept as text, base64 as base64", () => {
  const { kept } = contactOf(
    "3.0",
    "N:Blanc;Zoe",
    "KEY;ENCODING=b:not base64!",
    "SOUND;ENCODING=b;TYPE=WAVE:QUJD",
  );
  expect(kept).toEqual(["KEY:not base64!", "SOUND;TYPE=WAVE;ENCODING=b:QUJD"]);
});

it("parameters keep their commas, quotes and signs", () => {
  const line = 'X-FOO;X-P="a,b",c;X-Q=^^^\':v';
  const { kept } = contactOf(
    "4.0",
    "FN:Zoe Blanc",
    'X-FOO;X-P="a,b","c";X-Q=^^^\':v',
  );
  expect(kept).toEqual([line]);
  expect(contactOf("4.0", "FN:Zoe Blanc", line).kept).toEqual([line]);
});

it("a line that is longer than one note goes on in the next, and no letter is halved", () => {
  const lines = [
    "X-A:1",
    `X-LONG:${"x".repeat(30)}🐄${"y".repeat(50)}`,
    "X-B:2",
  ];
  for (let max = 20; max < 50; max++) {
    const texts = inTexts(lines, max);
    for (const text of texts) {
      expect(text.length).toBeLessThanOrEqual(max);
      expect(text.isWellFormed()).toBe(true);
    }
    expect(unfold(texts.join("\n").split("\n"), "4.0")).toEqual(lines);
  }
  expect(inTexts([], 20)).toEqual([]);
});

it("a note of 40,000 letters is kept to its last word, in several notes", () => {
  const card = contactOf(
    "3.0",
    "N:Blanc;Zoe",
    `NOTE:${"ha ".repeat(13_000)}END`,
  );
  expect(card.fields.comment).toHaveLength(15_999);
  expect(card.problems).toMatchObject([{ field: "comment", code: "too-long" }]);
  const notes = changesOf(card).flatMap((change) =>
    change.c === "notes" ? [change.after?.text ?? ""] : [],
  );
  expect(notes).toHaveLength(3);
  expect(notes.at(-1)?.endsWith("ha END")).toBe(true);
});

it("what is too large to be kept is said", () => {
  const card = contactOf(
    "3.0",
    "N:Blanc;Zoe",
    `X-LONG:${"q".repeat(17_000)}`,
    `X-HUGE:${"q".repeat(110_000)}`,
    `LOGO;ENCODING=b:${"A".repeat(5_000)}`,
    `NOTE:${"n".repeat(110_000)}`,
    "X-SMALL:1",
  );
  expect(card.kept.map((line) => line.slice(0, 7))).toEqual([
    "X-LONG:",
    "X-SMALL",
  ]);
  expect(card.problems.map(({ field, code }) => [field, code])).toEqual([
    ["comment", "cut-off"],
    ["X-HUGE", "left-out"],
    ["LOGO", "left-out"],
  ]);
});
