import { wire } from "./protocol.ts";
export const machine = wire;
