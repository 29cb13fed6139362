import { lineDiff } from "./line-diff.ts";

/** The lines `from` … `to` (exclusive) of the base, and what stands in their place; `from` = `to`: an insertion. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * Both changes of one text, by whole lines and never within one; null when they meet: both changed one line, or both put
 * something at one place. The same change by both is one change.
 *
 * The order of the two does not matter, and what is merged in once more does not come twice. Bounded, as `lineDiff` is.
 */
export function mergeLines(
  base: string,
  one: string,
  other: string,
): string | null {
  const lines = linesOf(base);
  const [mine, theirs] = [hunksOf(base, one), hunksOf(base, other)];
  const own = mine.filter((x) => !theirs.some((y) => holds(y, x)));
  const rest = theirs.filter((y) => !own.some((x) => holds(x, y)));
  const a = own.flatMap(lineByLine);
  const b = rest.flatMap(lineByLine);
  const merged: string[] = [];
  let done = 0;
  const take = ({ from, to, lines: now }: Hunk) => {
    merged.push(...lines.slice(done, from), ...now);
    done = to;
  };
  let i = 0;
  let j = 0;
  for (;;) {
    const [x, y] = [a[i], b[j]];
    if (!x && !y) break;
    if (x && y && meet(x, y)) {
      return null;
    } else if (x && (!y || isBefore(x, y))) {
      take(x);
      i += 1;
    } else if (y) {
      take(y);
      j += 1;
    }
  }
  return [...merged, ...lines.slice(done)].join("\n");
}

function meet(x: Hunk, y: Hunk): boolean {
  if (x.from === x.to && y.from === y.to) return x.from === y.from;
  return Math.max(x.from, y.from) < Math.min(x.to, y.to) || splits(x, y);
}

/** One is an insertion in the midst of what the other replaces. */
function splits(x: Hunk, y: Hunk): boolean {
  const inside = (at: Hunk, whole: Hunk) =>
    at.from === at.to && whole.from < at.from && at.from < whole.to;
  return inside(x, y) || inside(y, x);
}

/**
 * What `y` does, `x` does too: they are the same, or both were merged before and look like one change now. Merely to have
 * taken the same lines away is not enough: something else came for them.
 */
function holds(x: Hunk, y: Hunk): boolean {
  if (x.from > y.from || x.to < y.to) return false;
  const last = x.lines.length - y.lines.length;
  if (y.lines.length === 0 || (x.from === y.from && x.to === y.to))
    return last === 0 && isAt(x, y, 0);
  const beside = y.from === y.to;
  if (beside && y.from === x.from) return isAt(x, y, 0);
  if (beside && y.from === x.to) return isAt(x, y, last);
  return Array.from({ length: Math.max(0, last + 1) }, (_, at) => at).some(
    (at) => isAt(x, y, at),
  );
}

function isAt(x: Hunk, y: Hunk, at: number): boolean {
  return at >= 0 && y.lines.every((line, k) => x.lines[at + k] === line);
}

/** What is put before a line comes before what replaces it. */
function isBefore(x: Hunk, y: Hunk): boolean {
  return x.from < y.from || (x.from === y.from && x.to < y.to);
}

function hunksOf(base: string, text: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { from: number; to: number; lines: string[] } | null = null;
  for (const { kind, text: line } of lineDiff(base, text)) {
    if (kind === "same") {
      at += 1;
      open = null;
      continue;
    }
    if (!open) {
      open = { from: at, to: at, lines: [] };
      hunks.push(open);
    }
    if (kind === "added") open.lines.push(line);
    else {
      at += 1;
      open.to = at;
    }
  }
  return hunks;
}

/** As many lines as before: each has been changed by itself. */
function lineByLine(hunk: Hunk): readonly Hunk[] {
  const { from, to, lines } = hunk;
  if (to - from !== lines.length) return [hunk];
  return lines.map((line, i) => ({
    ...{ from: from + i, to: from + i + 1, lines: [line] },
  }));
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split("\n");
}
