import type { A } from "./sound-type-cycle.ts";
export type B = A | 2;
