import { valueAt } from "../../../shared/sync/paths.ts";
import type { CollectionName } from "../../../shared/entities/registry.ts";
import type { Op } from "../../../shared/sync/protocol.ts";
import { sameValue } from "../../../shared/sync/to-ops.ts";
import type { Row } from "../../../renderer/local-store/stored-document.ts";
import { shownBy, type SimDevice } from "../sim-device.ts";
import type { World } from "../world.ts";

/** O4: what a person has saved and the server has not processed is what they see, whatever else arrives. */
export function checkOwnEdits(world: World, device: SimDevice): void {
  const { app } = device;
  // When the outbox answers the screens tell the same, not before.
  if (!app?.ready || !app.parts || app.arranging > 0) return;
  const byDocument = new Map<string, Op[]>();
  const { pending } = app.parts;
  const unsent = pending
    .pendingEntries()
    .filter(({ d }) => d > app.main.heardUpTo);
  for (const { ops } of [...unsent, ...pending.heldEntries()]) {
    for (const op of ops) {
      const key = `${op.c}/${op.id}`;
      byDocument.set(key, [...(byDocument.get(key) ?? []), op]);
    }
  }
  for (const [key, ops] of byDocument) {
    const [c, id] = key.split("/") as [CollectionName, string];
    const shown = shownBy(device, c, id);
    const unseen = unseenOf(shown, ops);
    if (unseen !== null)
      world.violate("O4", `${device.name} ${key} does not show ${unseen}`);
  }
}

function unseenOf(shown: Row | null, ops: readonly Op[]): string | null {
  // What was written to a document that its own device had just deleted waits for the server to bring it back.
  const deleted = ops.findLastIndex((op) => op.k === "del");
  const made = ops.findIndex((op, i) => i > deleted && op.k === "ins");
  if (made === -1 && deleted !== -1)
    return shown === null || deleted < ops.length - 1 ? null : "the deletion";
  // A patch whose base is not back yet waits; a document made here has all that it needs.
  if (shown === null) return made === -1 ? null : "the insert";
  const wanted = new Map<string, unknown>();
  const elements = new Map<string, boolean>();
  for (const op of ops.slice(Math.max(made, 0))) {
    if (op.k === "set")
      for (const [path, [, now]] of Object.entries(op.f)) {
        for (const known of wanted.keys())
          if (known.startsWith(`${path}/`) || path.startsWith(`${known}/`))
            wanted.delete(known);
        wanted.set(path, now);
      }
    if (op.k === "add" || op.k === "rem")
      for (const e of op.e) elements.set(`${op.f}/${e}`, op.k === "add");
  }
  for (const [path, now] of wanted) {
    const [map = "", item, inner] = path.split("/");
    // Its item was taken away by somebody else.
    const gone =
      inner !== undefined && valueAt(shown, `${map}/${item}`) === null;
    if (!gone && !sameValue(valueAt(shown, path), now))
      return `${path} = ${JSON.stringify(now)}`;
  }
  for (const [path, added] of elements) {
    const [set = "", element = ""] = path.split("/");
    const list = (shown[set] ?? []) as readonly string[];
    if (list.includes(element) !== added) return path;
  }
  return null;
}
