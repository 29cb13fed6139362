import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeLines } from "../../shared/core/line-merge.ts";

/** Few of them, so that lines repeat. */
const anyText = fc
  .array(fc.constantFrom("", "a", "b", "c"), { maxLength: 8 })
  .map((lines) => lines.join("\n"));

const BASE = Array.from({ length: 9 }, (_, n) => `line ${n}`);

/** What one person does to one line of `BASE`. */
interface Edit {
  readonly at: number;
  readonly kind: "replace" | "insert" | "remove" | "split";
}
const edit = (at: number) =>
  fc.record({
    at: fc.constant(at),
    kind: fc.constantFrom(
      ...(["replace", "insert", "remove", "split"] as const),
    ),
  });

function done(edits: readonly Edit[]): string {
  const linesAt = (line: string, at: number) => {
    switch (edits.find((one) => one.at === at)?.kind) {
      case "replace":
        return [`new ${at}`];
      case "split":
        return [`new ${at}`, `and ${at}`];
      case "insert":
        return [`before ${at}`, line];
      case "remove":
        return [];
      case undefined:
        return [line];
    }
  };
  return BASE.flatMap(linesAt).join("\n");
}

describe("two changes of one text", () => {
  test("of different lines are both there, whichever comes first, and once", () => {
    const apart = fc
      .shuffledSubarray([0, 2, 4, 6, 8], { minLength: 2 })
      .chain((places) => fc.tuple(...places.map(edit)));
    fc.assert(
      fc.property(apart, (edits) => {
        const base = BASE.join("\n");
        let text: string | null = base;
        for (const one of edits)
          text = text && mergeLines(base, text, done([one]));
        expect(text).toBe(done(edits));
        for (const one of edits)
          expect(mergeLines(base, text ?? "", done([one]))).toBe(text);
      }),
    );
  });

  test("of neighbouring lines are both there", () => {
    const base = BASE.join("\n");
    const neighbours = fc.tuple(edit(3), edit(4));
    fc.assert(
      fc.property(neighbours, ([one, other]) => {
        const both = mergeLines(base, done([one]), done([other]));
        // Put between the two and changed at once: whose place it is nobody can tell.
        if (both !== null) expect(both).toBe(done([one, other]));
        // Once more, as when a restored server is sent it again: nothing comes twice, at worst somebody is asked.
        for (const again of both === null ? [] : [one, other])
          expect([both, null]).toContain(
            mergeLines(base, both ?? "", done([again])),
          );
        expect(other.kind === "insert" || both !== null).toBe(true);
      }),
    );
  });

  test("whatever they are: the order does not matter, nothing is changed alone, no line is lost and it never throws", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, one, other) => {
        const merged = mergeLines(base, one, other);
        expect(mergeLines(base, other, one)).toBe(merged);
        expect(mergeLines(base, one, base)).toBe(one);
        expect(mergeLines(base, one, one)).toBe(one);
        if (merged === null) return;
        const had = new Set(base.split("\n"));
        const texts = [one, other].filter((text) => text !== "");
        for (const line of texts.flatMap((text) => text.split("\n")))
          if (!had.has(line)) expect(merged.split("\n")).toContain(line);
      }),
      { numRuns: 2000 },
    );
  });

  test("of one line, or at one place, meet", () => {
    expect(mergeLines("a\nb", "a1\nb", "a2\nb")).toBeNull();
    expect(mergeLines("a\nb", "a\nb\nx", "a\nb\ny")).toBeNull();
    expect(mergeLines("a\nb", "b", "a1\nb")).toBeNull();
    expect(mergeLines("", "x", "y")).toBeNull();
  });

  test("a long text is compared as far as its comparison may go, and ends", () => {
    const long = Array.from({ length: 8000 }, (_, n) => String(n % 7));
    const one = [...long.toReversed(), "y"];
    const other = [...long, "x"];
    const [a, b, c] = [long, one, other].map((lines) => lines.join("\n"));
    const merged = mergeLines(a ?? "", b ?? "", c ?? "");
    expect(merged === null || merged.endsWith("x")).toBe(true);
  });
});
