import { b } from "./fault-cycle-b.ts";
export const a = () => b;
