import { expect, it } from "vitest";
import { createPictureReader } from "../../../../../renderer/features/import/read-pictures.ts";
import type { CardOfFile } from "../../../../../renderer/features/import/read-file.ts";
import { pictureSize } from "../../../../../shared/domain/picture-size.ts";
import type { PlannedCard } from "../../../../../shared/vcard/plan-import.ts";

/** The beginning of a PNG that says how large it is. */
function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** Decodes one after the other all pictures of some cards; what was in work together, in millions of pixels. */
async function decode(...sizes: readonly (readonly [number, number])[]) {
  const now: number[] = [];
  const together: number[][] = [];
  const reader = createPictureReader(
    async (bytes) => {
      const { width = 0, height = 0 } = pictureSize(bytes) ?? {};
      const million = (width * height) / 1_000_000;
      now.push(million);
      together.push([...now]);
      await new Promise((wake) => setTimeout(wake, 2));
      now.splice(now.indexOf(million), 1);
      return null;
    },
    () => "0190a0a0-0000-7000-8000-000000000001",
  );
  const plans = sizes.map(([width, height], i) => {
    const photo = {
      kind: "bytes",
      mime: "image/png",
      bytes: png(width, height),
    };
    const contact = { name: `Nr ${i}` };
    const card = { kind: "contact", number: i, line: 1, contact, photo };
    const what = { verdict: "new", contactId: "c", changes: [] };
    return [card, what] as unknown as [CardOfFile, PlannedCard];
  });
  const made = reader.read(plans);
  for (const i of plans.keys()) await made(i);
  expect(reader.takeBad()).toHaveLength(sizes.length);
  return together;
}

it("ordinary pictures are decoded four at a time", async () => {
  const all = await decode(
    ...Array.from({ length: 8 }, () => [2000, 2000] as const),
  );
  expect(Math.max(...all.map(({ length }) => length))).toBe(4);
});

it("of large pictures at most 40 million pixels are in work together", async () => {
  const all = await decode(
    ...Array.from({ length: 8 }, () => [4000, 3000] as const),
  );
  expect(all).toHaveLength(8);
  const sums = all.map((some) => some.reduce((a, b) => a + b, 0));
  expect(Math.max(...sums)).toBe(36);
});

it("a picture of more than 12 million pixels is decoded alone", async () => {
  const all = await decode(
    [1000, 1000],
    [7740, 7740],
    [7740, 7740],
    [1000, 1000],
    [7740, 7740],
  );
  const withLarge = all.filter((some) => some.some((million) => million > 12));
  expect(withLarge.map(({ length }) => length)).toEqual([1, 1, 1]);
});
