import { sha256Of } from "../model/model-shelf.ts";
import type { SimDevice } from "../sim-device.ts";
import { LARGEST_FILE, tenantTables, type World } from "../world.ts";

/** D13: no piece of a file leaves a device while a text of its person waits there. */
export function checkTextFirst(world: World, device: string): void {
  const { written, processed, aside, restored } = world.facts;
  // What a restored server has forgotten is no text that waits.
  if (restored) return;
  const ledger = new Set(
    [...tenantTables(world).ledger.values()].map((row) => row.mutationId),
  );
  for (const [m, { device: of, entry }] of written)
    if (of === device && entry.ops.length > 0 && !aside.has(m))
      if (!processed.has(m) && !ledger.has(m))
        world.violate("D13", `a file of ${device} leaves before ${entry.d}`);
}

/** Whoever is told that the server has a file need not ask again: it is there, until the server is restored. */
export function checkCalledWhole(
  world: World,
  headers: Headers,
  path: string,
): void {
  const sha256 = (headers.get("location") ?? path).slice(-64);
  const called = headers.has("upload-offset") && !headers.has("upload-expires");
  if (called && !tenantTables(world).files.get(sha256)?.stored)
    world.violate("files", `${sha256} is called whole and is not kept`);
}

/** Every file that somebody was told is attached is on the server, once and whole; what is too large stays at home. */
export function checkFiles(world: World, devices: readonly SimDevice[]): void {
  const { files } = tenantTables(world);
  for (const { sha256, bytes, stored, chunks } of files.values()) {
    if (!stored) continue;
    const rows = chunks.flatMap((chunk) => [...chunk.bytes]);
    const whole = rows.length === bytes;
    if (!whole || sha256Of(new Uint8Array(rows)) !== sha256)
      world.violate("files", `${sha256} is called whole`);
  }
  for (const { device, bytes } of world.facts.attached) {
    const name = sha256Of(bytes);
    const what = `${bytes.length} bytes of ${device}`;
    const tooLarge = bytes.length > LARGEST_FILE;
    if ((files.get(name)?.stored ?? false) === tooLarge)
      world.violate("files", `${what}: ${tooLarge ? "taken" : "not there"}`);
    const kept = devices.find((one) => one.name === device)?.disk.shelf;
    const place = kept?.get(name)?.place;
    if (place !== (tooLarge ? "refused" : "sent"))
      world.violate("files", `${what} are ${place ?? "gone"}`);
  }
}
