import { compareHlc } from "../../../shared/core/hlc.ts";
import { mergeLines } from "../../../shared/core/line-merge.ts";
import { isLongText } from "../../../shared/entities/is-long-text.ts";
import { entityOf } from "../../../shared/entities/registry.ts";
import type { Note } from "../../../shared/entities/note.ts";
import type { Stamp } from "../../../shared/sync/stored-document.ts";
import { sameValue } from "../../../shared/sync/to-ops.ts";
import type { KeptHistory } from "../memory/memory-database.ts";
import { tenantTables, type World } from "../world.ts";

/** Fields about which more is decided than who was later. */
const SPECIAL = new Set(["status", "privacyBlocked", "minor"]);

/**
 * O8: two people changed one field without having seen each other ⇔ there is one conflict that tells both values; the
 * later clock has won. Worked out from what the devices had seen, by following each field through its history.
 *
 * Plain fields only: items of maps and elements of sets have their own rules, and O1.
 */
export function checkConflicts(world: World): void {
  const { docs, history } = tenantTables(world);
  const expected = new Map<string, number>();
  const holders = new Map<string, Stamp>();
  for (const row of history) {
    const at = `${row.key.c}/${row.key.id} ${row.path}`;
    if (row.path.includes("/")) continue;
    const created = holders.get(`${row.key.c}/${row.key.id} `);
    const holder = holders.get(at) ?? created;
    const base = baseOf(world, row);
    const joined = holder && base && isJoined(row, holder, base);
    if (row.outcome === "set")
      holders.set(at, joined ? ofTwo(row.stamp, holder) : row.stamp);
    if (row.path === "" || !holder || joined) continue;
    if (base === undefined) continue;
    const isWhole = base === WHOLE;
    if (isWhole && holder === created) continue;
    const conflict = conflictIn(row, holder, base.value);
    if (!conflict) continue;
    const key = `${at} ${JSON.stringify([conflict.winner, conflict.loser])}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
    const order =
      compareHlc(row.stamp.h, holder.h) || (row.stamp.d < holder.d ? -1 : 1);
    if (!SPECIAL.has(row.path) && order > 0 !== (row.outcome === "set"))
      world.violate("O8", `${at}: the earlier of two edits has won`);
  }
  // A conflict from before a restore comes back with the devices that had seen it.
  const differs = (wanted: number, there: number) =>
    world.facts.restored ? there < wanted : there !== wanted;
  const found = new Map<string, number>();
  for (const { doc } of docs.values()) {
    if (doc.c !== "notes" || doc.v["kind"] !== "conflict") continue;
    const { collection, docId, field, winner, loser } =
      doc.v as unknown as Note;
    if (field === undefined || field.includes("/")) continue;
    const values = JSON.stringify([winner?.value, loser?.value]);
    const key = `${collection}/${docId} ${field} ${values}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  for (const key of new Set([...expected.keys(), ...found.keys()]))
    if (differs(expected.get(key) ?? 0, found.get(key) ?? 0))
      world.violate(
        "O8",
        `${key}: ${found.get(key) ?? 0} conflicts instead of ${expected.get(key) ?? 0}`,
      );
}

function conflictIn(
  row: KeptHistory,
  holder: Stamp,
  base: unknown,
): { readonly winner: unknown; readonly loser: unknown } | null {
  const { from, to, outcome, stamp } = row;
  if (outcome === "discarded") return null;
  // The same again, by somebody whose word counts for more.
  if (outcome === "set" && sameValue(from, to)) return null;
  if (outcome === "lost") return { winner: from ?? null, loser: to ?? null };
  if (sameValue(from, base) || holder.d === stamp.d) return null;
  if ((holder.o === "inherited") !== (stamp.o === "inherited")) return null;
  return { winner: to ?? null, loser: from ?? null };
}

/** Two have changed different lines of one text, and have no quarrel. */
function isJoined(
  { key: { c }, path, from, outcome, stamp }: KeptHistory,
  holder: Stamp,
  { value, now }: Edit,
): boolean {
  const texts = [value, from, now];
  if (outcome !== "set" || holder.d === stamp.d) return false;
  if (!isLongText(entityOf(c), path)) return false;
  if (!texts.every((text) => typeof text === "string")) return false;
  const [base = "", one = "", other = ""] = texts;
  return base !== one && mergeLines(base, one, other) !== null;
}

/** Neither of them may write over it as over their own. */
function ofTwo(one: Stamp, other: Stamp): Stamp {
  const h = compareHlc(one.h, other.h) > 0 ? one.h : other.h;
  return { ...one, h, d: "" };
}

interface Edit {
  readonly value: unknown;
  readonly now?: unknown;
}

/** A whole document does not say what its writer had seen. */
const WHOLE: Edit = { value: Symbol("whole") };

/** What the writer had seen there; undefined when it was no person's edit. */
function baseOf(
  world: World,
  { deviceId, d, key, path, stamp }: KeptHistory,
): Edit | undefined {
  if (stamp.o === "inherited") return undefined;
  const m = tenantTables(world).ledger.get(`${deviceId}/${d}`)?.mutationId;
  for (const op of world.facts.written.get(m ?? "")?.entry.ops ?? []) {
    if (op.c !== key.c || op.id !== key.id) continue;
    if (op.k === "ins") return WHOLE;
    if (op.k !== "set") continue;
    const edit = op.f[path];
    if (edit) return { value: edit[0], now: edit[1] };
  }
  return undefined;
}
