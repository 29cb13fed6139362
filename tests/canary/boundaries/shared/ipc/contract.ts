import { wire } from "../sync/protocol.ts";
export const contract = wire;
