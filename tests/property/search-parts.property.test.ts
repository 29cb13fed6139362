import fc from "fast-check";
import { expect, test } from "vitest";
import { createNumberIndex } from "../../renderer/local-store/projection/search/number-index.ts";
import { hasDigits } from "../../renderer/local-store/projection/search/question.ts";
import {
  TOO_FAR,
  typingErrors,
  typingErrorsIn,
} from "../../renderer/local-store/projection/search/typos.ts";

const encoder = new TextEncoder();
const letters = (...[minLength, maxLength]: readonly [number, number]) =>
  fc.string({
    unit: fc.constantFrom("a", "b", "c", "n"),
    minLength,
    maxLength,
  });

test("SRC-1: typing errors counted on bits are those counted letter by letter", () => {
  let near = 0;
  fc.assert(
    fc.property(
      ...([
        letters(4, 12),
        letters(3, 16),
        fc.integer({ min: 1, max: 3 }),
      ] as const),
      (term, word, most) => {
        const bytes = encoder.encode(`x${word}`);
        const errors = typingErrors(term, word, most);
        if (errors !== TOO_FAR) near += 1;
        const onBits = typingErrorsIn(term, most);
        expect(onBits?.(bytes, 1, bytes.length)).toBe(errors);
      },
    ),
    { numRuns: 3000 },
  );
  expect(near).toBeGreaterThan(300);
});

test("SRC-1: digits are found wherever they stand in a number, also after changes", () => {
  const digits = (...[minLength, maxLength]: readonly [number, number]) =>
    fc.string({
      unit: fc.constantFrom("0", "1", "2", "4"),
      minLength,
      maxLength,
    });
  const documents = fc.array(
    fc.tuple(fc.nat(40), fc.array(digits(1, 12), { maxLength: 3 })),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(
      ...([documents, documents, digits(3, 6)] as const),
      (first, second, typed) => {
        const older = new Map(first);
        const newer = new Map(second);
        const index = createNumberIndex(
          createNumberIndex()
            .merged(() => false, older)
            .merged((row) => newer.has(row), newer)
            .pack(),
        );
        const found = new Set<number>();
        index.find(typed, (row) => found.add(row));
        const expected = [...new Map([...older, ...newer])]
          .filter(([, numbers]) => numbers.some((one) => hasDigits(one, typed)))
          .map(([row]) => row);
        expect(found).toEqual(new Set(expected));
      },
    ),
    { numRuns: 400 },
  );
});
