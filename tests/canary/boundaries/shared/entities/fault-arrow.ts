import { rule } from "../domain/rule.ts";
export const x = rule;
