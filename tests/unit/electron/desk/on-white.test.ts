import { expect, test } from "vitest";
import { onWhiteIn } from "../../../../electron/desk/on-white.ts";

const DARK = "#121212";

test("a window is white while anything of it is put on paper, and has its own color again after the last", async () => {
  let color = DARK;
  const onWhite = onWhiteIn(
    Promise.resolve({
      getBackgroundColor: () => color,
      setBackgroundColor: (wanted: string) => void (color = wanted),
      isDestroyed: () => false,
    }),
  );
  const dialog = Promise.withResolvers<void>();
  const pdf = Promise.withResolvers<void>();
  const printed = onWhite(() => dialog.promise);
  const saved = onWhite(() => pdf.promise);
  dialog.resolve();
  await printed;
  expect(color).toBe("#ffffff");
  pdf.reject(new Error("no room"));
  await expect(saved).rejects.toThrow("no room");
  expect(color).toBe(DARK);
  await onWhite(async () => expect(color).toBe("#ffffff"));
  expect(color).toBe(DARK);
});
