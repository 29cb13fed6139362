import { tablesOf } from "../memory/memory-database.ts";
import type { World } from "../world.ts";

/** O6: whatever a company has was written by its own people. */
export function checkTenants(world: World): void {
  for (const tenantId of new Set(world.tenants.values())) {
    const { docs, users } = tablesOf(world.database, tenantId);
    for (const { doc } of docs.values())
      for (const { u } of [doc.created, ...Object.values(doc.stamps)])
        if (!users.has(u))
          world.violate("O6", `${doc.c}/${doc.id} was written by ${u}`);
  }
}
