import { toEnvelope } from "../../../server/push/envelope.ts";
import { syncedCollections } from "../../../shared/entities/registry.ts";
import { sameValue } from "../../../shared/sync/to-ops.ts";
import { idsOn, shownBy, type SimDevice } from "../sim-device.ts";
import { tenantTables, type World } from "../world.ts";

/** O3: every device shows what the server has, no more and no less; O6: and nothing that is another person's own. */
export function checkConvergence(
  world: World,
  devices: readonly SimDevice[],
): void {
  const { docs } = tenantTables(world);
  for (const device of devices) {
    const mine = ["all", `private:${device.userId}`];
    for (const c of syncedCollections) {
      const expected = new Set<string>();
      for (const saved of docs.values()) {
        if (saved.doc.c !== c || !mine.includes(saved.bucket)) continue;
        const { id } = saved.doc;
        const { v } = toEnvelope(saved);
        if (v) expected.add(id);
        const shown = shownBy(device, c, id);
        if (!sameValue(shown, v))
          world.violate(
            "O3",
            `${device.name} ${c}/${id} shows ${JSON.stringify(shown)}, the server has ${JSON.stringify(v)}`,
          );
      }
      for (const id of idsOn(device, c))
        if (!expected.has(id) && shownBy(device, c, id) !== null)
          world.violate("O3", `${device.name} still shows ${c}/${id}`);
    }
  }
}
