import { machine } from "../sync/machine.ts";
export const x = machine;
