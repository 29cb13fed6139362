import type { SimDevice } from "../sim-device.ts";
import type { SimServer } from "../sim-server.ts";
import type { World } from "../world.ts";
import { checkConflicts } from "./conflicts.ts";
import { checkConvergence } from "./convergence.ts";
import { checkExactlyOnce } from "./exactly-once.ts";
import { checkFiles } from "./files.ts";
import { checkNothingLost } from "./nothing-lost.ts";
import { checkNumbers } from "./numbers.ts";
import { checkTenants } from "./tenants.ts";
import { checkRepetition } from "./repetition.ts";

/** Everything that must hold once all is quiet. */
export async function checkEnd(office: {
  readonly world: World;
  readonly devices: readonly SimDevice[];
  readonly servers: readonly SimServer[];
}): Promise<void> {
  const { world, devices, servers } = office;
  await checkExactlyOnce(world, devices);
  checkNothingLost(world);
  checkConflicts(world);
  checkNumbers(world);
  checkConvergence(world, devices);
  checkTenants(world);
  checkFiles(world, devices);
  await checkRepetition(world, servers);
}
