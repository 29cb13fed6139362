/** Pixels that are decoded at a time, four bytes each and twice in the worst case. */
const TOGETHER = 40_000_000;
/** A picture with more is decoded alone. */
const ALONE = 12_000_000;

/** Waits until a picture of so many pixels may be decoded; the answer is called when it is done with. First come, first served. */
export type PixelGate = (pixels: number) => Promise<() => void>;

export function createPixelGate(): PixelGate {
  const inside: number[] = [];
  const outside: { pixels: number; enter: () => void }[] = [];

  function hasRoom(pixels: number): boolean {
    if (inside.length === 0) return true;
    if (pixels > ALONE || inside.some((other) => other > ALONE)) return false;
    return inside.reduce((sum, other) => sum + other, pixels) <= TOGETHER;
  }
  function letIn(): void {
    for (
      let next = outside[0];
      next && hasRoom(next.pixels);
      [next] = outside
    ) {
      outside.shift();
      inside.push(next.pixels);
      next.enter();
    }
  }
  return (pixels) =>
    new Promise((resolve) => {
      const leave = () => {
        inside.splice(inside.indexOf(pixels), 1);
        letIn();
      };
      outside.push({ pixels, enter: () => resolve(leave) });
      letIn();
    });
}
