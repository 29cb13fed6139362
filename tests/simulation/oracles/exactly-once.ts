import type { SimDevice } from "../sim-device.ts";
import { tenantTables, type World } from "../world.ts";

/** O1, O2: every saved intention was processed, once; one that was refused is still shown to the person. */
export async function checkExactlyOnce(
  world: World,
  devices: readonly SimDevice[],
): Promise<void> {
  const { ledger, history } = tenantTables(world);
  const processed = new Set<string>();
  const rows = new Map<string, number>();
  const refused = new Set<string>();
  for (const { mutationId, outcome } of ledger.values()) {
    // What two identities of one machine have sent is processed once, and known to both.
    if (mutationId === null || outcome.s === "dup") continue;
    processed.add(mutationId);
    if (outcome.s === "rejected") refused.add(mutationId);
    else rows.set(mutationId, (rows.get(mutationId) ?? 0) + 1);
  }
  const kept = world.facts.told;
  for (const { app } of devices)
    for (const { m } of (await app?.main.journal.read())?.refused ?? [])
      kept.add(m);
  for (const [m, { device, entry }] of world.facts.written) {
    const name = `${entry.d} of ${device}`;
    if (!processed.has(m)) world.violate("O1", `${name} was never processed`);
    if ((rows.get(m) ?? 0) > 1)
      world.violate("O2", `${name} was processed more than once`);
    // A document sent back whole to a restored server is no person's intention.
    const { taken, aside } = world.facts;
    const person = !entry.again && !taken.has(m) && !aside.has(m);
    if (refused.has(m) && !kept.has(m) && person)
      world.violate("O1", `${name} was refused and forgotten`);
  }
  const effects = new Set<string>();
  for (const { deviceId, d, key, path, outcome, to } of history) {
    if (outcome !== "set") continue;
    // A document that is given back, and the edit of it in the same group, are two effects on one field.
    const value = JSON.stringify(to ?? null);
    const effect = `${deviceId}/${d} ${key.c}/${key.id} ${path} ${value}`;
    if (effects.has(effect)) world.violate("O2", `${effect} happened again`);
    effects.add(effect);
  }
}
