import { sep } from "node:path";
export const x = sep;
