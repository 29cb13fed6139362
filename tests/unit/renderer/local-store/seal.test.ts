import { expect, test } from "vitest";
import {
  clearCodec,
  createSealingCodec,
} from "../../../../renderer/local-store/seal.ts";

const key = () => new Uint8Array(32).fill(1);

test("what was sealed comes back, whatever the letters and the length", async () => {
  const codec = await createSealingCodec(key());
  const text = "Zoë Müller 🏔 ".repeat(5000);
  expect(await codec.open(await codec.close(text, "a"), "a")).toBe(text);
});

test("the sealed text shows nothing, has one byte a character and is never the same twice", async () => {
  const codec = await createSealingCodec(key());
  const first = await codec.close("Fromagerie", "a");
  const second = await codec.close("Fromagerie", "a");
  expect(first).not.toContain("Fromagerie");
  const codes = Array.from(first, (letter) => letter.charCodeAt(0));
  expect(Math.max(...codes)).toBeLessThan(256);
  expect(first).toHaveLength(12 + "Fromagerie".length + 16);
  expect(first).not.toBe(second);
});

test("a sealed text does not open as another document's, changed, or with another key", async () => {
  const codec = await createSealingCodec(key());
  const sealed = await codec.close("Fromagerie", "a");
  const flipped = sealed.slice(0, -1) + (sealed.endsWith("x") ? "y" : "x");
  const other = await createSealingCodec(new Uint8Array(32).fill(2));
  await expect(codec.open(sealed, "b")).rejects.toThrow();
  await expect(codec.open(flipped, "a")).rejects.toThrow();
  await expect(other.open(sealed, "a")).rejects.toThrow();
});

test("the codec of the build without sealing leaves the text readable", async () => {
  expect(await clearCodec.close("Fromagerie", "a")).toBe("Fromagerie");
  expect(await clearCodec.open("Fromagerie", "a")).toBe("Fromagerie");
});
