import fc from "fast-check";
import { expect, test } from "vitest";
import { createSseParser } from "../../../../electron/server/sse-parser.ts";

test("events and comments are told apart", () => {
  const parser = createSseParser();
  expect(
    parser.feed(':hb 12\n\nevent: bye\ndata: {"a":1}\ndata: 2\nid: 7\n\n'),
  ).toEqual([
    { kind: "comment", text: "hb 12" },
    { kind: "event", name: "bye", data: '{"a":1}\n2' },
  ]);
});

test("wherever the stream is cut, and however lines end, the same items come out", () => {
  const stream = ['data: {"head":5}', "", ":hb 5", "", "data: é", "data", ""];
  const expected = [
    { kind: "event", name: "message", data: '{"head":5}' },
    { kind: "comment", text: "hb 5" },
    { kind: "event", name: "message", data: "é\n" },
  ];
  fc.assert(
    fc.property(
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.array(fc.integer({ min: 1, max: 9 })),
      (newline, sizes) => {
        const parser = createSseParser();
        // A lone CR at the end waits for a possible LF: the line after it settles that.
        const text = stream.map((line) => line + newline).join("") + ":";
        const items = [];
        let at = 0;
        for (const size of [...sizes, text.length]) {
          items.push(...parser.feed(text.slice(at, at + size)));
          at += size;
        }
        expect(items).toEqual(expected);
      },
    ),
  );
});

test("an event without data is none, and an endless line is refused", () => {
  const parser = createSseParser();
  expect(parser.feed("event: x\n\n")).toEqual([]);
  expect(() => parser.feed("data: ".padEnd(2_000_000, "x"))).toThrow();
});
