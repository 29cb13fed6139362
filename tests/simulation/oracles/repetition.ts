import type { SimServer } from "../sim-server.ts";
import { backupOf } from "../memory/memory-database.ts";
import { tenantTables, type World } from "../world.ts";

const REPEATED = 6;

/** O7: a request that was carried out once can come again at any time and changes nothing. */
export async function checkRepetition(
  world: World,
  servers: readonly SimServer[],
): Promise<void> {
  const [server] = servers;
  const { requests } = world.facts;
  if (!server || requests.length === 0) return;
  const before = backupOf(tenantTables(world));
  for (let i = 0; i < REPEATED; i += 1) {
    const { access, body } = world.random.pick(requests);
    await server.handle({ path: "/v1/sync/push", access, body });
  }
  const after = tenantTables(world);
  const same =
    before.seq === after.seq &&
    before.history === after.history &&
    before.ledger.size === after.ledger.size &&
    before.taken.size === after.taken.size &&
    [...before.docs].every(([key, doc]) => after.docs.get(key) === doc);
  if (!same) world.violate("O7", "a repeated push changed something");
}
