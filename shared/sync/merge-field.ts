import { compareHlc } from "../core/hlc.ts";
import { mergeLines } from "../core/line-merge.ts";
import { LongText } from "../entities/fields.ts";
import { isLongText } from "../entities/is-long-text.ts";
import { entityOf } from "../entities/registry.ts";
import { decide } from "./decide.ts";
import { valueAt, withValueAt } from "./paths.ts";
import type { Progress, Stamp, StoredDocument } from "./stored-document.ts";
import { sameValue } from "./to-ops.ts";

/**
 * What is of two is nobody's own. Of an element that two have added at one moment a removal of that very moment by one
 * of them would else go by its own lineage and take the other's addition along; so would an edit of a joined text.
 */
const NOBODYS = "";

/**
 * Who wrote the value at `path` last, in the order in which the server took it: what was made on top of a value may
 * well carry an earlier time. An item of a map is as young as its youngest member, and a member as its item:
 * otherwise removing an item would take another person's edit of it along without a word. For an item, what others
 * wrote in it counts before what `device` itself did.
 */
export function stampAt(
  doc: StoredDocument,
  path: string,
  device?: string,
): Stamp {
  const [member, item, inner] = path.split("/");
  const at = (key: string) => doc.stamps[key] ?? [];
  if (item === undefined) return doc.stamps[path] ?? doc.created;
  if (inner !== undefined) {
    return newest([at(path), at(`${member}/${item}`)].flat()) ?? doc.created;
  }
  const within = Object.entries(doc.stamps)
    .filter(([key]) => key === path || key.startsWith(`${path}/`))
    .map(([, stamp]) => stamp);
  const others = within.filter(({ d }) => d !== device);
  return latest(others) ?? latest(within) ?? doc.created;
}

function newest(stamps: readonly Stamp[]): Stamp | undefined {
  return stamps.toSorted(
    (a, b) => (b.r ?? 0) - (a.r ?? 0) || compareHlc(b.h, a.h),
  )[0];
}

function latest(stamps: readonly Stamp[]): Stamp | undefined {
  return stamps.toSorted((a, b) => compareHlc(b.h, a.h))[0];
}

/** sync.md §3.2, with the order of precedence of design.md §5. */
export function mergeField(
  progress: Progress,
  path: string,
  base: unknown,
  now: unknown,
  stamp: Stamp,
): void {
  const current = valueAt(progress.doc.v, path);
  if (sameValue(current, now)) return agree(progress, path, now, stamp);
  if (sameValue(withValueAt(progress.doc.v, path, now), progress.doc.v)) {
    return keepAsLost(progress, path, base, now, stamp);
  }
  const holder = stampAt(progress.doc, path, stamp.d);
  // Made on top of what is there, or by the device that wrote it (its earlier answer was lost): nothing to decide.
  if (sameValue(current, base) || holder.d === stamp.d)
    return write(progress, path, current, now, stamp);
  const both = joined(progress.doc, path, { base, current, now });
  if (both !== null)
    return writeJoined(progress, path, current, both, { stamp, holder });
  const winner = decide({ path, base, current, holder, incoming: now, stamp });
  if (winner === "incoming" || winner === "incoming-quietly") {
    if (winner === "incoming") {
      progress.conflicts.push({
        path,
        base,
        winner: { value: now, stamp },
        loser: { value: current, stamp: holder },
      });
    } else {
      progress.history.push({
        path,
        from: base,
        to: current,
        outcome: "discarded",
        stamp: holder,
      });
    }
    return write(progress, path, current, now, stamp);
  }
  if (winner === "current") {
    progress.conflicts.push({
      path,
      base,
      winner: { value: current, stamp: holder },
      loser: { value: now, stamp },
    });
  }
  const outcome = winner === "current" ? "lost" : "discarded";
  progress.history.push({ path, from: current, to: now, outcome, stamp });
}

/**
 * Who says again what is there makes it theirs where that counts for more, or the order of arrival would decide: a
 * typed value does not give way as an inherited one (OFF-6), nor a later one to what came in between.
 */
function agree(
  progress: Progress,
  path: string,
  value: unknown,
  stamp: Stamp,
): void {
  const holder = stampAt(progress.doc, path, stamp.d);
  if (stamp.o === "inherited" || isGone(progress.doc, path)) return;
  const own = holder.d === stamp.d || compareHlc(stamp.h, holder.h) <= 0;
  if (own && holder.o !== "inherited") return;
  write(progress, path, value, value, stamp);
}

