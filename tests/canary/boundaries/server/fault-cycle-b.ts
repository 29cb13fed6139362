import { a } from "./fault-cycle-a.ts";
export const b = () => a;
