import type { Envelope } from "../../../shared/sync/protocol.ts";

export const PAGE = 1000;

/** Pages of documents as a server would send them, made beforehand: only what comes after the network is measured. */
export type Pages = readonly (readonly Envelope[])[];

/** One way of bringing pulled documents to the disk and asking for them again. */
export interface Engine {
  /** Resolves when all are readable. */
  fill(pages: Pages): Promise<Filled>;
}

/** Questions that every list asks; what a store cannot answer it lacks. Each answers how many rows came. */
export interface Filled {
  /** The first rows by name. `turn` counts up: no answer may come from a cache of answers. */
  sort?(turn: number): Promise<number>;
  /** The first rows of one salesperson, by name. */
  filter?(turn: number): Promise<number>;
  /** Rows from the middle on, by name (by id where a store knows no other order). */
  jump?(turn: number, row: number): Promise<number>;
  /** Ids of what a search finds, the best first. */
  find?(text: string, limit: number): Promise<readonly string[]>;
  /** One edited contact, durable. */
  save?(turn: number): Promise<Saved>;
  close(): Promise<void>;
}

/** Milliseconds since the save began; for a store alone all three are the same. */
export interface Saved {
  /** Until it is durable, wherever that is. */
  readonly saved: number;
  readonly stored: number;
  readonly visible: number;
}

export const ROWS = 50;

export function salespersonOf(turn: number): string {
  return ["CRO", "MME", "LBE", "ARO"][turn % 4] as string;
}

export async function timed(write: () => Promise<unknown>): Promise<Saved> {
  const since = performance.now();
  await write();
  const ms = performance.now() - since;
  return { saved: ms, stored: ms, visible: ms };
}

/** An edit of a contact that is there. */
export function edited(pages: Pages, turn: number): Record<string, unknown> {
  const page = pages[turn % pages.length] ?? [];
  const { v } = page[(turn * 37) % page.length] ?? { v: null };
  return { ...v, comment: `Rappeler ${turn}` };
}
