import type { CollectionName, Documents } from "../entities/registry.ts";

/** A document of the demo company: who wrote it, and when (Unix ms). */
export type DemoDocument = {
  [C in CollectionName]: {
    readonly c: C;
    readonly v: Documents[C];
    readonly by: string;
    readonly atMs: number;
  };
}[CollectionName];

/** The day on which the demo company lives (fixture F0): a Friday, ISO week 11. */
export const DEMO_DAY = "2026-03-13";

/** Unix ms of a Swiss winter time. */
export function at(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00+01:00`);
}
