import { ok } from "../../core/result.ts";
export const x = ok;
