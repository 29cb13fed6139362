import type { SavedDocument } from "../../../server/storage/sync-storage.ts";
import { compareHlc } from "../../../shared/core/hlc.ts";
import { entityOf } from "../../../shared/entities/registry.ts";
import type { World } from "../world.ts";
import { isLaterOwn, type Operation } from "./operations.ts";

interface ElementWrite {
  readonly at: Operation;
  readonly added: boolean;
}

/**
 * O1 for sets: of two people the later one decides about each element, adding wins a tie, and nothing else decides. But
 * whoever has the document has seen what it was made with: removing that is no quarrel, whatever the clocks say.
 */
export function checkElements(
  world: World,
  { doc }: SavedDocument,
  operations: readonly Operation[],
): void {
  const making = operations.find(
    ({ op, sender }) => op.k === "ins" && sender === doc.created.d,
  );
  for (const [path, writes] of writesByElement(doc.c, operations)) {
    const [set = "", element = ""] = path.split("/");
    const has = ((doc.v[set] ?? []) as readonly string[]).includes(element);
    for (const write of writes) {
      if (write.added === has) continue;
      const beaten = writes.some(
        (other) =>
          other.added === has &&
          (write.at === making || beats(world, other, write)),
      );
      if (!beaten)
        world.violate(
          "O1",
          `${doc.c}/${doc.id} ${path}: ${write.added ? "adding" : "removing"} by ${write.at.by.device} at ${write.at.hlc} vanished`,
        );
    }
  }
}

function beats(
  world: World,
  other: ElementWrite,
  write: ElementWrite,
): boolean {
  if (isLaterOwn(world, other.at.by, write.at.by)) return true;
  const order = compareHlc(other.at.reach, write.at.hlc);
  return order > 0 || (order === 0 && other.added);
}

function writesByElement(
  c: SavedDocument["doc"]["c"],
  operations: readonly Operation[],
): ReadonlyMap<string, readonly ElementWrite[]> {
  const found = new Map<string, ElementWrite[]>();
  const put = (path: string, write: ElementWrite) => {
    const list = found.get(path) ?? [];
    list.push(write);
    found.set(path, list);
  };
  for (const at of operations) {
    const { op } = at;
    if (op.k === "add" || op.k === "rem")
      for (const e of op.e) put(`${op.f}/${e}`, { at, added: op.k === "add" });
    if (op.k !== "ins") continue;
    for (const set of entityOf(c).sets) {
      if (set === "aliases") continue;
      for (const e of (op.v[set] ?? []) as readonly string[])
        put(`${set}/${e}`, { at, added: true });
    }
  }
  return found;
}
