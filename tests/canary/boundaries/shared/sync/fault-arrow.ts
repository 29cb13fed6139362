import { contract } from "../ipc/contract.ts";
export const x = contract;
