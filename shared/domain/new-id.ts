import type { Clock } from "../core/clock.ts";
import { uuidV7, type RandomSource } from "../core/ids.ts";

/** Gives a fresh document id at each call; the only way in which domain functions invent anything. */
export type NewId = () => string;

export function newIdFrom(clock: Clock, random: RandomSource): NewId {
  return () => uuidV7(clock.now(), random);
}
