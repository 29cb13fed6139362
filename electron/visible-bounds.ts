export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const SMALLEST = { width: 720, height: 480 };

/** So much of a window must be on a screen for its title bar to be caught with the mouse. */
const CATCHABLE = { width: 100, height: 40 };

/**
 * The bounds a window gets: as remembered where that can be seen, else moved and shrunk into the screen it overlaps
 * most (the first one when it overlaps none). `screens` are the areas that windows may use, at least one.
 */
export function visibleBounds(
  wanted: Bounds,
  screens: readonly Bounds[],
): Bounds {
  if (screens.some((screen) => canBeCaught(wanted, screen))) return wanted;
  const screen = screens.reduce((best, next) =>
    overlap(wanted, next) > overlap(wanted, best) ? next : best,
  );
  const width = Math.min(wanted.width, screen.width);
  const height = Math.min(wanted.height, screen.height);
  return {
    width,
    height,
    x: clamp(wanted.x, screen.x, screen.x + screen.width - width),
    y: clamp(wanted.y, screen.y, screen.y + screen.height - height),
  };
}

/** The title bar is at the top: it has to be on the screen, and wide enough. */
function canBeCaught(bounds: Bounds, screen: Bounds): boolean {
  const right = Math.min(bounds.x + bounds.width, screen.x + screen.width);
  const left = Math.max(bounds.x, screen.x);
  return (
    right - left >= CATCHABLE.width &&
    bounds.y >= screen.y &&
    bounds.y + CATCHABLE.height <= screen.y + screen.height &&
    bounds.width <= screen.width &&
    bounds.height <= screen.height
  );
}

function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
