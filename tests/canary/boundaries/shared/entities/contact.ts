import { ok } from "../core/result.ts";
export const contact = ok;
