import { contract } from "../shared/ipc/contract.ts";
import { machine } from "../shared/sync/machine.ts";
export const x = [contract, machine];
