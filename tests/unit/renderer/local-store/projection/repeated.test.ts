import { expect, test } from "vitest";
import { createRepeated } from "../../../../../renderer/local-store/projection/columns/repeated.ts";

test("numbers in common are kept once, and as many different ones as there are stand in their rows", () => {
  let column = createRepeated(-1);
  const valueOf = (row: number) => (row % 3 === 0 ? 1e12 : 1e12 + row / 100);
  for (const [rows, bytes] of [
    [300, 300],
    [30_000, 0],
  ] as const) {
    for (let row = 0; row < rows; row += 2) column.set(row, valueOf(row));
    const packed = column.pack(rows);
    expect((packed["codes"] as Uint8Array).byteLength).toBe(bytes);
    expect(packed["plain"] === null).toBe(bytes > 0);
    column = createRepeated(-1, packed);
    for (let row = 0; row < rows + 2; row++)
      expect(column.at(row)).toBe(
        row % 2 === 0 && row < rows ? valueOf(row) : -1,
      );
  }
});
