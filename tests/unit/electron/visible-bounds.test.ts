import fc from "fast-check";
import { expect, test } from "vitest";
import { visibleBounds } from "../../../electron/visible-bounds.ts";

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };
const bounds = (x: number, y: number, width = 1280, height = 800) => ({
  x,
  y,
  width,
  height,
});

test("a window that can be seen stays where it was", () => {
  expect(visibleBounds(bounds(80, 40), [laptop])).toEqual(bounds(80, 40));
  expect(visibleBounds(bounds(2000, 100), [laptop, beside])).toEqual(
    bounds(2000, 100),
  );
});

test("a window on a display that is gone moves onto one that is there", () => {
  expect(visibleBounds(bounds(2000, 100), [laptop])).toEqual(bounds(160, 100));
  expect(visibleBounds(bounds(-3000, -3000), [laptop])).toEqual(bounds(0, 25));
});

test("a window larger than the display is made to fit", () => {
  expect(visibleBounds(bounds(0, 0, 3000, 2000), [laptop])).toEqual(laptop);
});

test("whatever was remembered, the title bar can be caught", () => {
  const position = fc.integer({ min: -10_000, max: 10_000 });
  const length = fc.integer({ min: 480, max: 5000 });
  fc.assert(
    fc.property(
      fc.record({ x: position, y: position, width: length, height: length }),
      fc.constantFrom([laptop], [laptop, beside], [beside]),
      (wanted, screens) => {
        const { x, y, width } = visibleBounds(wanted, screens);
        const caught = screens.some(
          (screen) =>
            y >= screen.y &&
            y + 40 <= screen.y + screen.height &&
            Math.min(x + width, screen.x + screen.width) -
              Math.max(x, screen.x) >=
              100,
        );
        expect(caught).toBe(true);
      },
    ),
  );
});
