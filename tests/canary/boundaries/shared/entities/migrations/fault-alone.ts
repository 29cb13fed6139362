import { x } from "./fault-arrow.ts";
export const y = x;
