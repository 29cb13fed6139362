import { tenantTables, type World } from "../world.ts";

/** NUM-4, NUM-6: no two contacts have one number, no two devices one lease, and a leased number is final. */
export function checkNumbers(world: World): void {
  const { docs } = tenantTables(world);
  const owners = new Map<string, string>();
  for (const { doc } of docs.values()) {
    const no = doc.v["no"];
    if (typeof no !== "string") continue;
    const name = `${doc.c}/${no}`;
    if (owners.has(name))
      world.violate("numbers", `${name} of ${owners.get(name)} and ${doc.id}`);
    owners.set(name, doc.id);
  }
  // A restored server knows nothing of the latest leases.
  if (world.facts.restored) return;
  // Two copies have the same lease until one of them is told; a revoked device's is worth nothing to its next identity.
  const shared = world.facts.copies.size > 0 || world.facts.revoked;
  for (const { no, contactId } of shared ? [] : world.facts.numbered) {
    const given = docs.get(`contacts/${contactId}`)?.doc.v["no"];
    if (given !== undefined && given !== no && !world.facts.typed.has(no))
      world.violate(
        "numbers",
        `${no} of a lease became ${JSON.stringify(given)}`,
      );
  }
  const { leases } = world.facts;
  for (const { deviceId, lease } of leases)
    for (const other of leases)
      if (
        other.deviceId !== deviceId &&
        other.lease.lo <= lease.hi &&
        lease.lo <= other.lease.hi
      )
        world.violate("numbers", `${lease.lo} was leased to two devices`);
}