/** A member of an item that is not there. */
function isGone({ v }: StoredDocument, path: string): boolean {
  const [member = "", item, inner] = path.split("/");
  return inner !== undefined && valueAt(v, `${member}/${item}`) === null;
}

function write(
  progress: Progress,
  path: string,
  from: unknown,
  to: unknown,
  stamp: Stamp,
): void {
  const v = withValueAt(progress.doc.v, path, to);
  const stamps = { ...progress.doc.stamps, [path]: stamp };
  progress.doc = { ...progress.doc, v, stamps };
  progress.changed = true;
  progress.history.push({ path, from, to, outcome: "set", stamp });
}

/** A long text that two have changed in different lines, ux.md 3.7: both changes. Null: there is something to decide. */
function joined(
  { c }: StoredDocument,
  path: string,
  { base, current, now }: Record<"base" | "current" | "now", unknown>,
): string | null {
  const texts = [base, current, now];
  if (!texts.every((text) => typeof text === "string")) return null;
  if (!isLongText(entityOf(c), path)) return null;
  const [from = "", one = "", other = ""] = texts;
  const both = mergeLines(from, one, other);
  return both !== null && LongText.safeParse(both).success && both !== ""
    ? both
    : null;
}

/** It is of two now: neither may write over it as over their own. */
function writeJoined(
  progress: Progress,
  path: string,
  current: unknown,
  both: string,
  { stamp, holder }: { readonly stamp: Stamp; readonly holder: Stamp },
): void {
  if (sameValue(current, both)) return;
  progress.joined = true;
  write(progress, path, current, both, stamp);
  const h = compareHlc(stamp.h, holder.h) > 0 ? stamp.h : holder.h;
  const ours = { ...stamp, h, d: NOBODYS };
  const stamps = { ...progress.doc.stamps, [path]: ours };
  progress.doc = { ...progress.doc, stamps };
}

/** The item it belongs to was removed by somebody else: there is no place to write to, the value is kept as lost. */
function keepAsLost(
  progress: Progress,
  path: string,
  base: unknown,
  now: unknown,
  stamp: Stamp,
): void {
  const winner = { value: null, stamp: stampAt(progress.doc, path) };
  progress.conflicts.push({ path, base, winner, loser: { value: now, stamp } });
  progress.history.push({ path, from: null, to: now, outcome: "lost", stamp });
}

/** Sets merge per element; the later clock decides, and adding wins a tie. */
export function mergeElement(
  progress: Progress,
  set: string,
  element: string,
  k: "add" | "rem",
  stamp: Stamp,
): void {
  const old = Array.isArray(progress.doc.v[set])
    ? (progress.doc.v[set] as string[])
    : [];
  const has = old.includes(element);
  const path = `${set}/${element}`;
  const holder = progress.doc.stamps[path];
  if (has === (k === "add")) {
    // Said again, and later: what somebody decided in between, unseen, must find that it came too early.
    const both =
      k === "add" && holder !== undefined && isOfAnother(stamp, holder);
    if (!holder || both || isLater(stamp, holder, false)) {
      const now = both ? { ...stamp, d: NOBODYS } : stamp;
      const stamps = { ...progress.doc.stamps, [path]: now };
      progress.doc = { ...progress.doc, stamps };
      progress.changed = true;
    }
    return;
  }
  if (holder && holder.d !== stamp.d && !isLater(stamp, holder, k === "add"))
    return;
  const now =
    k === "add" ? [...old, element] : old.filter((e) => e !== element);
  const v = withValueAt(progress.doc.v, set, now.length > 0 ? now : null);
  progress.doc = {
    ...progress.doc,
    v,
    stamps: { ...progress.doc.stamps, [path]: stamp },
  };
  progress.changed = true;
  progress.history.push({
    path,
    from: has ? element : null,
    to: has ? null : element,
    outcome: "set",
    stamp,
  });
}

function isOfAnother(stamp: Stamp, holder: Stamp): boolean {
  const known = holder.d === stamp.d || holder.d === NOBODYS;
  return !known && compareHlc(stamp.h, holder.h) === 0;
}

function isLater(a: Stamp, b: Stamp, winsTie: boolean): boolean {
  const order = compareHlc(a.h, b.h);
  return order > 0 || (order === 0 && winsTie);
}
