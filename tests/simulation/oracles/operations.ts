import { clampHlc, compareHlc } from "../../../shared/core/hlc.ts";
import {
  entityOf,
  type CollectionName,
} from "../../../shared/entities/registry.ts";
import type { Op } from "../../../shared/sync/protocol.ts";
import { tenantTables, type World, type Written } from "../world.ts";

/** One operation of one saved intention that the server has taken. */
export interface Operation {
  readonly by: Written;
  /** As whom it was sent; another machine may have sent it for its copy. */
  readonly sender: string;
  /** As the server read the writer's clock. */
  readonly hlc: string;
  /** The latest that this device had said by then: a clock ahead of the server's loses its own order. */
  readonly reach: string;
  readonly op: Op;
  /** By a restored server, which had taken it once. */
  readonly refused: boolean;
}

/** One value that somebody wrote to one place of a document, having seen `base` there. */
export interface ValueWrite {
  readonly by: Written;
  readonly hlc: string;
  readonly path: string;
  readonly base: unknown;
  readonly value: unknown;
}

/** What the server keeps for itself, or decides about what it is given. */
const SERVERS_OWN = new Set([
  "id",
  "no",
  "aliases",
  "companyId",
  "companyName",
]);

/** Everything that was saved on any device and not refused, by `collection/id`, in the order of each device. */
export function operationsByDocument(
  world: World,
): ReadonlyMap<string, readonly Operation[]> {
  const { ledger } = tenantTables(world);
  const outcomes = new Map(
    [...ledger.values()]
      .filter(({ outcome }) => outcome.s !== "dup")
      .map((kept) => [kept.mutationId, kept]),
  );
  const found = new Map<string, Operation[]>();
  const latest = new Map<string, string>();
  for (const by of world.facts.written.values()) {
    const outcome = outcomes.get(by.entry.m);
    if (!outcome || by.entry.again) continue;
    if (world.facts.aside.has(by.entry.m)) continue;
    const refused = outcome.outcome.s === "rejected";
    const { taken, told } = world.facts;
    if (refused && (told.has(by.entry.m) || !taken.has(by.entry.m))) continue;
    const hlc = clampHlc(by.entry.hlc, outcome.atMs);
    const sender = outcome.deviceId;
    const before = latest.get(sender) ?? hlc;
    const reach = compareHlc(hlc, before) > 0 ? hlc : before;
    latest.set(sender, reach);
    for (const op of by.entry.ops) {
      const key = `${op.c}/${op.id}`;
      const list = found.get(key) ?? [];
      list.push({ by, sender, hlc, reach, op, refused });
      found.set(key, list);
    }
  }
  return found;
}

/** Down to the members of items, so that a whole item and one of its members can be compared. */
export function valuesOf({ by, hlc, op }: Operation): readonly ValueWrite[] {
  const write = (path: string, base: unknown, value: unknown) => ({
    ...{ by, hlc, path, base, value },
  });
  const entity = entityOf(op.c as CollectionName);
  const item = (path: string, base: unknown, value: unknown): ValueWrite[] => {
    const now = (value ?? {}) as Record<string, unknown>;
    if (value === null) return [write(path, base, null)];
    const old = (base ?? {}) as Record<string, unknown>;
    return Object.keys(now).map((member) =>
      write(`${path}/${member}`, old[member] ?? null, now[member]),
    );
  };
  if (op.k === "set")
    return Object.entries(op.f).flatMap(([path, [base, value]]) =>
      path.split("/").length === 2
        ? item(path, base, value)
        : [write(path, base, value)],
    );
  if (op.k !== "ins") return [];
  return Object.entries(op.v).flatMap(([member, value]) => {
    if (SERVERS_OWN.has(member) || entity.sets.includes(member)) return [];
    if (Object.hasOwn(entity.computed.shape, member)) return [];
    if (!entity.maps.includes(member)) return [write(member, null, value)];
    return Object.entries(value as object).flatMap(([id, one]) =>
      item(`${member}/${id}`, null, one),
    );
  });
}

/** The same laptop, or a copy of it as it was then, later: its own lineage. */
export function isLaterOwn(
  { facts: { copies } }: World,
  later: Written,
  earlier: Written,
): boolean {
  if (later.n <= earlier.n) return false;
  let name = later.device;
  while (name !== earlier.device) {
    const copy = copies.get(name);
    if (!copy || earlier.n >= copy.n) return false;
    name = copy.of;
  }
  return true;
}
