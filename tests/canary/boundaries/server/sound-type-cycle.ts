import type { B } from "./sound-type-cycle-2.ts";
export type A = B | 1;
