import type { PaletteOptions } from "@mui/material/styles";
import { expect, test } from "vitest";
import { dark, light } from "../../../../renderer/app/palette.ts";
import {
  darkContrast,
  lightContrast,
} from "../../../../renderer/app/palette-contrast.ts";

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort(
    (x, y) => y - x,
  );
  return (high + 0.05) / (low + 0.05);
}

function colourAt(palette: PaletteOptions, path: string): string {
  const found = path
    .split(".")
    .reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      palette,
    );
  if (typeof found !== "string") throw new Error(`No colour at ${path}.`);
  return found;
}

const surfaces = [
  "background.default",
  "background.paper",
  "surface.sunken",
  "surface.hover",
  "surface.selected",
];
const softs = ["soft.primary", "soft.neutral", "soft.warning"];

const readable: readonly (readonly [string, readonly string[]])[] = [
  ["text.primary", [...surfaces, ...softs, "soft.error", "soft.success"]],
  ["text.secondary", surfaces],
  ["primary.main", ["background.default", "background.paper", "surface.hover"]],
  ["error.main", ["background.default", "background.paper", "soft.error"]],
  ["warning.main", ["background.default", "background.paper", "soft.warning"]],
  ["success.main", ["background.default", "background.paper", "soft.success"]],
  ["primary.contrastText", ["primary.main"]],
  ["warning.contrastText", ["warning.main"]],
  ["error.contrastText", ["error.main"]],
];

const visible: readonly (readonly [string, readonly string[]])[] = [
  ["surface.outline", ["background.default", "background.paper"]],
  ["primary.main", surfaces],
  ["success.main", ["surface.sunken"]],
  ["warning.main", ["surface.sunken"]],
];

const usual = { light, dark };
const strong = { lightContrast, darkContrast };
const cases = (
  pairs: typeof readable,
  palettes: Readonly<Record<string, PaletteOptions>> = { ...usual, ...strong },
) =>
  Object.entries(palettes).flatMap(([name, palette]) =>
    pairs.flatMap(([front, backs]) =>
      backs.map((back) => ({ name, palette, front, back })),
    ),
  );

test.each(cases(readable))(
  "$name: $front is readable on $back (4.5:1)",
  ({ palette, front, back }) => {
    const ratio = contrast(colourAt(palette, front), colourAt(palette, back));
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(cases(visible))(
  "$name: $front can be told from $back (3:1)",
  ({ palette, front, back }) => {
    const ratio = contrast(colourAt(palette, front), colourAt(palette, back));
    expect(ratio).toBeGreaterThanOrEqual(3);
  },
);

test.each(cases(readable, strong))(
  "$name: $front is readable on $back with weak eyes (7:1)",
  ({ palette, front, back }) => {
    const ratio = contrast(colourAt(palette, front), colourAt(palette, back));
    expect(ratio).toBeGreaterThanOrEqual(7);
  },
);

test.each(cases(visible, strong))(
  "$name: $front stands out from $back (4.5:1)",
  ({ palette, front, back }) => {
    const ratio = contrast(colourAt(palette, front), colourAt(palette, back));
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  },
);
