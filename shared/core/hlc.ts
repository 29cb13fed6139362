/**
 * Hybrid logical clock: `"<unix ms>.<counter>"`. Orders edits of several devices by *edit* time, and never
 * goes back on one device even when its wall clock does. Ties are broken by device id by whoever compares.
 */
export type Hlc = string;

const HLC = /^(\d{1,15})\.(\d{1,9})$/;

/** `[unix ms, counter]`, or null when the text is no clock reading. */
export function parseHlc(text: string): readonly [number, number] | null {
  const match = HLC.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

export function compareHlc(a: Hlc, b: Hlc): number {
  const [aMs, aCount] = parseHlc(a) ?? [0, 0];
  const [bMs, bCount] = parseHlc(b) ?? [0, 0];
  return aMs - bMs || aCount - bCount;
}

/** The next reading: later than `last` whatever the wall clock says. */
export function nextHlc(last: Hlc, nowMs: number): Hlc {
  const [ms, count] = parseHlc(last) ?? [0, 0];
  return nowMs > ms ? `${nowMs}.0` : `${ms}.${count + 1}`;
}

/** Readings from the future are cut to `nowMs`: one impossible clock must not win every conflict for ever. */
export function clampHlc(hlc: Hlc, nowMs: number): Hlc {
  const [ms, count] = parseHlc(hlc) ?? [0, 0];
  return ms > nowMs ? `${nowMs}.${count}` : hlc;
}
